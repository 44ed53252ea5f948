import { counted, type PluralForms } from "#domain/russian/plural.ts";
import { daysBetween, type LocalDate } from "#shared/local-date.ts";

const DAYS_MORE: PluralForms = ["дня", "дней", "дней"];

/** «Просрочено больше двух недель» */
export function longLateInWords(days: number): string {
  return `Просрочено больше ${days === 14 ? "двух недель" : counted(days, DAYS_MORE)}`;
}

/** What a list of the late says under its title where a letter opened it by their last due day alone; undefined of other filters. */
export function lateSinceInWords(
  {
    state,
    from,
    to,
  }: { readonly state: string | null; readonly from: LocalDate | undefined; readonly to: LocalDate | undefined },
  today: LocalDate,
): string | undefined {
  const days = to ? daysBetween(to, today) : 0;
  return state === "late" && !from && days > 0 ? longLateInWords(days) : undefined;
}
