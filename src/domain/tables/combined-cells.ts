import { letters } from "#domain/russian/letters.ts";
import { readTerm } from "#domain/phrases/read-term.ts";
import { fold, headerKey } from "./fold.ts";
import type { OpenMeasure } from "./measure.ts";
import type { Notes } from "./notes.ts";
import type { ReadColumn } from "./reading.ts";

const WHEN = letters(/(?<!\p{L})(?:срок|дат[аы])/u);
const WHO = letters(/ответствен|исполнител|(?<!\p{L})отв(?!\p{L})/u);
const WHAT_AND_RESULT = letters(/мероприят\p{L}*(?: и)?(?: ожидаем\p{L}*| планируем\p{L}*)? результат/u);

/** Whether a header names when and who together: «Срок, ответственный». */
export function holdsTermAndParty(label: string): boolean {
  const key = headerKey(label);
  return WHEN.test(key) && WHO.test(key);
}

/** Whether a header names what and what comes of it together: «Наименование мероприятия, ожидаемый результат». */
export function holdsTitleAndResult(label: string): boolean {
  return WHAT_AND_RESULT.test(headerKey(label));
}

/**
 * Divides a cell of «Срок, ответственный» where one part is wholly understood as a term and the other is none at all; otherwise the cell
 * stays whole in the term and the person is asked.
 */
export function divideTermAndParty(
  measure: OpenMeasure,
  columns: readonly ReadColumn[],
  lines: readonly string[],
  notes: Notes,
): void {
  const col = columns.findIndex(({ role }) => role === "term" || role === "responsible");
  const column = columns[col];
  if (!column || !holdsTermAndParty(column.label)) return;
  const whole = measure.texts.get(column.role) ?? "";
  const cells = measure.cells.get(column.role) ?? [];
  if (whole === "") return;
  const parts = divided(whole, lines);
  measure.texts.set("term", parts?.term ?? whole);
  measure.cells.set("term", [...cells]);
  measure.texts.delete("responsible");
  measure.cells.delete("responsible");
  if (parts) {
    measure.texts.set("responsible", parts.party);
    measure.cells.set("responsible", [...cells]);
  }
  notes.say({
    kind: "combined-cell",
    weight: parts ? "note" : "question",
    address: cells[0] ?? null,
    measure: measure.key,
    field: "term",
    text: parts
      ? `В ячейке «${whole}» срок «${parts.term}» отделён от ответственного «${parts.party}».`
      : `В ячейке «${whole}» срок и ответственный стоят вместе: граница между ними не видна.`,
    ...(!parts && { options: [{ key: "keep", label: "Оставить целиком в сроке", value: whole }] }),
  });
}

function divided(whole: string, lines: readonly string[]): { term: string; party: string } | undefined {
  const cuts =
    lines.length > 1
      ? lines.slice(1).map((_, at) => [fold(lines.slice(0, at + 1).join(" ")), fold(lines.slice(at + 1).join(" "))])
      : [];
  const marks = [...whole.matchAll(/[,;:(–—/]\s*|\s-\s/gu)].map(({ index, 0: mark }) => [
    whole.slice(0, index).trim(),
    whole
      .slice(index + mark.length)
      .replace(/\)$/, (tail) => (mark.startsWith("(") ? "" : tail))
      .trim(),
  ]);
  const found = [...cuts, ...marks].flatMap(([one, other]) => {
    if (isTerm(one!) && isNoTerm(other!)) return [{ term: one!, party: other! }];
    return isTerm(other!) && isNoTerm(one!) ? [{ term: other!, party: one! }] : [];
  });
  return found.sort((a, b) => b.term.length - a.term.length)[0];
}

function isTerm(text: string): boolean {
  const { phases, rest } = readTerm(text);
  return rest === "" && phases.length > 0 && phases.every(({ kind }) => kind !== "unknown");
}

function isNoTerm(text: string): boolean {
  const { phases } = readTerm(text);
  return (
    text !== "" && phases.every(({ kind }) => kind === "unknown" || kind === "by-schedule" || kind === "on-demand")
  );
}
