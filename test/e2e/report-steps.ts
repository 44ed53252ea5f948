import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { expectSoundPage, PATIENCE_MS, signInAs } from "../support/browser.ts";
import { openPlace, plain } from "./review-steps.ts";

/** What a report of the story is about, as its row on a screen is told from the others. */
export interface Owed {
  /** short name of the programme */
  readonly programme: string;
  /** the measure's title, plain spaces */
  readonly measure: string;
}

export const PDF = Buffer.from("%PDF-1.4\n% протокол обсуждения\n%%EOF");

const rowsOf = (scope: Page | Locator, owed: Owed): Locator =>
  scope.getByRole("listitem").filter({ hasText: owed.measure }).filter({ hasText: owed.programme });

/** Rows of the measure in a group of the school's home: «Просрочено», «Скоро». */
export const owedIn = (page: Page, group: string, owed: Owed): Locator =>
  rowsOf(page.getByRole("list", { name: group }), owed);

/** Days by which a group of the home wants the measure, as printed there. */
export async function daysIn(page: Page, group: string, owed: Owed): Promise<string[]> {
  const days = await owedIn(page, group, owed).locator(".due > span:first-child").allInnerTexts();
  return days.map(plain);
}

/** The home of a school, once what was planned has come to it. */
export async function openHome(page: Page, who: string, owed: Owed): Promise<void> {
  await signInAs(page, who);
  await expect
    .poll(
      async () => {
        await page.goto("/todo");
        await page.getByRole("heading", { level: 1, name: "Что нужно сделать" }).waitFor();
        await page.getByRole("heading", { level: 2 }).first().waitFor();
        return owedIn(page, "Скоро", owed).count();
      },
      { timeout: PATIENCE_MS },
    )
    .toBeGreaterThan(0);
}

export interface Filled {
  readonly text: string;
  /** actual values in the order of the form */
  readonly values: readonly string[];
  /** «08.12.2021» */
  readonly doneOn: string;
  readonly files: readonly string[];
}

/** Fills the open form, checks it and sends it. */
export async function fillAndSend(page: Page, filled: Filled): Promise<void> {
  await page.getByLabel("Что сделано").fill(filled.text);
  const values = page.locator("table.pf input");
  expect(await values.count()).toBe(filled.values.length);
  for (const [at, value] of filled.values.entries()) await values.nth(at).fill(value);
  await page.getByLabel("Когда выполнено").fill(filled.doneOn);
  await page.keyboard.press("Tab");
  for (const name of filled.files) {
    const file = { name, mimeType: "application/pdf", buffer: PDF };
    await page.locator("input[type=file]").first().setInputFiles(file);
    await page.getByRole("link", { name }).waitFor();
  }
  await page.getByRole("button", { name: "Проверить и отправить" }).click();
  await page.getByRole("heading", { level: 1, name: "Проверьте отчёт перед отправкой" }).waitFor();
  await page.getByText(filled.text).waitFor();
  await page.getByRole("button", { name: "Отправить отчёт" }).click();
  await page.getByText("Отчёт отправлен на проверку").waitFor();
  await page.getByRole("heading", { level: 1, name: "Что нужно сделать" }).waitFor();
}

/** The report of the measure as it came to whoever decides on it. */
export async function openForDecision(page: Page, owed: Owed): Promise<void> {
  await openPlace(page, "Отчёты");
  await rowsOf(page, owed)
    .getByRole("link", { name: /^Проверить/ })
    .click();
  await page.getByRole("button", { name: "Принять" }).waitFor();
}

/** Returns the open report; without a remark it is not returned. */
export async function returnWith(page: Page, remark: string): Promise<void> {
  const back = page.getByRole("button", { name: "Вернуть на доработку" });
  await back.click();
  const field = page.getByLabel("Что исправить");
  await back.click();
  await page.locator('#remark[aria-invalid="true"]').waitFor();
  await field.fill(remark);
  await back.click();
  await page.getByText(/^Возвращено: /).waitFor();
}

export async function accept(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Принять" }).click();
  await page.getByText(/^Принято: /).waitFor();
}

/** A filled form is sent and taken back from the page of its report, which asks first. */
export async function sendAndWithdraw(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Проверить и отправить" }).click();
  const [sent] = await Promise.all([
    page.waitForResponse((reply) => reply.url().endsWith("/submit") && reply.ok()),
    page.getByRole("button", { name: "Отправить отчёт" }).click(),
  ]);
  await page.getByText("Отчёт отправлен на проверку").waitFor();
  await page.goto(new URL(sent.url()).pathname.replace(/^\/api|\/submit$/gu, ""));
  await page.getByRole("button", { name: "Отозвать" }).click();
  await page.getByRole("dialog", { name: "Отозвать отчёт?" }).getByText("Написанное сохранится").waitFor();
  await expectSoundPage(page);
  await page.getByRole("button", { name: "Отозвать отчёт" }).click();
  await page.getByRole("link", { name: "Продолжить" }).waitFor();
}
