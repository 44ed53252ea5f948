import { dateInWords } from "#domain/russian/dates.ts";
import { counted } from "#domain/russian/plural.ts";
import { localDate } from "#shared/local-date.ts";
import type { ObligationRow } from "#features/obligations/model/contract.ts";

type Chosen = Pick<ObligationRow, "measureNumber" | "measureTitle" | "bearer" | "dueOn">;

/** «3 срока» */
export function termsInWords(count: number): string {
  return counted(count, ["срок", "срока", "сроков"]);
}

/** «4.1 Рассказ родителям, СОШ № 3»: one term among many is known by its measure and by whose it is. */
export function termInWords({ measureNumber, measureTitle, bearer }: Chosen): string {
  return `${[measureNumber, measureTitle].filter(Boolean).join(" ")}, ${bearer.name}`;
}

/** The same with the day that stands now: «…, сейчас 31 декабря 2021». */
export function termWithDayInWords(row: Chosen): string {
  return `${termInWords(row)}, сейчас ${dateInWords(localDate(row.dueOn))}`;
}
