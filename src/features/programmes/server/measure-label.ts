import { shortened } from "#shared/cut-text.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { Id } from "#shared/ids.ts";

const SHOWN = 80;

/** What was done to a measure, as the history tells it: «Изменено мероприятие 1.3», by its title where it has no number. */
export function measureLabel(
  what: string,
  measure: { readonly number: string; readonly title: string },
  action: string,
  subjectId: Id,
) {
  const short = shortened(measure.title, SHOWN);
  const name = measure.number || quoted(short);
  return { label: `${what} ${name}`, action, subjectKind: "measure" as const, subjectId };
}
