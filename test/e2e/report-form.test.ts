import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, BrowserContext, Page, Response } from "playwright-core";
import {
  answered,
  enterAs,
  signInAs,
  expectSoundPage,
  launchBrowser,
  openPage,
  PATIENCE_MS,
  type Width,
} from "../support/browser.ts";
import { sendAndWithdraw } from "./report-steps.ts";

// of another organisation than those that other files watch: what is sent here is late no more for a while
const REPORTER = "Л. С. Егорова";
/** longer than the pause before a draft goes to the server, and than the probe of a lost connection */
const SAVED = /Черновик сохранён в/;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const text = (page: Page) => page.getByLabel("Что сделано");

async function openForm(page: Page): Promise<void> {
  await page.goto("/todo");
  const report = page.getByRole("link", { name: /^(Отчитаться|Продолжить): / });
  const more = page.getByRole("button", { name: /^Показать до конца/ });
  await report.or(more).first().waitFor();
  if ((await report.count()) === 0) await more.click();
  await report.first().click();
  await text(page).waitFor();
}

/** The draft as the server has it: this device's own copy is thrown away first. */
async function fromServer(page: Page): Promise<string> {
  const form = page.url();
  // leaving the form keeps what it held
  await page.goto("/favicon.svg");
  await page.evaluate(() => localStorage.clear());
  await page.goto(form);
  await text(page).waitFor();
  return text(page).inputValue();
}

const ofReport = (answer: Response) => /\/api\/reports/.test(answer.url()) && answer.ok();

async function typed(page: Page, words: string): Promise<void> {
  await answered(page, ofReport, () => text(page).fill(words));
}

async function attach(page: Page): Promise<void> {
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({
      name: "Справка.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.4\nсправка\n%%EOF"),
    });
  await page.getByText("Загружен").first().waitFor();
}

/** The day written by keys alone, over whatever the field holds. */
async function typeDay(page: Page, day: string): Promise<void> {
  await page.getByLabel("Когда выполнено").click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(day, { delay: 40 });
}

describe.each<Width>(["desktop", "phone"])("the report form, %s", (width) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    ({ context, page } = await openPage(browser, width));
    await enterAs(page, REPORTER);
    await page.waitForURL("**/todo");
  });
  afterAll(() => context.close());

  it("says what is missing, each line leading to its field", async () => {
    await openForm(page);
    await expectSoundPage(page);
    await text(page).fill("");
    await page.getByRole("button", { name: "Проверить и отправить" }).click();
    await page.getByRole("alert").waitFor();
    await expectSoundPage(page);
    await page.getByRole("link", { name: /Напишите в двух-трёх/ }).click();
    expect(await text(page).evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
  });

  it("keeps what was typed without connection and sends it when it is back", async () => {
    await openForm(page);
    await context.setOffline(true);
    const words = `Набрано без связи, ${width}`;
    await text(page).fill(words);
    await page.getByText("Нет связи").waitFor();
    await page.getByText("Черновик сохранён на этом устройстве").waitFor();
    await answered(page, ofReport, () => context.setOffline(false));
    expect(await fromServer(page)).toBe(words);
  });

  it("keeps what was typed when the session ends, and goes on after signing in over the page", async () => {
    await openForm(page);
    await context.clearCookies();
    const words = `Набрано после конца сеанса, ${width}`;
    await text(page).fill(words);
    await page.getByRole("dialog").getByText("Вход закончился").waitFor();
    await answered(page, ofReport, () => page.getByRole("button", { name: "Войти снова" }).click());
    expect(await fromServer(page)).toBe(words);
  });

  it("shows both texts when the draft was saved in another window, and saves the one chosen", async () => {
    await openForm(page);
    const other = await context.newPage();
    await other.goto(page.url());
    await text(other).waitFor();
    await typed(page, `Из первого окна, ${width}`);
    await page.getByText(SAVED).waitFor();
    await text(other).fill(`Из второго окна, ${width}`);
    const dialog = other.getByRole("dialog");
    await dialog.getByText(`Из первого окна, ${width}`).waitFor();
    await dialog.getByText(`Из второго окна, ${width}`).waitFor();
    await answered(other, ofReport, () => other.getByRole("button", { name: "Оставить мой вариант" }).click());
    expect(await fromServer(other)).toBe(`Из второго окна, ${width}`);
    await other.close();
  });

  it("is no conflict with oneself where the page was left before a save was answered", async () => {
    await openForm(page);
    const form = page.url();
    let saved = 0;
    await page.route(/\/api\/reports/, async (route) => {
      if (route.request().method() === "GET") return route.fallback();
      await route.fetch();
      saved += 1;
      // and the answer never comes
    });
    await text(page).fill(`Ответа не дождались, ${width}`);
    await expect.poll(() => saved).toBe(1);
    await text(page).fill(`И набрали ещё, ${width}`);
    await page.goto("/favicon.svg");
    await page.unroute(/\/api\/reports/);
    await answered(page, ofReport, () => page.goto(form));
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await fromServer(page)).toBe(`И набрали ещё, ${width}`);
  });

  it("takes every digit of a day typed last, under the list of what the last check found", async () => {
    await openForm(page);
    await text(page).fill("");
    await page.getByRole("button", { name: "Проверить и отправить" }).click();
    await page.getByRole("alert").waitFor();
    await text(page).fill("Провели в ноябре, участвовали все учителя начальных классов.");
    for (const field of await page.locator("table.pf input").all()) await field.fill("1");
    await attach(page);
    const day = page.getByLabel("Когда выполнено");
    await typeDay(page, "15.11.2021");
    expect(await day.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
    expect(await day.inputValue()).toBe("15.11.2021");
    await page.keyboard.press("Tab");
    expect(await day.inputValue()).toBe("15 ноября 2021");
    expect(await page.getByRole("alert").count()).toBe(0);
    await typeDay(page, "16.11.2021");
    await page.keyboard.press("Tab");
    expect(await day.inputValue()).toBe("16 ноября 2021");
    await typeDay(page, "на той неделе");
    await page.keyboard.press("Tab");
    expect(await day.inputValue()).toBe("на той неделе");
    await page.getByRole("button", { name: "Проверить и отправить" }).click();
    await page.getByRole("alert").getByText("не похоже на дату").waitFor();
    await typeDay(page, "16.11.2021");
    await page.keyboard.press("Tab");
    expect(await day.inputValue()).toBe("16 ноября 2021");
  });

  it("shows a photograph small beside its name, and larger over the page", async () => {
    await openForm(page);
    const name = `Двор, ${width}.jpg`;
    const buffer = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#88b4d8" } })
      .jpeg()
      .toBuffer();
    const saved: string[] = [];
    page.on("response", (answer) => ofReport(answer) && saved.push(answer.request().postData() ?? ""));
    await page.locator("input[type=file]").first().setInputFiles({ name, mimeType: "image/jpeg", buffer });
    const address = await page.getByRole("link", { name }).getAttribute("href");
    await expect.poll(() => saved.some((draft) => draft.includes(address!.split("/").at(-1)!))).toBe(true);
    const small = page.getByRole("button", { name: `Показать крупнее: ${name}` });
    await expect.poll(async () => [await fromServer(page), await small.count()][1], { timeout: PATIENCE_MS }).toBe(1);
    await small.click();
    const larger = page.getByRole("dialog").getByRole("img", { name: `Снимок ${name}` });
    await expect.poll(() => larger.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(600);
    await expectSoundPage(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: `Убрать файл ${name}` }).click();
  });

  it("is filled, checked, sent, and taken back within the minute", async () => {
    await openForm(page);
    await text(page).fill("Провели в сентябре, участвовали все учителя начальных классов.");
    for (const field of await page.locator("table.pf input").all()) await field.fill("1");
    await page.getByLabel("Когда выполнено").fill("01.12.2021");
    await page.keyboard.press("Tab");
    await attach(page);
    await page.getByRole("button", { name: "Проверить и отправить" }).click();
    await page.getByRole("heading", { name: "Проверьте отчёт перед отправкой" }).waitFor();
    await expectSoundPage(page);
    await page.getByRole("button", { name: "Отправить отчёт" }).click();
    await page.getByText(/^Отчёт отправлен на\sпроверку: \d/).waitFor();
    expect(new URL(page.url()).pathname).toBe("/todo");
    await page.getByRole("button", { name: "Отменить" }).click();
    await text(page).waitFor();
    expect(await text(page).inputValue()).toContain("учителя начальных классов");
    await expectSoundPage(page);

    // later it is taken back from its own page, which asks first
    await sendAndWithdraw(page);
  });
});

describe.each<Width>(["desktop", "phone"])("the decision on a report, %s", (width) => {
  it("shows the remark with its action, and forgives a field once it is written", async () => {
    const { context, page } = await openPage(browser, width);
    await signInAs(page, "Н. А. Ветрова");
    await page.goto("/reports");
    await page.locator("main a[href^='/reports/']").first().click();
    const giveBack = page.getByRole("button", { name: "Вернуть на доработку" });
    // the buttons rest for a moment, so that a double press reaches neither
    await page.locator(".decide .btn:not([aria-disabled=true])", { hasText: "Вернуть" }).click();
    const remark = page.getByLabel("Что исправить");
    const { height } = page.viewportSize()!;
    for (const part of [remark, giveBack]) {
      const box = (await part.boundingBox())!;
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
    await giveBack.click();
    const invalid = () => remark.getAttribute("aria-invalid");
    await expect.poll(invalid).toBe("true");
    await remark.fill("Назовите участников.");
    await page.keyboard.press("Tab");
    expect(await invalid()).toBeNull();
    await context.close();
  });
});
