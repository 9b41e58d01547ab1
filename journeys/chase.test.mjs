// The secretariat sees who is missing, writes to all who can be written to, and notes a call. The
// letters reach a mail server; their link leads to the form and signs nobody in. With and without
// JavaScript.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityFindings, openBrowser, startHouse, visitor } from "./house.mjs";
import { startPost } from "./post.mjs";
import { signIn } from "./walk.mjs";

const WORDS = "Kære alle på Sjælland: vi mangler jeres svar. Ring på 33 33 33 33.";
const PUBLIC = "https://pejling.example";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
});

for (const javascript of [true, false]) {
  const how = javascript ? "with JavaScript" : "without JavaScript";
  test(`whoever is missing is written to, once, and the letters arrive (${how})`, async () => {
    const post = await startPost();
    const from = "KKR-sekretariatet på Øen <sekretariat@kkr.example>";
    const more = ["--smtp", post.address, "--mail-from", from, "--public-address", PUBLIC];
    const house = await startHouse({ more });
    try {
      const { page, context, complaints } = await visitor(browser, { javascript });
      await signIn(page, house.address);
      const round = await openRound(page, house.address);
      await page.goto(`${round}/chase`);
      if (javascript) assert.deepEqual(await accessibilityFindings(page), []);

      // Nobody is chosen: nothing is sent, and nothing typed is lost.
      await page.fill("#words", WORDS);
      await page.click("main form[method=post] button[type=submit]");
      assert.match(await page.locator("main").innerText(), /Vælg mindst én kommune/);
      assert.equal(await page.inputValue("#words"), WORDS);

      // Everybody who can be written to is chosen by a link.
      await page.locator("main a", { hasText: "Vælg alle" }).click();
      const chosen = await page.locator("input[name=codes]:checked").count();
      assert.ok(chosen > 0);
      await page.fill("#words", WORDS);
      await page.click("main form[method=post] button[type=submit]");
      assert.match(await page.locator(".alert-success").innerText(), /bliver sendt/);
      const table = await page.locator("table.data").innerText();
      assert.match(table, /Påmindelse fra sekretariatet/);

      const letters = await byHand(post, chosen);
      for (const letter of letters) {
        assert.ok(letter.text.includes(WORDS), letter.text);
        assert.match(letter.subject, /fremdriftsskemaet til/);
      }
      const [, link] = letters[0].text.match(/https:\/\/pejling\.example(\/\S+)/);
      const { page: stranger, context: outside } = await visitor(browser, { javascript });
      await stranger.goto(`${house.address}${link}`);
      assert.match(stranger.url(), /sign-in/, "the link signs nobody in");
      await outside.close();

      // The log says that they were sent, and a call is noted.
      await page.goto(`${house.address}/desk/letters?kind=by_hand`);
      assert.equal(await page.locator("table.data tbody tr", { hasText: "Sendt" }).count(), chosen);
      await page.goto(`${round}/chase`);
      await page.locator("table.data a", { hasText: "Kontakt med" }).first().click();
      await page.fill("#to_whom", "Jobcenterchefen");
      await page.fill("#note", "Kommer på fredag.");
      await page.click("main form[method=post] button[type=submit]");
      assert.match(await page.locator("table.data").innerText(), /Opkald .* til Jobcenterchefen/);
      assert.deepEqual(
        complaints.filter((complaint) => !complaint.includes("422")),
        [],
      );
      await context.close();
    } finally {
      await house.stop();
      await post.stop();
    }
  });
}

/** The address of the desk's page of the newest round. */
async function openRound(page, address) {
  await page.goto(`${address}/desk`);
  const links = await page.$$eval("main a[href^='/desk/rounds/']", (all) =>
    all.map((link) => link.getAttribute("href")),
  );
  const keys = links.map((href) => href.split("/")[3]).sort();
  return `${address}/desk/rounds/${keys.at(-1)}`;
}

/** The letters that were written by hand; the plan may have written others. */
async function byHand(post, count) {
  const own = () => post.letters.filter((letter) => letter.text.includes(WORDS));
  for (let all = 1; own().length < count; all = post.letters.length + 1) await post.arrives(all);
  return own();
}
