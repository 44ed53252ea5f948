import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { enterAs, expectSoundPage, launchBrowser, openPage } from "../support/browser.ts";
import { planFile, sixtyRows } from "./district-plan.ts";
import { answerQuestions, kept, leftToAnswer, openPanel, plain, uploadDocument } from "./review-steps.ts";

const OFFICER = "Н. А. Ветрова";

/** Presses Tab until what is named has the focus, as people without a mouse do. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = globalThis.document.activeElement;
      return (element?.getAttribute("aria-label") ?? element?.textContent ?? "").replace(/\s+/gu, " ").trim();
    });
  for (let pressed = 0; pressed < 400; pressed += 1) {
    await page.keyboard.press("Tab");
    if (name.test(await focused())) return;
  }
  throw new Error(`Tab never comes to ${String(name)}`);
}

const summary = async (page: Page) => plain(await page.locator(".ib-top .fn > span").innerText());

it("sixty rows are read, put right and approved with the keyboard alone", async () => {
  const browser = await launchBrowser();
  const { page } = await openPage(browser, "desktop");
  try {
    await enterAs(page, OFFICER);
    await uploadDocument(page, planFile("Шестьдесят дел.docx", sixtyRows()));
    const press = (key: string) => page.keyboard.press(key);
    expect(await summary(page)).toMatch(/^60 мероприятий/);
    // what the browser's own search and print need: every row is in the page, seen or not
    await expect.poll(() => page.locator("[data-row]").count()).toBe(66);
    await expectSoundPage(page);

    // a cell with a list becomes two measures, and one undo takes it back
    await tabTo(page, /^Изменить строку 1\.4$/);
    await press("Enter");
    await page.getByRole("region", { name: "Что это за строка?" }).waitFor();
    await tabTo(page, /^Разделить на несколько$/);
    await press("Enter");
    await page.getByRole("dialog").getByText("Провести: смотр тетрадей").waitFor();
    await expectSoundPage(page);
    await tabTo(page, /^Разделить на 2 мероприятия$/);
    await kept(page, "arrange", () => press("Enter"));
    await expect.poll(() => summary(page)).toMatch(/^61 мероприятие/);
    await kept(page, "undo", () => press("Control+z"));
    await expect.poll(() => summary(page)).toMatch(/^60 мероприятий/);

    // the row about signatures is no measure
    await tabTo(page, /^Изменить строку 5\.12$/);
    await press("Enter");
    await openPanel(page).waitFor();
    await press("4");
    await kept(page, "arrange", () => press("Enter"));
    await expect.poll(() => summary(page)).toMatch(/^59 мероприятий/);

    // a role goes one column to the right and back
    const roles = async () =>
      (await page.locator(".role-chip [aria-hidden]").allInnerTexts()).map((text) =>
        plain(text).replace(/\u00AD/gu, ""),
      );
    await page.keyboard.press("Control+Home");
    await tabTo(page, /^Столбец «Срок»: Срок/);
    await kept(page, "arrange", () => press("Alt+ArrowRight"));
    await expect.poll(roles).toEqual(["№", "Мероприятие", "Исполнители", "Срок", "Результат"]);
    await kept(page, "undo", () => press("Control+z"));
    await expect.poll(roles).toEqual(["№", "Мероприятие", "Срок", "Исполнители", "Результат"]);

    // a term that goes on: the same answer for the two others like it, and back with one undo
    const asked = await leftToAnswer(page);
    await press("Escape");
    for (let step = 0; step < asked; step += 1) {
      await press("ArrowDown");
      await openPanel(page).waitFor();
      if ((await openPanel(page).getAttribute("aria-label")) === "Как часто отчитываться потом?") break;
    }
    await press("2");
    await kept(page, "decide", () => press("Enter"));
    await page.getByRole("button", { name: "Так же для ещё 2 строк" }).waitFor();
    await expect.poll(() => leftToAnswer(page)).toBe(asked - 1);
    await kept(page, "decide", () => press("Shift+Enter"));
    await expect.poll(() => leftToAnswer(page)).toBe(asked - 3);
    await kept(page, "undo", () => press("Control+z"));
    await expect.poll(() => leftToAnswer(page)).toBe(asked - 1);

    // the review goes on where it was after a reload
    const question = await openPanel(page).getAttribute("aria-label");
    await page.reload();
    await openPanel(page).waitFor();
    expect(await openPanel(page).getAttribute("aria-label")).toBe(question);
    await expect
      .poll(() => openPanel(page).evaluate((panel) => panel.getBoundingClientRect().top < innerHeight))
      .toBe(true);

    await answerQuestions(page, {
      byKeyboard: 80,
      choice: (asking) => (asking.startsWith("Не понято") ? /Не отчитываться/ : undefined),
    });
    await expectSoundPage(page);
    await tabTo(page, /^Утвердить и создать черновик$/);
    await press("Enter");
    await page.waitForURL(/\/programmes\/[^/]+\/[^/]+$/);
    await page.getByRole("heading", { level: 1 }).waitFor();
  } finally {
    await browser.close();
  }
});
