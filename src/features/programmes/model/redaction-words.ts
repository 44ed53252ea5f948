import { dateInWords } from "#domain/russian/dates.ts";
import { counted } from "#domain/russian/plural.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { DifferenceCounts } from "./redaction-difference.ts";
import type { RedactionItem, RedactionState } from "./redaction-seen.ts";

export const REDACTION_STATE_NAME: Readonly<Record<RedactionState, string>> = {
  inForce: "действует",
  ahead: "ещё не вступила в силу",
  past: "действовала раньше",
  withdrawn: "отменена",
};

/** «Редакция 2 с 1 декабря 2026». */
export function redactionName({ number, effectiveOn }: Pick<RedactionItem, "number" | "effectiveOn">): string {
  return `Редакция ${number} с ${dateInWords(effectiveOn as LocalDate)}`;
}

/** «изменено 5 мероприятий, добавлено 3, убрано 2»; empty where nothing differs. */
export function countsInWords(counts: DifferenceCounts): string {
  const told: [keyof DifferenceCounts, string][] = [
    ["changed", "изменено"],
    ["added", "добавлено"],
    ["removed", "убрано"],
    ["moved", "перенесено в другой раздел"],
    ["renumbered", "получило другой номер"],
  ];
  return told
    .filter(([kind]) => counts[kind] > 0)
    .map(([kind, words], at) =>
      at === 0
        ? `${words} ${counted(counts[kind], ["мероприятие", "мероприятия", "мероприятий"])}`
        : `${words} ${counts[kind]}`,
    )
    .join(", ");
}

/** What replanning will do, said before it is done. */
export interface ReplanForecast {
  readonly added: number;
  readonly closed: number;
  readonly moved: number;
}

const REPORTS: [string, string, string] = ["отчёт", "отчёта", "отчётов"];

/** «Добавится 12 отчётов, закроется 3, переносится 5, если изменения действуют с 20 декабря 2021.»; `passed` as in `Forecast`. */
export function forecastInWords(
  { added, closed, moved, passed }: ReplanForecast & { readonly passed: boolean },
  effectiveOn: LocalDate,
): string {
  const day = `если изменения действуют с ${dateInWords(effectiveOn)}`;
  const told = [
    added > 0 && `добавится ${counted(added, REPORTS)}`,
    closed > 0 && (added > 0 ? `закроется ${closed}` : `закроется ${counted(closed, REPORTS)}`),
    moved > 0 && (added + closed > 0 ? `переносится ${moved}` : `переносится ${counted(moved, REPORTS)}`),
  ].filter((part) => part !== false);
  if (told.length === 0)
    return `Сроки и исполнители отчётов не меняются, ${day}${passed ? ": все изменённые сроки раньше этого дня" : ""}.`;
  const words = told.join(", ");
  return `${words[0]!.toUpperCase()}${words.slice(1)}, ${day}.`;
}
