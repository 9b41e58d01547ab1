// A house to walk through: the server with the demonstration in a folder of its own, and a
// browser in front of it.
import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const PROGRAM = process.env.PEJLING ?? "target/debug/pejling";
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

// Debian's Chromium looks for its makers' hosts at every start; a closed network makes that slow.
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the server with the demonstration, told `more` on its command line; `address` is where it
 * answers, `said` what it prints. */
export async function startHouse({ demo = true, more = [] } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "pejling-journey-"));
  const words = ["serve", "--listen", "127.0.0.1:0", "--data", folder, ...more];
  if (demo) words.push("--demo");
  const server = spawn(PROGRAM, words, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, PEJLING_LANGUAGE: "da", RUST_LOG: "warn" },
  });
  const said = [];
  const address = await new Promise((resolve, reject) => {
    const lines = createInterface({ input: server.stdout });
    lines.on("line", (line) => {
      said.push(line);
      const found = line.match(/http:\/\/[\d.:]+/)?.[0];
      if (found) resolve(found);
    });
    lines.on("close", () => reject(new Error("the server ended before it said where it listens")));
  });
  return {
    address,
    folder,
    said,
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What another command of the program prints; `words` are those of the command line. */
export function command(...words) {
  return execFileSync(PROGRAM, words, {
    encoding: "utf8",
    env: { ...process.env, PEJLING_LANGUAGE: "da" },
  });
}

/** A browser; each visitor has cookies of their own. */
export async function openBrowser() {
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET });
}

/** A visitor with a page of their own. Errors in the page's console are collected. */
export async function visitor(browser, { width = 1280, language = "da", javascript = true } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: language === "da" ? "da-DK" : "en-GB",
    javaScriptEnabled: javascript,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { context, page, complaints };
}

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds on a page, one line each. WCAG 2.1 A and AA and the best practices. */
export async function accessibilityFindings(page) {
  const source = await (await import("node:fs/promises")).readFile(AXE, "utf8");
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")} (${violation.help})`),
  );
}
