// The secretariat takes a form in, looks at what was read, corrects it, and accepts it: with
// JavaScript and without.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityFindings, openBrowser, startHouse, visitor } from "./house.mjs";
import { signIn } from "./walk.mjs";

let house;
let browser;
before(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

/** The recommendations of a round as its forms ask them: from a form that was received. */
async function recommendations(page) {
  return page.locator(".review-entry").evaluateAll((entries) =>
    entries.map((entry) => ({
      must: entry.querySelector(".obligation-must") !== null,
      text: entry.querySelector(".whole-text p").textContent.trim(),
    })),
  );
}

/** A form as a municipality sends it: everything green, the first red and without a remark. */
function formFile(asked) {
  const row = (one, index) =>
    `<tr><td>${one.text}</td><td>${index === 0 ? "Rød" : "Grøn"}</td><td>${index === 0 ? "" : "Det går <b>godt</b>."}</td></tr>`;
  const rows = (must) => asked.map((one, index) => (one.must === must ? row(one, index) : "")).join("\n");
  const head = "<tr><th>Anbefaling</th><th>Status</th><th>Bemærkninger</th></tr>";
  return `<!DOCTYPE html><html lang="da"><title>Fremdriftsskema</title><body><h1>Fremdriftsskema</h1>
<h2>Skal-initiativer</h2><table>${head}${rows(true)}</table>
<h2>Kan-initiativer</h2><table>${head}${rows(false)}</table></body></html>`;
}

async function settle(page) {
  for (let left = 40; left > 0; left -= 1) {
    const wanted = page.locator(".review-entry:has(button[value=confirm].button-primary) button[value=confirm]");
    const unexplained = page.locator("details:has(button[value=explain])");
    if (await unexplained.count()) {
      const first = unexplained.first();
      if ((await first.getAttribute("open")) === null) await first.locator("summary").click();
      await first.locator("input[name=reason]").fill("Aftalt med kommunen");
      await first.locator("button").click();
    } else if (await wanted.count()) {
      await wanted.first().click();
    } else {
      return;
    }
    await page.locator("[role=status]").waitFor();
  }
  assert.fail("the form is never settled");
}

for (const javascript of [true, false]) {
  test(`a form is taken in, corrected, submitted and accepted ${javascript ? "with" : "without"} JavaScript`, async () => {
    const { page, context, complaints } = await visitor(browser, { javascript });
    await signIn(page, house.address);
    await page.goto(`${house.address}/desk`);
    const upload = await page.locator("a[href$='/upload']").first().getAttribute("href");
    const review = await page.locator("a[href$='/review']").first().getAttribute("href");
    await page.goto(`${house.address}${review}?order=form`);
    const asked = await recommendations(page);
    assert.ok(asked.length > 5);

    // The file does not say whose it is: nothing is stored, and the page says what to do.
    const file = { name: "svar.html", mimeType: "text/html", buffer: Buffer.from(formFile(asked)) };
    await page.goto(`${house.address}${upload}`);
    await page.setInputFiles("#files", file);
    await page.click("button:has-text('Læs og gem')");
    assert.match(await page.textContent(".upload-refused"), /svar\.html.*Ikke gemt/s);
    if (javascript) assert.deepEqual(await accessibilityFindings(page), []);

    // With the municipality chosen it is kept as a draft, for its error to be corrected.
    const codes = await page.locator("#municipality option").evaluateAll((all) => all.map((one) => one.value));
    await page.selectOption("#municipality", codes.at(javascript ? -1 : -2));
    await page.setInputFiles("#files", file);
    await page.click("button:has-text('Læs og gem')");
    assert.match(await page.textContent(".upload-stored"), /kladde/);
    await page.click(".upload-stored a");
    if (javascript) assert.deepEqual(await accessibilityFindings(page), []);

    // The error comes first and stops the form.
    await page.click("button[value=submit]");
    assert.match(await page.textContent("#errors"), /bemærkning|forklar/i);
    const first = page.locator("#entry-1");
    await first.locator("textarea[name=remark]").fill("Vi mangler **partnere**.\n- to centre\n- ét kursus");
    await first.locator("input[name=reason]").fill("Kommunen ringede");
    await first.locator("button[value=correct]").click();
    assert.match(await page.textContent("[role=status]"), /Svar 1 er rettet/);
    assert.equal(await page.textContent("#entry-1 .remark-text strong"), "partnere");
    assert.equal(await page.locator("#entry-1 .remark-text li").count() >= 2, true);

    await settle(page);
    await page.click("button[value=submit]");
    assert.match(await page.textContent("[role=status]"), /indsendt/);
    await settle(page);
    await page.click("button[value=accept]");
    assert.match(await page.textContent("[role=status]"), /godkendt/);

    // The file can be had as it came.
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("main a[href$='/file']")]);
    assert.equal(download.suggestedFilename(), "svar.html");
    // The browser itself notes an answer of 422.
    assert.deepEqual(complaints.filter((one) => !one.includes("422")), []);
    await context.close();
  });
}
