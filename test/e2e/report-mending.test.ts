import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { enterAs, expectSoundPage, launchBrowser, openPage, type Width } from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each<Width>(["desktop", "phone"])("what is mended in a report form, %s", (width) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    ({ context, page } = await openPage(browser, width));
    await enterAs(page, "Л. С. Егорова");
    await page.waitForURL("**/todo");
  });
  afterAll(() => context.close());

  it("moves nothing under a press that leaves a mended field, and takes what is typed into a new link", async () => {
    await page.goto("/todo");
    await page
      .getByRole("link", { name: /^(Отчитаться|Продолжить): / })
      .first()
      .click();
    const text = page.getByLabel("Что сделано");
    await text.waitFor();
    const day = page.getByLabel("Когда выполнено");
    await text.fill("");
    await day.click();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("на той неделе");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Проверить и отправить" }).click();
    await page.getByRole("alert").waitFor();
    await day.click();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("15.11.2021");
    const choose = page.getByRole("button", { name: /^Выбрать файл/ });
    await choose.evaluate((button) => button.scrollIntoView({ block: "center" }));
    // a notice of an earlier deed may lie over it for a while
    if (width === "desktop") await choose.click({ trial: true });
    const at = (await choose.boundingBox())!;
    if (width === "desktop") {
      // pressed by hand where it stands: the field is left between the press and the release
      await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
      const chooser = page.waitForEvent("filechooser");
      await page.mouse.down();
      await page.mouse.up();
      await chooser;
    } else await page.keyboard.press("Tab");
    expect((await choose.boundingBox())!.y).toBe(at.y);
    expect(await day.inputValue()).toBe("15 ноября 2021");
    await page.getByRole("alert").getByText("исправлено").first().waitFor();

    await page.getByRole("button", { name: "Добавить ссылку" }).click();
    await page.keyboard.type("https://school.example/otchet");
    expect(
      await page
        .getByLabel(/^Ссылка/)
        .last()
        .inputValue(),
    ).toBe("https://school.example/otchet");
    await expectSoundPage(page);
    await page
      .getByRole("button", { name: /^Убрать ссылку/ })
      .last()
      .click();
  });
});
