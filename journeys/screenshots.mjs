// Every kind of page at three widths in both languages, as a stranger and as the secretariat.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser, startHouse, visitor } from "./house.mjs";
import { signIn, walk } from "./walk.mjs";

const FOLDER = process.env.SCREENSHOTS ?? "target/screenshots";
const WIDTHS = [360, 768, 1280];

await mkdir(FOLDER, { recursive: true });
const house = await startHouse();
const browser = await openBrowser();
try {
  for (const language of ["da", "en"]) {
    for (const who of ["stranger", "secretariat"]) {
      await photograph(who, language);
    }
  }
} finally {
  await browser.close();
  await house.stop();
}

async function photograph(who, language) {
  const { context, page } = await visitor(browser, { language });
  if (who === "secretariat") await signIn(page, house.address);
  const start = who === "secretariat" ? `${house.address}/desk` : `${house.address}/`;
  const pages = await walk(page, start);
  for (const [kind, address] of pages) {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      const name = kind.replaceAll(/[^\w]+/g, "_").replace(/^_$/, "front");
      const path = join(FOLDER, `${who}-${name}-${language}-${width}.png`);
      await page.screenshot({ path, fullPage: true });
    }
  }
  console.log(`${who} ${language}: ${pages.size} kinds of page at ${WIDTHS.join(", ")} px`);
  await context.close();
}
