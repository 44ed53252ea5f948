import { Secret, TOTP } from "otpauth";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signInAs, expectSoundPage, launchBrowser, openPage, type Width } from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Nobody else's story enters as these two: setting a second step up ends their other sessions. */
describe.each<[Width, string]>([
  ["desktop", "Ф. И. Лосев"],
  ["phone", "О. В. Зимина"],
])("the second step of sign-in, %s", (width, person) => {
  it("is set up on the account page, shows its codes once and is taken off", async () => {
    const { context, page } = await openPage(browser, width);
    await signInAs(page, person);
    await page.goto("/password");
    await page.getByRole("button", { name: "Включить второй шаг" }).click();
    await page.getByRole("img", { name: /Картинка с ключом/ }).waitFor();
    await expectSoundPage(page);
    const secret = (await page.locator(".factor-key").innerText()).replace(/\s/g, "");
    const code = page.getByLabel("Код из приложения");
    await code.fill("12345");
    await page.getByRole("button", { name: "Включить", exact: true }).click();
    await page.getByText("Код из приложения – шесть цифр").waitFor();
    await code.fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
    await page.getByRole("button", { name: "Включить", exact: true }).click();
    await expect.poll(() => page.locator(".recovery-codes li").count()).toBe(10);
    await expectSoundPage(page);
    await page.getByRole("button", { name: "Коды сохранены" }).click();
    await page.getByText("осталось 10 запасных кодов").waitFor();
    await page.getByRole("button", { name: "Снять второй шаг" }).click();
    await page.getByRole("button", { name: "Включить второй шаг" }).waitFor();
    await context.close();
  });

  it("of a stranger: a page for a forgotten password, and a foreign sign-in that is not set here", async () => {
    const { context, page } = await openPage(browser, width);
    await page.goto("/recovery");
    await page.getByLabel("Логин").fill("vetrova@example.test");
    await page.getByRole("button", { name: "Прислать ссылку" }).click();
    await page.getByText("Письма здесь не отправляются").waitFor();
    await expectSoundPage(page);
    await page.goto("/sign-in/foreign?code=x&state=y");
    await page.getByText("Вход через внешнюю службу здесь не настроен").waitFor();
    expect(new URL(page.url()).search).toBe("");
    await expectSoundPage(page);
    await context.close();
  });
});
