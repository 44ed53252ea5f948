import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectSoundPage, launchBrowser, openPage, signInAs, type Width } from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each<Width>(["desktop", "phone"])("the language of the interface, %s", (width) => {
  it("is chosen before signing in, stays on the device and goes back from the person's menu", async () => {
    const { context, page } = await openPage(browser, width);
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Русский" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await expectSoundPage(page);
    const chosen = await context.cookies();
    await signInAs(page, "Е. М. Северова");
    // signing in as another person of the demonstration began with an empty store of cookies
    await context.addCookies(chosen.filter(({ name }) => name === "orientir_language"));
    await page.goto("/todo");
    await page.getByRole("heading", { level: 1, name: "What is due" }).waitFor();
    await page
      .getByRole("link", { name: /^Report/ })
      .first()
      .waitFor();
    await expectSoundPage(page);
    if (width === "phone") await page.locator("nav.foot").getByRole("button", { name: /^More/ }).click();
    else await page.getByRole("button", { name: /Е\. М\. Северова|Е\.\sМ\.\sСеверова/ }).click();
    await page.getByRole("radiogroup", { name: "Language" }).getByText("Русский").click();
    await page.getByRole("heading", { level: 1, name: "Что нужно сделать" }).waitFor();
    await context.close();
  });

  it("is said by refusals too", async () => {
    const { context, page } = await openPage(browser, width);
    await page.goto("/sign-in?form");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByLabel("Login").fill("vetrova");
    await page.getByLabel("Password", { exact: true }).fill("not this one");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    const refusal = page.getByRole("alert").first();
    await refusal.waitFor();
    expect(await refusal.innerText()).not.toMatch(/\p{Script=Cyrillic}/u);
    await context.close();
  });
});

it("is Russian where the cookie names no language of ours", async () => {
  const { context, page } = await openPage(browser, "phone");
  const answer = await page.request.get("/", { headers: { cookie: "orientir_language=fr" } });
  expect(await answer.text()).toContain('<html lang="ru">');
  await context.close();
});
