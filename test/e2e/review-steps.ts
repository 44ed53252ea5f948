import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { answered, PATIENCE_MS, type Width } from "../support/browser.ts";

/** A file as a person picks it. */
export interface Picked {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The words of a demo programme's two runs, so that one district can hold both. */
export const SCREEN: Readonly<Record<Width, string>> = { desktop: "большой экран", phone: "телефон" };

/** White space of any kind as one space: the page sets spaces that do not break. */
export const plain = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** Goes to a place of the navigation as people do: on the left, or at the foot of a phone and behind «Ещё». */
export async function openPlace(page: Page, label: string): Promise<void> {
  const link = page.locator("nav:visible").getByRole("link", { name: new RegExp(`^${label}`) });
  if ((await link.filter({ visible: true }).count()) > 0) await link.filter({ visible: true }).first().click();
  else {
    await page
      .locator("nav.foot")
      .getByRole("button", { name: /^Ещё(\s\d+)?$/ })
      .click();
    await page.getByRole("dialog").getByRole("link", { name: label }).click();
  }
  await page.getByRole("heading", { level: 1 }).first().waitFor();
}

/** Takes a document in from the list of programmes and waits for its review. */
export async function uploadDocument(page: Page, file: Picked): Promise<void> {
  await openPlace(page, "Программы");
  await page.getByRole("link", { name: "Загрузить документ" }).click();
  await page.getByRole("heading", { level: 1, name: "Загрузить документ" }).waitFor();
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.getByRole("heading", { level: 1, name: file.name }).waitFor();
  await page.getByRole("button", { name: "Утвердить" }).waitFor({ timeout: PATIENCE_MS });
}

/** A step of a review that the server has kept. */
export async function kept(page: Page, step: "arrange" | "decide" | "undo", act: () => Promise<void>): Promise<void> {
  const answer = await answered(page, (one) => one.url().endsWith(`/${step}`), act);
  expect(answer.status()).toBe(200);
}

/** How many questions are left, as the bar over the document says once every answer is kept. */
export async function leftToAnswer(page: Page): Promise<number> {
  const left = page.locator('.ib-top .left[aria-busy="false"]');
  await left.waitFor();
  const said = await left.locator("em").allInnerTexts();
  return Number(said[0] ?? 0);
}

export const openPanel = (page: Page): Locator => page.locator("section.panel");

/** What to choose for a question without a suggestion: the option named, else the one that decides least. */
export type Choice = (question: string) => RegExp | undefined;

const LEAST = /Не из округа|Оставить словами|Столько каждый год|Оставить/;

/**
 * Answers every question that is left, one by one: takes what is proposed, chooses where nothing is. An answer may raise the next question,
 * so the count need not fall by one each time. `press` does what accepts: a click, or a key.
 */
export async function answerQuestions(
  page: Page,
  options: { readonly choice?: Choice; readonly byKeyboard?: number } = {},
): Promise<void> {
  const panel = openPanel(page);
  for (let taken = 0; (await leftToAnswer(page)) > 0; taken += 1) {
    expect(taken, "questions that never end").toBeLessThan(80);
    const byKeys = taken < (options.byKeyboard ?? 0);
    if ((await panel.count()) === 0) {
      if (byKeys) await page.keyboard.press("ArrowDown");
      else await page.getByRole("button", { name: "Следующее" }).click();
    }
    await panel.waitFor();
    const question = plain((await panel.getAttribute("aria-label")) ?? "");
    const choices = panel.locator("button.op");
    const wanted = options.choice?.(question);
    const pointed = await choices.and(panel.locator('[aria-pressed="true"]')).count();
    if (wanted || pointed === 0) {
      const texts = (await choices.allInnerTexts()).map(plain);
      const at = texts.findIndex((text) => (wanted ?? LEAST).test(text.replace(/^\d+ /, "")));
      expect(at, `${question}: ${texts.join("; ")}`).toBeGreaterThanOrEqual(0);
      if (byKeys) await page.keyboard.press(String(at + 1));
      else await choices.nth(at).click();
    }
    await kept(page, "decide", () =>
      byKeys ? page.keyboard.press("Enter") : panel.getByRole("button", { name: "Принять", exact: true }).click(),
    );
  }
  await page.getByText("Всё уточнено", { exact: true }).waitFor();
}

/** Opens «Программа: название, период, таблицы», lets `change` work in it, and keeps it. */
export async function changeSettings(page: Page, change: (dialog: Locator) => Promise<void>): Promise<void> {
  const dialog = page.getByRole("dialog");
  const item = page.getByRole("menuitem", { name: /^Программа: название/ });
  // parts of the bar come after it: a menu may move, and be closed by the press that was meant for its item
  await expect
    .poll(
      async () => {
        if (!(await item.isVisible())) await page.getByRole("button", { name: /^Ещё(\s\d+)?$/ }).click();
        await item.click();
        const field = dialog.getByLabel("Короткое имя");
        return field.waitFor({ timeout: 5000 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: PATIENCE_MS },
    )
    .toBe(true);
  await change(dialog);
  await dialog.getByRole("button", { name: "Сохранить" }).click();
  await dialog.waitFor({ state: "detached" });
}

export interface DirectiveTyped {
  readonly number: string;
  /** «14.12.2020» */
  readonly day: string;
}

/** From a review without questions to a running programme; returns the address of the programme. */
export async function putInForce(page: Page, directive: DirectiveTyped): Promise<string> {
  await page.getByRole("button", { name: "Утвердить" }).click();
  await page.waitForURL(/\/programmes\/[^/]+\/[^/]+$/);
  const address = new URL(page.url()).pathname;
  await approveAndStart(page, directive);
  return address;
}

/** On the page of a draft: approves it by an order and begins it. */
export async function approveAndStart(page: Page, directive: DirectiveTyped): Promise<void> {
  await page.getByRole("button", { name: "Утвердить", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const approve = dialog.getByRole("button", { name: /^Утвердить/ });
  await approve.click();
  // without a number and a day of the directive nothing is approved
  await dialog.locator('[aria-invalid="true"]').first().waitFor();
  await dialog.getByLabel("Номер приказа").fill(directive.number);
  await dialog.getByLabel("Дата приказа").fill(directive.day);
  await page.keyboard.press("Tab");
  await approve.click();
  const anyway = dialog.getByRole("button", { name: "Утвердить всё равно" });
  const start = page.getByRole("button", { name: "Начать выполнение" });
  await anyway.or(start).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await dialog.waitFor({ state: "detached" });
  await start.click();
  await dialog.getByRole("button", { name: "Начать выполнение" }).click();
  await dialog.waitFor({ state: "detached" });
  await start.waitFor({ state: "detached" });
  await page.getByText(`№\u00a0${directive.number}`).first().waitFor();
}
