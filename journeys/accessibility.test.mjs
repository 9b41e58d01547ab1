// axe finds nothing, nothing spills over, and no page complains, on any kind of page, for
// strangers and for the secretariat, in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityFindings, openBrowser, startHouse, visitor } from "./house.mjs";
import { signIn, walk } from "./walk.mjs";

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

for (const language of ["da", "en"]) {
  for (const who of ["stranger", "secretariat"]) {
    test(`every page that a ${who} can reach is accessible (${language})`, async () => {
      const { page, context, complaints } = await visitor(browser, { language });
      if (who === "secretariat") await signIn(page, house.address);
      const start = who === "secretariat" ? `${house.address}/desk` : `${house.address}/`;
      const pages = await walk(page, start);
      const findings = [];
      for (const [kind, address] of pages) {
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(address);
          const found = await accessibilityFindings(page);
          findings.push(...found.map((finding) => `${kind} at ${width}: ${finding}`));
          if (await spillsOver(page)) findings.push(`${kind} at ${width}: wider than the window`);
          assert.equal(await page.getAttribute("html", "lang"), language);
        }
      }
      await context.close();
      assert.deepEqual(findings, []);
      assert.deepEqual(complaints, []);
      assert.ok(pages.size >= 8, `only ${[...pages.keys()]}`);
    });
  }
}

/** Whether the page itself can be scrolled sideways (a table in a frame of its own may). */
function spillsOver(page) {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
  );
}
