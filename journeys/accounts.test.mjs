// The first person comes in by the link that the server printed, invites a colleague and a
// coordinator; the coordinator takes the invitation, changes the password, sees where she is signed
// in, and leaves: her work is handed over. With and without JavaScript.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityFindings, command, openBrowser, startHouse, visitor } from "./house.mjs";

const DITTE = "tre røde cykler ved fjorden";
const PIA = "en grøn kajak under broen";
const NEW = "syv hvide svaner på isen";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
});

async function choosePassword(page, words) {
  await page.fill("#password", words);
  await page.fill("#again", words);
  await page.click("main form button[type=submit]");
}

async function signIn(page, address, mail, words) {
  await page.goto(`${address}/sign-in`);
  await page.fill("#mail", mail);
  await page.fill("#password", words);
  await page.click("main form button[type=submit]");
}

async function signOut(page) {
  await page.click(".site-tools form button");
  await page.locator(".site-tools a[href='/sign-in']").waitFor();
}

async function invite(page, address, authority, name, mail, role) {
  await page.goto(`${address}/authorities/${authority}/people`);
  await page.locator("main a", { hasText: "Invitér en person" }).first().click();
  await page.fill("#name", name);
  await page.fill("#mail", mail);
  await page.locator(`input[value=${role}]`).check();
  await page.click("main form button[type=submit]");
  assert.match(await page.innerText(".alert-success"), /Invitationen er sendt/);
  assert.match(await page.innerText("table.data"), new RegExp(`${name}[\\s\\S]*Inviteret`));
}

/** No mail is set up here: the operator gives the link. */
function linkTo(house, name, mail, role) {
  const said = command(
    "account", "invite", "--name", name, "--mail", mail, "--role", role,
    "--data", house.folder, "--public-address", house.address,
  );
  return said.match(/http:\S+/)[0];
}

for (const javascript of [true, false]) {
  const how = javascript ? "with JavaScript" : "without JavaScript";
  test(`people come in, work and leave (${how})`, async () => {
    const house = await startHouse({ demo: false });
    try {
      const { page, context, complaints } = await visitor(browser, { javascript });
      const accessible = async () => {
        if (javascript) assert.deepEqual(await accessibilityFindings(page), [], page.url());
      };
      while (house.said.length < 2) await new Promise((resolve) => setImmediate(resolve));
      const first = house.said.join("\n").match(/http:\S+first-account\S+/)[0];

      // The first person; what is refused is said beside its field.
      await page.goto(first);
      await accessible();
      await page.fill("#name", "Ditte Holm");
      await page.fill("#mail", "ditte@example.org");
      await choosePassword(page, "DitteHolm2026");
      assert.match(await page.innerText("#password-error"), /let at gætte/);
      assert.equal(await page.inputValue("#mail"), "ditte@example.org");
      await accessible();
      await choosePassword(page, DITTE);
      assert.match(await page.innerText(".alert-success"), /Velkommen/);
      assert.equal(await page.innerText(".site-tools a[href='/account']"), "Ditte Holm");
      await accessible();
      assert.equal((await page.goto(first)).status(), 404);

      // She invites a coordinator and an administrator of a municipality.
      await page.goto(`${house.address}/people`);
      await accessible();
      await page.locator("main a", { hasText: "Furesø" }).click();
      await accessible();
      await invite(page, house.address, "0190", "Pia Lund", "pia@example.org", "coordinator");
      await invite(page, house.address, "0190", "Bo Falk", "bo@example.org", "administrator");
      await page.goto(`${house.address}/authorities/0190/people/new`);
      await accessible();
      await signOut(page);

      // Pia takes the invitation.
      await page.goto(linkTo(house, "Pia Lund", "pia@example.org", "coordinator@0190"));
      assert.match(await page.innerText("h1"), /Velkommen, Pia Lund/);
      await accessible();
      await choosePassword(page, PIA);
      assert.match(await page.innerText("main"), /Koordinator, Furesø/);

      // In another browser she is signed in as well, until she changes her password.
      const other = await visitor(browser, { javascript });
      await signIn(other.page, house.address, "pia@example.org", PIA);
      await page.reload();
      assert.equal(await page.locator("table.data tbody tr").count(), 2);
      await page.fill("#current", PIA);
      await page.fill("#password", NEW);
      await page.fill("#again", NEW);
      await page.locator("form[action='/account/password'] button").click();
      assert.match(await page.innerText(".alert-success"), /skiftet/);
      await other.page.goto(`${house.address}/account`);
      assert.match(other.page.url(), /\/sign-in\?to=\/account$/);
      await accessible();
      await other.page.fill("#mail", "PIA@example.org");
      await other.page.fill("#password", NEW);
      await other.page.click("main form button[type=submit]");
      assert.match(other.page.url(), /\/account$/);
      await other.context.close();
      const closed = await page.goto(`${house.address}/authorities/0190/people`);
      assert.equal(closed.status(), 404);
      await signOut(page);

      // Pia leaves: Bo takes over, and her account is closed.
      await signIn(page, house.address, "ditte@example.org", DITTE);
      await page.goto(`${house.address}/authorities/0190/people`);
      await page.locator("main a", { hasText: "Pia Lund" }).click();
      await accessible();
      await page.locator("main button", { hasText: "Luk brugeren" }).click();
      assert.match(await page.innerText(".alert-success"), /lukket/);
      await page.selectOption("#to", { label: "Bo Falk" });
      await page.locator("main button", { hasText: "Overdrag rollerne" }).click();
      assert.match(await page.innerText(".alert-success"), /overdraget/);
      const list = await page.innerText("table.data");
      assert.match(list, /Bo Falk[\s\S]*Administrator, Koordinator/);
      assert.doesNotMatch(list, /Pia Lund/);
      await signOut(page);
      await signIn(page, house.address, "pia@example.org", NEW);
      assert.match(await page.innerText("#mail-error"), /passer ikke sammen/);
      await page.click("main a[href='/forgotten-password']");
      await accessible();
      await page.fill("#mail", "pia@example.org");
      await page.click("main form button[type=submit]");
      assert.match(await page.innerText(".alert-success"), /Har du en bruger/);
      await accessible();
      assert.deepEqual(
        complaints.filter((one) => !/40[34]|422/.test(one)),
        [],
      );
      await context.close();
    } finally {
      await house.stop();
    }
  });
}
