import { counted, type PluralForms } from "#domain/russian/plural.ts";

/** The noun beside a count of reports, where the sentence sets it itself. */
export const REPORT_FORMS: PluralForms = ["отчёт", "отчёта", "отчётов"];

/** What is owed by each bearer at each term, done or not: «11 отчётов». */
export function reportsInWords(count: number): string {
  return counted(count, REPORT_FORMS);
}
