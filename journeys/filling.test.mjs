// A coordinator fills the form in while a colleague does the same: nothing that anybody types is
// lost, also when the server is away. Then it is looked through and submitted. With JavaScript
// and without.
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

const FORM = "/rounds/2026/progress-forms/0101/fill";

async function coordinator(settings = {}) {
  const visit = await visitor(browser, settings);
  await signIn(visit.page, house.address, "Amina Holst");
  return visit;
}

async function open(page, number) {
  await page.goto(`${house.address}${FORM}/${number}`);
}

async function saved(page) {
  await page.waitForFunction(() => /^Gemt kl\. \d+\.\d\d/.test(document.querySelector("[data-saved]").textContent));
}

async function stands(page, number) {
  await open(page, number);
  return page.inputValue("#remark");
}

test("what is typed is saved without a button, and is there after a reload", async () => {
  const { page, complaints } = await coordinator();
  await page.goto(`${house.address}/desk`);
  await page.getByRole("link", { name: "Begynd på skemaet" }).click();
  await page.getByRole("link", { name: "Begynd på skemaet" }).click();
  await page.locator("label", { hasText: "Grøn" }).click();
  await page.fill("#remark", "**Kontakten** er på plads.\n- to medarbejdere");
  await saved(page);
  await page.reload();
  assert.equal(await page.inputValue("#remark"), "**Kontakten** er på plads.\n- to medarbejdere");
  assert.ok(await page.isChecked("#status-green"));
  assert.deepEqual(await accessibilityFindings(page), []);
  assert.deepEqual(complaints, []);
});

test("two people at one answer keep both changes, and choose where both wrote the same", async () => {
  const [one, other] = [await coordinator(), await coordinator()];
  await open(one.page, 2);
  await one.page.fill("#remark", "Første afsnit.\nAndet afsnit.\nTredje afsnit.");
  await saved(one.page);
  await open(other.page, 2);
  await other.page.fill("#remark", "Første afsnit.\nAndet afsnit.\nTredje afsnit.\nFjerde, fra den anden.");
  await saved(other.page);
  await one.page.fill("#remark", "Første afsnit, rettet.\nAndet afsnit.\nTredje afsnit.");
  await one.page.waitForFunction(() => document.querySelector("#remark").value.includes("Fjerde"));
  const joined = "Første afsnit, rettet.\nAndet afsnit.\nTredje afsnit.\nFjerde, fra den anden.";
  assert.equal(await one.page.inputValue("#remark"), joined);
  await other.page.locator("label", { hasText: "Gul" }).click();
  await other.page.waitForFunction(() => document.querySelector("#remark").value.includes("rettet"));
  await one.page.fill("#remark", "Kun mit.");
  await saved(one.page);
  await other.page.fill("#remark", "Kun den andens.");
  await other.page.locator(".conflict").waitFor();
  assert.match(await other.page.innerText(".conflict"), /Kun mit\./);
  assert.match(await other.page.innerText(".conflict"), /Kun den andens\./);
  assert.deepEqual(await accessibilityFindings(other.page), []);
  await other.page.check("#choose-remark-joined");
  await other.page.fill("#joined-remark", "Kun mit.\nKun den andens.");
  await other.page.click(".conflict button");
  assert.equal(await stands(one.page, 2), "Kun mit.\nKun den andens.");
});

test("what is typed while the server is away is kept in the browser and saved later", async () => {
  const { page, context } = await coordinator();
  await open(page, 3);
  await context.setOffline(true);
  await page.fill("#remark", "Skrevet uden forbindelse.");
  await page.waitForFunction(() => document.querySelector("[data-saved]").textContent.startsWith("Ikke gemt endnu"));
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await open(again, 3);
  // Saved from the copy now, or by the request that outlived the page: the browser may do either.
  await again.waitForFunction(() => /^(Gemt kl|Sidst gemt)/.test(document.querySelector("[data-saved]").textContent));
  assert.equal(await stands(again, 3), "Skrevet uden forbindelse.");
});

test("leaving the page in the middle of a word loses nothing", async () => {
  const { page } = await coordinator();
  await open(page, 4);
  await page.locator("#remark").pressSequentially("Midt i en sætn");
  await page.click("a[rel=next]");
  await page.waitForURL(/fill\/5$/);
  await open(page, 4);
  await page.waitForFunction(() => document.querySelector("#remark").value === "Midt i en sætn");
});

for (const javascript of [true, false]) {
  const how = javascript ? "with JavaScript" : "without JavaScript";
  test(`a form is filled in, looked through and submitted (${how})`, async () => {
    const { page } = await visitor(browser, { javascript, width: javascript ? 1280 : 360 });
    const [code, name] = javascript ? ["0101", "Amina Holst"] : ["0190", "Signe Falk"];
    await signIn(page, house.address, name);
    const form = `${house.address}/rounds/2026/progress-forms/${code}/fill`;
    for (let number = 1; number <= 14; number += 1) {
      await page.goto(`${form}/${number}`);
      await page.locator("label", { hasText: number === 1 ? "Rød" : "Grøn" }).click();
      await page.fill("#remark", number === 1 ? "" : `Indsats nr. ${number} er i gang.`);
      await page.click("button[value=save_next]");
      await page.waitForURL(number === 14 ? /fill$/ : new RegExp(`fill/${number + 1}$`));
    }
    await page.goto(`${form}/submit`);
    await page.click("button[value=submit]");
    assert.match(await page.innerText("#errors"), /rød/i);
    await page.locator("#errors a").first().click();
    await page.goto(`${form}/1`);
    await page.fill("#remark", "Der mangler en kontaktperson.");
    await page.click("button[value=save_next]");
    await page.waitForURL(/fill\/2$/);
    await page.goto(`${form}/submit`);
    await page.click("button[value=submit]");
    await page.waitForURL(/receipts\/1$/);
    assert.match(await page.innerText(".facts"), /[0-9a-f]{64}/);
    if (javascript) assert.deepEqual(await accessibilityFindings(page), []);
  });
}
