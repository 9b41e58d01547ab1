// The secretariat finds what waits in the open round, sends one form back with a reason and
// releases the report; whoever comes by fetches it. With and without JavaScript.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { accessibilityFindings, openBrowser, startHouse, visitor } from "./house.mjs";
import { signIn } from "./walk.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
});

/** The address of the desk's page of the newest round. */
async function openRound(page, address) {
  await page.goto(`${address}/desk`);
  const links = await page.$$eval("main a[href^='/desk/rounds/']", (all) =>
    all.map((link) => link.getAttribute("href")),
  );
  const keys = links.map((href) => href.split("/")[3]).sort();
  return `${address}/desk/rounds/${keys.at(-1)}`;
}

async function fetched(page, words) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("main a", { hasText: words }).first().click(),
  ]);
  return readFile(await download.path());
}

for (const javascript of [true, false]) {
  const how = javascript ? "with JavaScript" : "without JavaScript";
  test(`a round is released by the secretariat and fetched by anybody (${how})`, async () => {
    const house = await startHouse();
    try {
      const { page, context, complaints } = await visitor(browser, { javascript });
      await signIn(page, house.address);
      const round = await openRound(page, house.address);

      // The list narrows to what was handed in, and can be sent as a link.
      await page.goto(round);
      const all = await page.locator("table.data tbody tr").count();
      await page.selectOption("#f-state", "submitted");
      await page.click(".filter-deeds button");
      assert.match(page.url(), /state=submitted/);
      const handedIn = await page.locator("table.data tbody tr").count();
      assert.ok(handedIn > 0 && handedIn < all, `${handedIn} of ${all}`);

      // One form goes back; without a reason it does not.
      const row = page.locator("table.data tbody tr").first();
      const name = (await row.locator("th").innerText()).trim();
      await row.locator("a", { hasText: "Send tilbage" }).click();
      await page.click("main form button[type=submit]");
      assert.equal(await page.locator("#reason-error").count(), 1);
      await page.fill("#reason", "Bemærkningen til anbefaling 3 mangler.");
      await page.click("main form button[type=submit]");
      assert.match(await page.locator("h1").innerText(), new RegExp(name));
      assert.match(await page.locator(".alert-success").innerText(), /sendt tilbage/);
      assert.match(await page.locator("main").innerText(), /Bemærkningen til anbefaling 3 mangler\./);

      // The report is released once, with a number and a fingerprint.
      await page.goto(`${round}/release`);
      await page.fill("#note", "Første udgave efter gennemgang.");
      await page.click("main form button[type=submit]");
      const said = await page.locator(".alert-success").innerText();
      const [, number, sha256] = said.match(/Udgave (\d+) er frigivet[\s\S]*?([0-9a-f]{64})/);
      if (javascript) assert.deepEqual(await accessibilityFindings(page), []);
      assert.deepEqual(
        complaints.filter((complaint) => !complaint.includes("422")),
        [],
      );
      await context.close();

      // A stranger fetches the same report, frozen.
      const { page: stranger, context: outside } = await visitor(browser, { javascript });
      await stranger.goto(`${round.replace("/desk", "")}/report`);
      const main = await stranger.locator("main").innerText();
      assert.ok(main.includes(sha256), "the public page names another fingerprint");
      const pdf = await fetched(stranger, "PDF");
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
      const json = JSON.parse((await fetched(stranger, "JSON")).toString());
      assert.equal(json.release.number, Number(number));
      const answer = await stranger.goto(`${round}/release`);
      assert.match(answer.url(), /\/sign-in\?to=/);
      await outside.close();
    } finally {
      await house.stop();
    }
  });
}
