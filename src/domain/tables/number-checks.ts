import { follows, holds, partsOfNumber } from "./numbering.ts";
import { short, type Remark } from "./notes.ts";
import { measuresOf, type ReadMeasure, type ReadTable } from "./reading.ts";

const COUNTED = /^\d+(?:\.\d+)*$/;

/** Numbers printed twice in one section, and numbers left out; a count that begins anew in a section is in order. */
export function numberChecks(table: ReadTable): readonly Remark[] {
  const remarks: Remark[] = [];
  const seen = new Map<string, ReadMeasure>();
  let last: { number: string; section: unknown } | undefined;
  for (const { path, measure } of measuresOf(table)) {
    const { number } = measure;
    if (number === null || !COUNTED.test(number)) continue;
    const section = path.at(-1);
    const place = { address: measure.cells["number"]?.[0] ?? null, measure: measure.key, field: "number" };
    const scope = number.includes(".") ? number : `${path.map(({ title }) => title).join("/")}|${number}`;
    const twin = seen.get(scope);
    if (twin) {
      remarks.push({
        ...place,
        kind: "number-duplicate",
        weight: "note",
        text: `Номер ${number} стоит дважды: «${short(twin.title ?? "")}» и «${short(measure.title ?? "")}».`,
      });
    } else if (last && !inOrder(last.number, number, last.section !== section)) {
      remarks.push({
        ...place,
        kind: "number-gap",
        weight: "note",
        text: `После номера ${last.number} сразу идёт ${number}: строка пропущена или нумерация сбита.`,
      });
    }
    seen.set(scope, measure);
    last = { number, section };
  }
  return remarks;
}

function inOrder(last: string, next: string, newSection: boolean): boolean {
  if (follows(last, next)) return true;
  const parts = partsOfNumber(next);
  if (parts.at(-1) === 1 && (newSection || holds(last, next) || parts.length > 1)) return true;
  // Down to a shallower count: 2.1.3 → 2.2.
  const before = partsOfNumber(last).slice(0, parts.length);
  return before.length === parts.length && partsOfNumber(last).length > parts.length && follows(before.join("."), next);
}
