import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterAs, signInAs, expectSoundPage, launchBrowser, openPage, WIDTHS } from "../support/browser.ts";
import { FEW, planFile } from "./district-plan.ts";
import { answerQuestions, kept, leftToAnswer, openPanel, uploadDocument, type Picked } from "./review-steps.ts";

const OFFICER = "Н. А. Ветрова";

describe("a read document put right by hand", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const open = async (width: "desktop" | "phone", file: Picked): Promise<Page> => {
    const { page } = await openPage(browser, width);
    await enterAs(page, OFFICER);
    await uploadDocument(page, file);
    return page;
  };

  it("with the mouse: a role dragged, one row answered apart, begun at once", async () => {
    const page = await open("desktop", planFile("Соседи.docx", FEW));
    const chip = (label: string) => page.getByRole("button", { name: new RegExp(`^Столбец «${label}»`) });
    await kept(page, "arrange", () => chip("Ответственные").dragTo(chip("Результат")));
    await page.getByRole("button", { name: "Столбец «Результат»: Исполнители" }).waitFor();
    await kept(page, "undo", async () => {
      await page.getByRole("button", { name: /^Ещё(\s\d+)?$/ }).click();
      await page.getByRole("menuitem", { name: "Вернуть последний шаг" }).click();
    });
    await page.getByRole("button", { name: "Столбец «Результат»: Результат" }).waitFor();

    // who reports is asked once of three rows; the second is answered apart
    await page.getByRole("button", { name: /вопрос \d+: Кто сдаёт отчёт\?$/ }).click();
    const panel = openPanel(page);
    await panel.getByText(/ответ один на все, если не выбрать одну/).waitFor();
    await panel.getByLabel("Для каких строк ответ").click();
    await page.getByRole("option", { name: "Только для строки 2" }).click();
    await panel.getByRole("button", { name: /^1/ }).click();
    await kept(page, "decide", () => panel.getByRole("button", { name: "Принять", exact: true }).click());
    await expect.poll(() => page.getByRole("button", { name: /вопрос \d+: Кто сдаёт отчёт\?$/ }).count()).toBe(2);
    await answerQuestions(page);

    await page.getByRole("button", { name: "Утвердить и создать черновик" }).click();
    await page.waitForURL(/\/programmes\/[^/]+\/[^/]+$/);
    await page.getByRole("button", { name: "Утвердить", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Номер приказа").fill("77-н");
    await dialog.getByLabel("Дата приказа").fill("09.12.2021");
    await page.keyboard.press("Tab");
    await dialog.getByText("Сразу начать выполнение").click();
    await dialog.getByRole("button", { name: /^Утвердить/ }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Программа: выполняется", { exact: false }).first().waitFor();
    expect(await page.getByRole("button", { name: "Начать выполнение" }).count()).toBe(0);
  });

  it("two at once: both keep their answers, and where they differ it is said", async () => {
    const first = await open("desktop", planFile("На двоих.docx", FEW));
    const { page: second } = await openPage(browser, "desktop");
    await signInAs(second, OFFICER);
    await second.goto(new URL(first.url()).pathname);
    await second.getByRole("button", { name: "Утвердить" }).waitFor();
    const answer = async (page: Page, question: RegExp, option: number) => {
      await page.getByRole("button", { name: question }).first().click();
      await openPanel(page).focus();
      await page.keyboard.press(String(option));
      await page.keyboard.press("Enter");
    };
    const asked = await leftToAnswer(first);
    await kept(first, "decide", () => answer(first, /вопрос \d+: Как часто/, 2));
    await answer(second, /вопрос \d+: Кто сдаёт/, 1);
    await second.getByText("Этот документ проверяет кто-то ещё", { exact: false }).waitFor();
    await expect.poll(() => leftToAnswer(second)).toBe(asked - 2);

    // the first has not seen that answer and gives another
    await answer(first, /вопрос \d+: Кто сдаёт/, 2);
    await first.getByText(/Тем временем кто-то ответил: «Каждый из названных»/).waitFor();
    await openPanel(first).getByRole("button", { name: /^2/, pressed: true }).waitFor();
    await expect.poll(() => leftToAnswer(first)).toBe(asked - 2);
    await second.close();
  });

  it("on a phone: a column and a row are put right without dragging", async () => {
    const page = await open("phone", planFile("Соседи, телефон.docx", FEW));
    await page.getByText("Что в каком столбце").click();
    await page.getByRole("button", { name: /^Столбец «Результат»/ }).click();
    // the menu is longer than the room under its button, and all of it lies on the screen
    const menu = page.getByRole("menu");
    await expect
      .poll(() => menu.evaluate((list) => [list.getBoundingClientRect().top, list.getBoundingClientRect().bottom]))
      .toSatisfy(([top, bottom]: [number, number]) => top >= 0 && bottom <= WIDTHS.phone.height);
    await kept(page, "arrange", () => page.getByRole("menuitem", { name: /^Не читать/ }).click());
    await page.getByRole("button", { name: /^Столбец «Результат»: Не читать/ }).waitFor();
    await page.getByRole("button", { name: "Изменить строку" }).nth(1).click();
    await openPanel(page)
      .getByRole("button", { name: /Не мероприятие/ })
      .click();
    await kept(page, "arrange", () => openPanel(page).getByRole("button", { name: "Принять", exact: true }).click());
    await page.getByText(/^Не мероприятие, не читаем: 2/).waitFor();
    await expectSoundPage(page);
  });
});
