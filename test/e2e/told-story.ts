import { readFile } from "node:fs/promises";
import { readWorkbook } from "#platform/office/workbook.ts";
import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { hasLibreOffice, openedByLibreOffice } from "../support/libre-office.ts";
import { enterAs, expectSoundPage, follow, openPage, signInAs, tellPage, type Width } from "../support/browser.ts";
import {
  accept,
  daysIn,
  fillAndSend,
  openForDecision,
  openHome,
  owedIn,
  returnWith,
  type Filled,
  type Owed,
} from "./report-steps.ts";
import {
  answerQuestions,
  changeSettings,
  leftToAnswer,
  plain,
  putInForce,
  SCREEN,
  uploadDocument,
  type Choice,
  type DirectiveTyped,
  type Picked,
} from "./review-steps.ts";

export const OFFICER = "Н. А. Ветрова";
/** head of a school with low results */
export const HEAD = "Е. М. Северова";

export interface Story {
  readonly file: Picked;
  /** the programme's short name; the width is added to it */
  readonly name: string;
  /** what else is set before the questions: years, tables */
  readonly settings?: Parameters<typeof changeSettings>[1];
  readonly choice?: Choice;
  readonly directive: DirectiveTyped;
  /** the row of the roadmap that is followed: by its number, or by its term where the document numbers nothing */
  readonly measure: { readonly number: string } | { readonly term: RegExp };
  readonly who: string;
  /** days under «Скоро» and under «Просрочено» of the home, as printed there */
  readonly soon: readonly string[];
  readonly late: readonly string[];
  readonly year: number;
  /** what the document plans for the year, and what the school reports */
  readonly planned: readonly string[];
  readonly reported: readonly string[];
  /** obligations of the watched section (of the whole programme where there is none) due in the year */
  readonly due?: number;
}

export interface Told {
  /** the address of the programme that the story made */
  readonly programme: string;
  readonly measure: string;
}

const REMARK = "Нет подписи председателя собрания";
const MENDED = "Проведено в срок, протокол подписан председателем";

/** The officer's part of the beginning: a document becomes a running programme. */
export async function beginProgramme(page: Page, width: Width, story: Story): Promise<string> {
  await enterAs(page, OFFICER);
  await uploadDocument(page, story.file);
  await expectSoundPage(page);
  const asked = await leftToAnswer(page);
  expect(asked).toBeGreaterThan(0);
  await changeSettings(page, async (dialog) => {
    await dialog.getByLabel("Короткое имя").fill(`${story.name}, ${SCREEN[width]}`);
    await story.settings?.(dialog);
  });
  // pressed too early, «Утвердить» leads to the first question
  await page.getByRole("button", { name: "Утвердить" }).click();
  await page.locator("section.panel").waitFor();
  await expectSoundPage(page);
  await answerQuestions(page, {
    ...(story.choice && { choice: story.choice }),
    ...(width === "desktop" && { byKeyboard: 3 }),
  });
  await expectSoundPage(page);
  return putInForce(page, story.directive);
}

interface Figures {
  /** «0 из 11», of the section where the measure stands */
  readonly section: string;
  readonly percent: string;
  /** «10 / –», for each planned value of the year */
  readonly values: readonly string[];
}

/** What the screens say of the section and of the measure in the year. */
async function figures(page: Page, measurePage: string, programme: string, story: Story): Promise<Figures> {
  await page.goto(measurePage);
  await page.getByRole("region", { name: "Исполнение по организациям и срокам" }).waitFor();
  const kicker = plain(await page.locator(".kick").first().innerText()).replace(/^\d+\.\s*/, "");
  const rows = page.getByRole("region", { name: "План и факт по годам" }).locator("tbody tr");
  const head = page.getByRole("region", { name: "План и факт по годам" }).locator("thead th");
  const column = (await head.allInnerTexts()).findIndex((text) => text.includes(String(story.year)));
  const values = [];
  for (const row of await rows.all()) values.push(plain(await row.locator("th, td").nth(column).innerText()));
  await page.goto(`${programme}/execution?kind=year&period=${story.year}`);
  const sections = page.getByRole("region", { name: "По разделам" });
  await sections
    .getByText(/Вся программа/)
    .first()
    .waitFor();
  const own = sections.locator("tbody tr").filter({ hasText: kicker });
  const row = (await own.count()) > 0 ? own.first() : sections.locator("tbody tr").last();
  const cells = (await row.locator("td").allInnerTexts()).map(plain);
  return { section: cells[4]!, percent: cells[2]!, values };
}

function rowOf(page: Page, measure: Story["measure"]): Locator {
  const cell =
    "number" in measure
      ? page.locator("td.no").getByText(measure.number, { exact: true })
      : page.locator("td.due").filter({ hasText: measure.term });
  return page.getByRole("row").filter({ has: cell }).first();
}

/** From a Word file to an accepted report and back to an official paper, with the mouse, at one width. */
export async function expectStoryTold(browser: Browser, width: Width, story: Story): Promise<Told> {
  const { context, page } = await openPage(browser, width);
  try {
    const programme = await beginProgramme(page, width, story);
    await follow(page.getByRole("link", { name: "Мероприятия" }));
    const link = rowOf(page, story.measure).locator("a.nm");
    await link.waitFor();
    await expectSoundPage(page);
    const measure = plain(await link.innerText());
    const measurePage = (await link.getAttribute("href"))!;
    const owed: Owed = { programme: `${story.name}, ${SCREEN[width]}`, measure };
    const before = await figures(page, measurePage, programme, story);
    expect(before.section).toMatch(story.due === undefined ? /^0 из \d+/ : new RegExp(`^0 из ${story.due}`));
    expect(before.values.map((text) => text.split(" / ")[1])).toEqual(story.planned.map(() => "–"));
    expect(before.values.map((text) => text.split(" / ")[0])).toEqual(story.planned);

    await openHome(page, story.who, owed);
    expect(await daysIn(page, "Скоро", owed)).toEqual(story.soon);
    expect(await daysIn(page, "Просрочено", owed)).toEqual(story.late);
    await expectSoundPage(page);
    const filled: Filled = {
      text: "Собрали и обсудили на педсовете",
      values: story.reported,
      doneOn: "08.12.2021",
      files: ["Протокол.pdf"],
    };
    await owedIn(page, "Скоро", owed)
      .first()
      .getByRole("link", { name: /^Отчитаться/ })
      .click();
    await page.getByRole("heading", { level: 1, name: measure }).waitFor();
    await fillAndSend(page, filled);

    await enterAs(page, OFFICER);
    await openForDecision(page, owed);
    await page.getByRole("link", { name: "Протокол.pdf" }).waitFor();
    await expectSoundPage(page);
    await returnWith(page, REMARK);

    await signInAs(page, story.who);
    await page.goto("/todo");
    const mend = page.getByRole("link", { name: `Исправить: ${measure}` });
    await page.getByText(REMARK).first().waitFor();
    await expectSoundPage(page);
    await mend.first().click();
    await page.getByLabel("Что сделано").waitFor();
    await page.getByText(REMARK).waitFor();
    await fillAndSend(page, { ...filled, text: MENDED, files: ["Протокол с подписью.pdf"] });
    expect(await daysIn(page, "Просрочено", owed)).toEqual(story.late);

    await enterAs(page, OFFICER);
    await openForDecision(page, owed);
    await page.getByText(MENDED).waitFor();
    await accept(page);
    const after = await figures(page, measurePage, programme, story);
    expect(after.section).toBe(before.section.replace(/^0/, "1"));
    expect(after.percent).not.toBe(before.percent);
    expect(after.values.map((text) => /\/ (?:пока )?(\S+)/.exec(text)?.[1])).toEqual(story.reported);

    const paper = await download(page, programme, story.year);
    const [sheet] = await readWorkbook(paper.xlsx);
    const line = sheet!.rows
      .map((row) => row.map((cell) => plain(String(cell ?? ""))))
      .find((row) => row.includes(measure))!;
    expect(line.join(" | ")).toContain("Протокол с подписью.pdf");
    for (const value of story.reported) expect(line.join(" | ")).toContain(value);
    if (hasLibreOffice) {
      const word = plain(openedByLibreOffice("report.docx", paper.docx));
      const told = word.slice(word.indexOf(measure));
      expect(told).toContain("Протокол с подписью.pdf");
      expect(word).toContain(`№ ${story.directive.number}`);
    }
    return { programme, measure };
  } catch (fault) {
    await tellPage(page);
    throw fault;
  } finally {
    await context.close();
  }
}

/** Both files of the tab «Отчёт» for a year, pressed and saved as the browser saves them. */
async function download(page: Page, programme: string, year: number): Promise<{ docx: Uint8Array; xlsx: Uint8Array }> {
  await page.goto(`${programme}/report?kind=year&period=${year}`);
  await page.getByText(new RegExp(`${year}\\sгод:\\sпринято\\s1\\sиз`)).waitFor();
  await expectSoundPage(page);
  const press = async (name: string) => {
    const [started] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
    return readFile(await started.path());
  };
  return { docx: await press("Скачать Word"), xlsx: await press("Скачать Excel") };
}
