import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterAs, expectSoundPage, launchBrowser, openPage } from "../support/browser.ts";
import { docx, p, tbl, tc, tr } from "../support/docx-builder.ts";
import { answerQuestions, DOCX, leftToAnswer, openPanel, plain, uploadDocument, type Picked } from "./review-steps.ts";

const OFFICER = "Н. А. Ветрова";

/** Works of a district in our own words; a row of the plan takes one of each by its place. */
const WORKS = [
  "Показ уроков молодых учителей",
  "Обход пришкольных участков",
  "Неделя чтения вслух",
  "Обмен наставниками между школами",
  "Разбор контрольных работ",
  "Беседы с родителями первоклассников",
  "Смотр кабинетов физики",
  "Запись видеоуроков",
  "Сбор отзывов выпускников",
  "Дежурная линия методистов",
  "Поход учителей в музей",
  "Проба нового расписания",
];
const TERMS = ["октябрь 2022", "2 раза в год", "ежемесячно", "до 15 мая 2023", "ежегодно (август)", "март 2022"];
const WHO = ["УО", "МЦ", "УО", "ОО"];

/** Sixty rows in five sections: a list in one cell, a note that is no measure, rows without a term, terms that go on, an unknown name. */
function sixtyRows(): string[] {
  const special: Readonly<Record<number, readonly (string | readonly string[])[]>> = {
    3: [["Провести:", "1) смотр дневников;", "2) смотр тетрадей"], "май 2022", "УО", "Справка"],
    7: ["Ярмарка кружков", "сентябрь 2022, далее постоянно", "УО", "Приказ"],
    19: ["Лекторий для вожатых", "октябрь 2022, далее постоянно", "УО", "Приказ"],
    22: ["Общий сбор директоров", "май 2022", "УО, МЦ", "Протокол"],
    25: ["Тихий час в библиотеке", "когда выпадет первый снег", "УО", "Фото"],
    31: ["Праздник двора", "ноябрь 2022, далее постоянно", "УО", "Фото"],
    40: ["Чаепитие с гостями", "март 2023", "клуб весёлых соседей", "Фото"],
    44: ["Круг вожатых", "", "УО", "Фото"],
    45: ["Круг наставников", "", "УО", "Фото"],
    46: ["Круг родителей", "", "УО", "Фото"],
    52: ["Сверка списков", "апрель 2023", "УО, МЦ", "Протокол"],
    59: ["Подписи сторон стоят на последнем листе", "", "", ""],
  };
  return Array.from({ length: 60 }, (_, at) => {
    const section = Math.floor(at / 12) + 1;
    const cells = special[at] ?? [
      `${WORKS[at % WORKS.length]!}, круг ${section}`,
      TERMS[at % TERMS.length]!,
      WHO[at % WHO.length]!,
      "Справка",
    ];
    const row = tr([
      `${section}.${(at % 12) + 1}`,
      ...cells.map((cell) => (typeof cell === "string" ? cell : tc(cell.map((line) => p(line))))),
    ]);
    return at % 12 === 0 ? [tr([tc(`${section}. Круг ${section}: дело и люди`, { span: 5 })]), row] : [row];
  }).flat();
}

const document = (name: string, rows: readonly string[]): Picked => ({
  name,
  mimeType: DOCX,
  buffer: Buffer.from(
    docx([
      p("Программа «Соседние школы» на 2021–2023 годы", { level: 1 }),
      tbl([tr(["№", "Мероприятие", "Срок", "Ответственные", "Результат"]), ...rows], [700, 5200, 2600, 2200, 2200]),
    ]),
  ),
});
const FEW = [
  tr(["1", "Ярмарка кружков", "сентябрь 2022, далее постоянно", "УО, МЦ", "Приказ"]),
  tr(["2", "Лекторий для вожатых", "октябрь 2022", "УО, МЦ", "Приказ"]),
  tr(["3", "Чаепитие", "март 2023", "УО, МЦ", "клуб весёлых соседей"]),
];

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

/** A step that the server has kept. */
async function kept(page: Page, step: "arrange" | "decide" | "undo", act: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((response) => response.url().endsWith(`/${step}`));
  await act();
  expect((await answer).status()).toBe(200);
}

const summary = async (page: Page) => plain(await page.locator(".ib-top .fn > span").innerText());

describe("a read document put right and approved", () => {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const open = async (width: "desktop" | "phone", file: Picked): Promise<Page> => {
    const { context, page } = await openPage(browser, width);
    contexts.push(context);
    await enterAs(page, OFFICER);
    await uploadDocument(page, file);
    return page;
  };

  it("sixty rows with the keyboard alone", async () => {
    const page = await open("desktop", document("Шестьдесят дел.docx", sixtyRows()));
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
      (await page.locator(".role [aria-hidden]").allInnerTexts()).map((text) => plain(text).replace(/\u00AD/gu, ""));
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
  });

  it("with the mouse: a role dragged, one row answered apart, begun at once", async () => {
    const page = await open("desktop", document("Соседи.docx", FEW));
    const chip = (label: string) => page.getByRole("button", { name: new RegExp(`^Столбец «${label}»`) });
    await kept(page, "arrange", () => chip("Ответственные").dragTo(chip("Результат")));
    await page.getByRole("button", { name: "Столбец «Результат»: Исполнители" }).waitFor();
    await kept(page, "undo", async () => {
      await page.getByRole("button", { name: "Ещё", exact: true }).click();
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
    await page.getByRole("button", { name: "Утвердить" }).click();
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
    const first = await open("desktop", document("На двоих.docx", FEW));
    const { page: second } = await openPage(browser, "desktop");
    await enterAs(second, OFFICER);
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
    const page = await open("phone", document("Соседи, телефон.docx", FEW));
    await page.getByText("Что в каком столбце").click();
    await page.getByRole("button", { name: /^Столбец «Результат»/ }).click();
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
