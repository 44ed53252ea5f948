import { fold } from "./fold.ts";
import type { Slot } from "./grid.ts";
import { numberAlone } from "./numbering.ts";
import type { OpenMeasure } from "./measure.ts";
import type { Notes } from "./notes.ts";
import type { BodyRow } from "./body.ts";
import type { ReadColumn } from "./reading.ts";

/**
 * One row that may be several measures: as many lines in the term as in the title are paired by their order alone, and numbered lines
 * («1) …», «а) …») may be measures of their own. The cells stay whole; the person is asked.
 */
export function askListed(measure: OpenMeasure, { row }: BodyRow, columns: readonly ReadColumn[], notes: Notes): void {
  const slotOf = (role: ReadColumn["role"]): Slot | undefined =>
    row.slots[columns.findIndex((one) => one.role === role)];
  const titles = linesOf(slotOf("title"));
  if (titles.length < 2) return;
  const terms = linesOf(slotOf("term"));
  const numbers = linesOf(slotOf("number")).filter((line) => numberAlone(line) !== undefined);
  const counted = numbers.length >= 2 ? titles : [];
  const items = counted.length > 0 ? counted : titles.filter((line) => ITEM.test(line));
  const address = measure.cells.get("title")?.[0] ?? null;
  const place = measure.number === null ? "В ячейке" : `В строке ${measure.number}`;
  const paired = terms.length >= 2 && (terms.length === titles.length || terms.length === items.length);
  if (paired && terms.every(isWhole)) {
    notes.say({
      kind: "several-terms",
      weight: "question",
      address: measure.cells.get("term")?.[0] ?? address,
      measure: measure.key,
      field: "term",
      text: `${place} дел ${terms.length} и сроков ${terms.length}: какой срок к какому относится, видно только по порядку. Одно это мероприятие или несколько?`,
      suggestion: "keep",
      options: OPTIONS,
    });
  } else if (items.length >= 2 && items.length >= titles.length - 1) {
    notes.say({
      kind: "listed-measures",
      weight: "question",
      address,
      measure: measure.key,
      field: "title",
      text: `${place} список из ${items.length} пунктов: одно это мероприятие или несколько?`,
      suggestion: "keep",
      options: OPTIONS,
    });
  }
}

const OPTIONS = [
  {
    key: "keep",
    label: "Одно мероприятие",
    hint: "если их несколько, разделите строку на странице документа",
    value: null,
  },
] as const;

const ITEM = /^(?:\d{1,2}|[а-яё])[).]\s*\S/iu;

/** A line that goes on in small letters after a comma or a preposition is no term of its own. */
function isWhole(_line: string, at: number, lines: readonly string[]): boolean {
  const before = lines[at - 1];
  return before === undefined || !/(?:[-–—,]|\s(?:и|в|на|до|с|по))$/iu.test(before);
}

function linesOf(slot: Slot | undefined): readonly string[] {
  const lines: string[] = [];
  for (const { paragraphs, marks } of slot?.cells ?? [])
    paragraphs.forEach((text, at) => {
      for (const line of text.split("\n")) lines.push(fold(marks?.[at] ? `${marks[at]} ${line}` : line));
    });
  return lines.filter((line) => line !== "");
}
