import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AMENDED, PLAN, planDocument, type PlanSection } from "../scenarios/amended-plan.ts";
import {
  enterAs,
  signInAs,
  expectSoundPage,
  launchBrowser,
  openPage,
  tellPage,
  type Width,
} from "../support/browser.ts";
import { fillAndSend, openHome, owedIn, type Owed } from "../e2e/report-steps.ts";
import {
  answerQuestions,
  changeSettings,
  DOCX,
  plain,
  putInForce,
  SCREEN,
  uploadDocument,
  type Picked,
} from "../e2e/review-steps.ts";
import { HEAD, OFFICER } from "../e2e/told-story.ts";

/** Reported before the order, and changed by it. */
const REPORTED = "Закрепить наставников за молодыми педагогами";
/** One title is worded so anew that a person must say whether it is the same measure. */
const REWORDED = "Выявить потребности молодых учителей в обучении";
const ASKED: readonly PlanSection[] = AMENDED.map((section) => ({
  ...section,
  rows: section.rows.map(([number, title, ...rest]) => [
    number,
    title.startsWith("Собрать запросы") ? REWORDED : title,
    ...rest,
  ]),
}));

function file(name: string, title: string, sections: readonly PlanSection[]): Picked {
  return { name, mimeType: DOCX, buffer: Buffer.from(planDocument(title, sections)) };
}

describe("a programme that runs is amended by an order", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each<Width>(["desktop", "phone"])(
    "five rows changed, two taken out, three put in; reports keep their measures, %s",
    async (width) => {
      const { context, page } = await openPage(browser, width);
      const name = `Сильная школа, ${SCREEN[width]}`;
      const title = `План «${name}» на 2021–2023 годы`;
      try {
        await enterAs(page, OFFICER);
        await uploadDocument(page, file("План.docx", title, PLAN));
        await changeSettings(page, async (dialog) => {
          await dialog.getByLabel("Короткое имя").fill(name);
        });
        await answerQuestions(page);
        const programme = await putInForce(page, { number: `31-${width}`, day: "01.09.2021" });
        const owed: Owed = { programme: name, measure: REPORTED };
        await openHome(page, HEAD, owed);
        await owedIn(page, "Скоро", owed)
          .first()
          .getByRole("link", { name: /^Отчитаться/ })
          .click();
        await page.getByRole("heading", { level: 1, name: REPORTED }).waitFor();
        await fillAndSend(page, {
          text: "Наставники закреплены",
          values: [],
          doneOn: "08.12.2021",
          files: ["Приказ.pdf"],
        });

        await signInAs(page, OFFICER);
        await page.goto(programme);
        await page.getByRole("main").getByRole("button", { name: "Ещё", exact: true }).click();
        await page.getByRole("menuitem", { name: "Внести изменения" }).click();
        await page.getByRole("heading", { level: 1, name: "Внести изменения" }).waitFor();
        await page.locator("input[type=file]").waitFor({ state: "attached" });
        await expectSoundPage(page);
        await page
          .locator("input[type=file]")
          .first()
          .setInputFiles(file("Изменения.docx", title, ASKED));
        const compare = page.getByRole("button", { name: "Сравнить с действующей редакцией" });
        await compare.waitFor();
        await answerQuestions(page);
        await compare.click();

        await page.getByRole("heading", { level: 1, name: "Что изменится в программе" }).waitFor();
        await page.getByText("Изменено 5 мероприятий, добавлено 3, убрано 2").waitFor();
        await page.getByText(/Один\sначатый или\sсданный отчёт останется/).waitFor();
        await expectSoundPage(page);
        // an open question stands in the way: the button leads to it
        await page.getByRole("button", { name: "Утвердить изменения" }).click();
        const pair = page.locator(".pair-ask").filter({ hasText: "Это то же мероприятие?" });
        expect(await pair.count()).toBe(1);
        await expect.poll(() => pair.evaluate((element) => element === document.activeElement)).toBe(true);
        await pair.getByRole("button", { name: /^Да, это 1\.3 «Собрать запросы/ }).click();
        await pair.waitFor({ state: "detached" });
        expect(await wordsOf(page, "Провести самоанализ")).toEqual(["28 февраля", "31 марта"]);
        await expectSoundPage(page);

        await page.getByRole("button", { name: "Утвердить изменения" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByText(/^Добавится\s\d+\sотч/).waitFor();
        await dialog.getByRole("button", { name: "Утвердить изменения" }).click();
        // no order, no amendment
        await dialog.locator('[aria-invalid="true"]').first().waitFor();
        await expectSoundPage(page);
        await dialog.getByLabel("Номер приказа").fill(`77-${width}`);
        await dialog.getByLabel("Дата приказа").fill("10.12.2021");
        await page.keyboard.press("Tab");
        await dialog.getByRole("button", { name: "Утвердить изменения" }).click();
        await page.waitForURL(/\/redactions$/);
        await page.getByText("Изменения утверждены").waitFor();
        const list = page.getByRole("list", { name: "Редакции программы" }).getByRole("listitem");
        await expect.poll(() => list.count()).toBe(2);
        expect(plain(await list.first().innerText())).toContain(`№ 77-${width}`);
        await expectSoundPage(page);

        // the report stands where it stood: at the same measure, which says more now
        await page.goto(`${programme}/measures`);
        await page.getByRole("link", { name: REPORTED }).click();
        await page.getByRole("heading", { level: 1, name: REPORTED }).waitFor();
        await page.getByText("Приказ школы и план наставника").first().waitFor();
        await page
          .getByText(/на проверке/i)
          .first()
          .waitFor();

        // what was in force before is read as it was printed then, and compared with what is in force now
        await page.goto(`${programme}/redactions`);
        await page.getByRole("link", { name: /^Редакция 1/ }).click();
        await page.getByRole("cell", { name: "Клуб молодого учителя" }).waitFor();
        await expectSoundPage(page);
        await page.goto(`${programme}/redactions`);
        await page.getByRole("link", { name: /^Что изменилось/ }).click();
        await page.getByRole("heading", { level: 1, name: /^Что изменилось/ }).waitFor();
        await page
          .getByRole("heading", { level: 2, name: /^Изменено\s5\sмероприятий, добавлено\s3, убрано\s2/ })
          .waitFor();
        await expectSoundPage(page);

        // what an order brought is not undone by one click; the document it was approved with not at all
        await page.goto(`${programme}/history`);
        const told = page.getByRole("list", { name: "История программы" }).getByRole("listitem");
        const load = told.filter({ hasText: "Загружена дорожная карта" });
        await load.waitFor();
        expect(await load.getByRole("button").count()).toBe(0);
        const order = told.filter({ hasText: "Внесены изменения приказом" }).first();
        await order.getByRole("button", { name: "Отменить" }).click();
        const question = page.getByRole("dialog", { name: "Отменить изменения по приказу?" });
        expect(plain(await question.innerText())).toContain(`№ 77-${width}`);
        await expectSoundPage(page);
        await question.getByRole("button", { name: "Оставить" }).click();
        await question.waitFor({ state: "detached" });
        expect(await order.getByText("отменена").count()).toBe(0);
        await order.getByRole("button", { name: "Отменить" }).click();
        await question.getByRole("button", { name: "Отменить изменения" }).click();
        await order.getByText("отменена").waitFor();
        await page.goto(`${programme}/redactions`);
        await page
          .getByRole("list", { name: "Редакции программы" })
          .getByRole("listitem")
          .filter({ hasText: /^Редакция\s2[\s\S]*отменена/ })
          .waitFor();
      } catch (fault) {
        await tellPage(page);
        throw fault;
      } finally {
        await context.close();
      }
    },
  );
});

/** The words of a row that were taken away and put in. */
async function wordsOf(page: Page, title: string): Promise<string[]> {
  const row = page.locator(".dif").filter({ hasText: title });
  return (await row.locator("dl del, dl ins").allInnerTexts()).map(plain);
}
