import { dateInWords } from "#domain/russian/dates.ts";
import { capitalised } from "#domain/russian/letter-case.ts";
import { counted, type PluralForms } from "#domain/russian/plural.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { DifferenceCounts } from "./redaction-difference.ts";
import type { RedactionHead, RedactionState } from "./redaction-seen.ts";

export const REDACTION_STATE_NAME: Readonly<Record<RedactionState, string>> = {
  inForce: "действует",
  ahead: "вступит в силу",
  past: "действовала раньше",
  withdrawn: "отменена",
};

/** «Редакция 2 с 1 декабря 2026». */
export function redactionName({ number, effectiveOn }: Pick<RedactionHead, "number" | "effectiveOn">): string {
  return `Редакция ${number} с ${dateInWords(effectiveOn as LocalDate)}`;
}

const MEASURES: PluralForms = ["мероприятие", "мероприятия", "мероприятий"];
const OF_MEASURES: PluralForms = ["мероприятия", "мероприятий", "мероприятий"];

/** «изменено 5 мероприятий, добавлено 3, убрано 2, номер изменился у 6»; empty where nothing differs. */
export function countsInWords({ changed, added, removed, moved, renumbered }: DifferenceCounts): string {
  return told([
    ["изменено", changed, MEASURES],
    ["добавлено", added, MEASURES],
    ["убрано", removed, MEASURES],
    ["перенесено в другой раздел", moved, MEASURES],
    ["номер изменился у", renumbered, OF_MEASURES],
  ]);
}

/** What there is any of, the noun at the first. */
function told(parts: readonly (readonly [words: string, count: number, forms: PluralForms])[]): string {
  return parts
    .filter(([, count]) => count > 0)
    .map(([words, count, forms], at) => `${words} ${at === 0 ? counted(count, forms) : count}`)
    .join(", ");
}

/** What replanning will do, said before it is done. */
export interface ReplanForecast {
  readonly added: number;
  readonly closed: number;
  readonly moved: number;
}

const REPORTS: PluralForms = ["отчёт", "отчёта", "отчётов"];

/** «Добавится 12 отчётов, закроется 3, перенесётся 5, если изменения действуют с 20 декабря 2021.»; `passed` as in `Forecast`. */
export function forecastInWords(
  { added, closed, moved, passed }: ReplanForecast & { readonly passed: boolean },
  effectiveOn: LocalDate,
): string {
  const day = `если изменения действуют с ${dateInWords(effectiveOn)}`;
  const words = told([
    ["добавится", added, REPORTS],
    ["закроется", closed, REPORTS],
    ["перенесётся", moved, REPORTS],
  ]);
  if (words === "")
    return `Сроки и исполнители отчётов не меняются, ${day}${passed ? ": все изменённые сроки раньше этого дня" : ""}.`;
  return `${capitalised(words)}, ${day}.`;
}
