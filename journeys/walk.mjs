// Every kind of page that can be reached by links, found by walking: a new page is looked at
// without being listed anywhere.

/** `/rounds/2025/recommendations/3?status=red` and the like are one kind of page. */
export function kindOf(address) {
  const { pathname, searchParams } = new URL(address);
  const names = [...new Set(searchParams.keys())].filter((name) => name !== "lang").sort();
  const path = pathname.replaceAll(/\/(\d[\w-]*|[0-9a-f]{16,})(?=\/|$)/g, "/*");
  return names.length ? `${path}?${names.join("&")}` : path;
}

const FILES = /\.(docx|pdf|xlsx|html|csv|json|svg|xml|ics|atom)$/;

/** One address of each kind of page, in the order in which a reader would come by. */
export async function walk(page, start, { most = 60 } = {}) {
  const home = new URL(start).origin;
  const found = new Map([[kindOf(start), start]]);
  const waiting = [start];
  while (waiting.length > 0 && found.size < most) {
    await page.goto(waiting.shift());
    const links = await page.$$eval("a[href]", (anchors) =>
      anchors.map((anchor) => new URL(anchor.getAttribute("href"), document.baseURI).href),
    );
    for (const link of links) {
      const address = link.split("#")[0];
      const { origin, pathname, searchParams } = new URL(address);
      if (origin !== home || FILES.test(pathname) || pathname.startsWith("/static/")) continue;
      if (searchParams.has("lang") || found.has(kindOf(address))) continue;
      found.set(kindOf(address), address);
      waiting.push(address);
    }
  }
  return found;
}

/** Signs a visitor in as one of the demonstration's people: its secretariat, if nobody is named. */
export async function signIn(page, address, name = "Ditte Lindegaard") {
  await page.goto(`${address}/sign-in`);
  await page.locator(".people-to-be button", { hasText: name }).click();
  await page.locator(".site-tools form").waitFor();
}
