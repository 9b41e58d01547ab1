// Everything can be done without a mouse: every control is reached by Tab in the order of the
// page and shows that it is, nothing holds the reader back, and the daily deeds need keys only.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, startHouse, visitor } from "./house.mjs";
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

/** Numbers the page's controls in their order; of a group of radio buttons only one is a stop. */
function numberControls() {
  const groups = new Set();
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((one) => !one.disabled && one.type !== "hidden" && one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => {
      if (one.type !== "radio") return true;
      const all = [...document.getElementsByName(one.name)].filter((other) => other.form === one.form);
      const stop = all.find((other) => other.checked) ?? all[0];
      const isNew = stop === one && !groups.has(one);
      groups.add(one);
      return isNew;
    });
  stops.forEach((stop, at) => stop.setAttribute("data-stop", String(at)));
  document.activeElement?.blur();
  return stops.length;
}

/** Which control has the focus, and whether one can see it. */
function focused() {
  const here = document.activeElement;
  // The design system draws some controls by what stands beside them; a tile by its outline.
  const drawn = [here, here.nextElementSibling, here.parentElement].filter(Boolean);
  const tile = here.querySelector("rect");
  if (tile && parseFloat(getComputedStyle(tile).strokeWidth) > 2) drawn.push(tile);
  const shows = drawn.some((one) => {
    const style = getComputedStyle(one);
    const before = getComputedStyle(one, "::before");
    const outlined = (of) => of.outlineStyle !== "none" && parseFloat(of.outlineWidth) > 0;
    return one === tile || outlined(style) || outlined(before) || style.boxShadow !== "none" || before.boxShadow !== "none";
  });
  return { stop: here.getAttribute("data-stop"), type: here.type, shows, what: here.outerHTML.slice(0, 120) };
}

for (const who of ["stranger", "secretariat"]) {
  test(`every control of every page is reached by Tab in its order and seen (${who})`, async () => {
    const { page, context } = await visitor(browser);
    if (who === "secretariat") await signIn(page, house.address);
    const start = who === "secretariat" ? `${house.address}/desk` : `${house.address}/`;
    const findings = [];
    for (const [kind, address] of await walk(page, start)) {
      await page.goto(address);
      const stops = await page.evaluate(numberControls);
      for (let at = 0; at < stops; at += 1) {
        await page.keyboard.press("Tab");
        let found = await page.evaluate(focused);
        // Within a date, Tab goes from day to month to year first.
        for (let part = 0; part < 3 && found.type === "date" && found.stop === String(at - 1); part += 1) {
          await page.keyboard.press("Tab");
          found = await page.evaluate(focused);
        }
        if (found.stop !== String(at)) {
          findings.push(`${kind}: stop ${at} of ${stops} led to ${found.stop}: ${found.what}`);
          break;
        }
        if (!found.shows) findings.push(`${kind}: the focus is not seen on ${found.what}`);
      }
    }
    await context.close();
    assert.deepEqual(findings, []);
  });
}

test("the first key leads past the menu, arrows walk the matrix, Enter opens a remark and Escape closes it", async () => {
  const { page, context } = await visitor(browser);
  await page.goto(house.address);
  const overview = await page.locator("main a[href^='/rounds/']").first().getAttribute("href");
  await page.goto(`${house.address}${overview}`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await page.goto(house.address);
  await page.locator("table.matrix tbody tr").first().locator("th a").focus();
  await page.keyboard.press("ArrowRight");
  const cell = () =>
    page.evaluate(() => {
      const td = document.activeElement.closest("td, th");
      return [td.parentElement.rowIndex, td.cellIndex];
    });
  const [row, column] = await cell();
  await page.keyboard.press("ArrowDown");
  assert.deepEqual(await cell(), [row + 1, column]);
  const button = page.locator("table.matrix button").first();
  await button.focus();
  await page.keyboard.press("Enter");
  const remark = page.locator(".remark:popover-open");
  assert.equal(await remark.count(), 1);
  await page.keyboard.press("Escape");
  assert.equal(await remark.count(), 0);
  assert.ok(await button.evaluate((one) => one === document.activeElement), "the focus comes back");
  await context.close();
});
