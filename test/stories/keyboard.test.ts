import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { programmeOf } from "../e2e/demo-programme.ts";
import { answered, expectEntered, launchBrowser, openPage, signInAs } from "../support/browser.ts";
import { expectFocusKept, pressAt, tabTo, typeInto } from "../support/keyboard.ts";

/** Journeys by the keyboard alone: nothing is clicked, the focus is seen at each stop and never lost (docs/accessibility.md). */
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  ({ context, page } = await openPage(browser, "desktop"));
});
afterEach(() => context.close());

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
const undo = () => page.locator(".toast").getByRole("button", { name: "Отменить" });
const written = (part: string, act: () => Promise<unknown>) =>
  answered(page, (reply) => reply.url().includes(part) && reply.ok(), act);

async function openAs(who: string, path: string): Promise<void> {
  await signInAs(page, who);
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
}

/** From the form that is open to the report sent, and back again within the minute. */
async function expectTakenBackWhenSent(): Promise<void> {
  await pressAt(button("Проверить и отправить"));
  await page.getByRole("heading", { level: 1, name: "Проверьте отчёт перед отправкой" }).waitFor();
  await expectFocusKept(page);
  await written("/submit", () => pressAt(button("Отправить отчёт")));
  await page.getByRole("heading", { level: 1, name: "Что нужно сделать" }).waitFor();
  await written("/withdraw", () => pressAt(undo()));
  await expectFocusKept(page);
}

describe("by the keyboard alone, a school or a centre", () => {
  it("enters, goes past the navigation and opens the guide from its home", async () => {
    await page.goto("/sign-in");
    await pressAt(button(/Л\.\sС\.\sЕгорова/));
    await expectEntered(page);
    await page.goto("/todo");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await pressAt(page.getByRole("link", { name: "Перейти к содержанию" }));
    await expect.poll(() => page.evaluate(() => document.activeElement!.id)).toBe("main");
    await pressAt(page.getByRole("link", { name: "Как это сделать" }));
    const heading = page.getByRole("heading", { level: 2, name: "Отчитаться", exact: true });
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("reports: words, a link as evidence, sends it and takes it back", async () => {
    await openAs("Л. С. Егорова", "/todo");
    await pressAt(page.getByRole("link", { name: /^(Отчитаться|Продолжить)/ }).first());
    await typeInto(page.getByLabel("Что сделано"), "Провели встречу в октябре, участвовали все школы округа.");
    for (const value of await page.locator("table.pf input").all()) await typeInto(value, "2");
    await pressAt(button("Добавить ссылку"));
    await typeInto(page.getByRole("textbox", { name: /^Ссылка/ }).last(), "https://centre.example/vstrecha");
    await expectTakenBackWhenSent();
  });

  it("corrects what was returned", async () => {
    await openAs("Е. М. Северова", "/todo");
    await pressAt(page.getByRole("link", { name: /^Исправить/ }).first());
    const text = page.getByLabel("Что сделано");
    await tabTo(text);
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Подписано директором.");
    await expectTakenBackWhenSent();
  });

  it("hands over to a colleague and takes it back", async () => {
    await openAs("Л. С. Егорова", "/our-work/people");
    const give = async (from: RegExp, to: RegExp, act: string) => {
      const tick = page.getByRole("list", { name: from }).getByRole("checkbox").first();
      await pressAt(tick, "Space");
      await pressAt(button("Передать: 1"));
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      await pressAt(dialog.getByRole("radio").first(), "Space");
      const person = dialog.getByRole("radio", { name: to });
      for (let at = await dialog.getByRole("radio").count(); at > 0 && !(await person.isChecked()); at -= 1)
        await page.keyboard.press("ArrowDown");
      expect(await person.isChecked()).toBe(true);
      await written("/api/", () => pressAt(dialog.getByRole("button", { name: act, exact: true })));
      await dialog.waitFor({ state: "hidden" });
      await expectFocusKept(page);
    };
    await give(/Никому/, /Лапина/, "Передать");
    await give(/Лапина/, /Никому/, "Забрать");
  });

  it("chooses how often letters come", async () => {
    await openAs("Л. С. Егорова", "/letters");
    const chosen = page.getByRole("radio", { checked: true });
    await tabTo(chosen.first());
    await page.keyboard.press("ArrowDown");
    await written("/api/letter-choice", () => pressAt(button("Сохранить")));
    await expectFocusKept(page);
  });
});

describe("by the keyboard alone, an officer", () => {
  it("looks through the reminders to all who are late, and leaves them unsent", async () => {
    await openAs("Н. А. Ветрова", "/today");
    await pressAt(button("Напомнить всем"));
    const dialog = page.getByRole("dialog", { name: "Напомнить о просроченном" });
    await pressAt(dialog.getByRole("button", { name: /^Текст для/ }).first());
    await tabTo(dialog.getByRole("textbox").first());
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await expect.poll(() => button("Напомнить всем").evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it("walks the heat map by arrows, opens a cell, moves a due day and moves it back", async () => {
    await signInAs(page, "Н. А. Ветрова");
    await page.goto(`${await programmeOf(page)}/execution?year=2022`);
    const stop = page.locator('table.hm a[tabindex="0"]');
    await stop.waitFor();
    // a screen reader meets a table: heads of rows and columns, and each cell in words
    expect(await page.locator("table.hm").getByRole("columnheader").count()).toBeGreaterThan(10);
    expect(await page.locator("table.hm").getByRole("rowheader").count()).toBeGreaterThan(3);
    await tabTo(stop);
    const words = () => page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
    const first = await words();
    await page.keyboard.press("ArrowRight");
    expect(await words()).not.toBe(first);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/progress\/rows\?/);
    await pressAt(page.getByRole("checkbox", { name: /^Отметить: / }).first(), "Space");
    await pressAt(button("Перенести срок"));
    const dialog = page.getByRole("dialog");
    await typeInto(dialog.getByLabel("Новый срок"), "30.06.2022");
    await typeInto(dialog.getByLabel("Почему"), "Карантин");
    await pressAt(dialog.getByRole("button", { name: /^Перенести/ }));
    await dialog.waitFor({ state: "hidden" });
    await expectFocusKept(page);
    await pressAt(undo());
    await page.getByText(/^Перенос отменён:\s1/).waitFor();
    await expectFocusKept(page);
  });

  it("pauses a measure and resumes it", async () => {
    await signInAs(page, "Н. А. Ветрова");
    await page.goto(`${await programmeOf(page)}/measures`);
    await pressAt(page.locator('main a[href*="/measures/"]').last());
    await pressAt(button("Приостановить"));
    const dialog = page.getByRole("dialog", { name: "Приостановить мероприятие" });
    await typeInto(dialog.getByLabel("Почему"), "Ремонт зала");
    await pressAt(dialog.getByRole("button", { name: "Приостановить", exact: true }));
    await dialog.waitFor({ state: "hidden" });
    await expectFocusKept(page);
    await pressAt(button("Возобновить"));
    await button("Возобновить").waitFor({ state: "hidden" });
    await expectFocusKept(page);
  });

  it("sets a period beside another and reaches its Excel file", async () => {
    await signInAs(page, "Н. А. Ветрова");
    await page.goto(`${await programmeOf(page)}/summary`);
    await page.getByRole("heading", { name: "Что получилось" }).waitFor();
    await pressAt(button(/^Период:/));
    await chooseItem("год");
    await page.getByRole("heading", { level: 2, name: "2021 год" }).waitFor();
    await pressAt(button(/^Сравнить:/));
    await chooseItem("с предыдущим");
    await page.getByRole("heading", { level: 2, name: "2021 год и 2020 год" }).waitFor();
    const file = page.waitForEvent("download");
    await pressAt(page.getByRole("link", { name: "Excel" }));
    expect((await file).suggestedFilename()).toMatch(/\.xlsx$/);
  });
});

/** A line of an open menu, by the arrows. */
async function chooseItem(name: string): Promise<void> {
  const item = page.getByRole("menuitemradio", { name, exact: true });
  await item.waitFor();
  await expect
    .poll(async () => {
      if (!(await item.evaluate((one) => one === document.activeElement))) await page.keyboard.press("ArrowDown");
      return item.evaluate((one) => one === document.activeElement);
    })
    .toBe(true);
  await page.keyboard.press("Enter");
}
