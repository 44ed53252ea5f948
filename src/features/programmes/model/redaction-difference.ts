import { z } from "zod";
import { numberKey } from "#domain/redactions/row-likeness.ts";
import { diffWords } from "#domain/redactions/word-diff.ts";
import { dateInDigits } from "#domain/russian/dates.ts";
import { matchKey } from "#domain/russian/match-key.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { placedMeasures, placesOf, type PlacedMeasure, type RedactionDocument } from "./redaction-document.ts";
import { FIELD_NAME, fieldText, REDACTION_FIELDS } from "./redaction-fields.ts";

const Stretches = z.array(z.object({ kind: z.enum(["same", "removed", "added"]), text: z.string() }));

/** One row of what a new redaction changes. A row may be changed, moved and renumbered at once. */
export const DifferenceRow = z.object({
  /** of the measure; where it is new, of its row in the new document */
  key: z.string(),
  kind: z.enum(["same", "changed", "added", "removed"]),
  number: z.string(),
  /** the number it had, where another */
  numberBefore: z.string().nullable(),
  title: Stretches,
  level: z.string(),
  /** the section it stands in, and the one it stood in, where another */
  place: z.string(),
  placeBefore: z.string().nullable(),
  /** the other fields: those that changed, or of a row of one redaction alone those that say what it is */
  fields: z.array(z.object({ name: z.string(), words: Stretches })),
});
export type DifferenceRow = z.infer<typeof DifferenceRow>;

export const DifferenceCounts = z.object({
  same: z.int(),
  changed: z.int(),
  added: z.int(),
  removed: z.int(),
  moved: z.int(),
  renumbered: z.int(),
});
export type DifferenceCounts = z.infer<typeof DifferenceCounts>;

export const Difference = z.object({
  /** what changed in the passport and in the titles of roadmaps and sections */
  head: z.array(z.object({ name: z.string(), words: Stretches })),
  rows: z.array(DifferenceRow),
  counts: DifferenceCounts,
});
export type Difference = z.infer<typeof Difference>;

/** What one redaction changes in another, row by row in the order of the new one; what is gone stands after the row it followed. */
export function differenceOf(before: RedactionDocument, after: RedactionDocument): Difference {
  const [old, now] = [placedMeasures(before), placedMeasures(after)];
  const oldByKey = new Map(old.map((one) => [one.measure.key, one]));
  const nowKeys = new Set(now.map(({ measure }) => measure.key));
  const rows = now.map((one) => rowBetween(oldByKey.get(one.measure.key), one));
  const gone = new Map<number, DifferenceRow[]>();
  for (const [at, one] of old.entries()) {
    if (nowKeys.has(one.measure.key)) continue;
    const follows = placeOfGone(old.slice(0, at), one, now);
    gone.set(follows, [...(gone.get(follows) ?? []), rowBetween(one, undefined)]);
  }
  const told = [...(gone.get(-1) ?? []), ...rows.flatMap((row, at) => [row, ...(gone.get(at) ?? [])])];
  return { head: headOf(before, after), rows: told, counts: countsOf(told) };
}

/** After which row of the new document a row that is gone is told: the one it followed in its section, or the beginning or end of the section. */
function placeOfGone(earlier: readonly PlacedMeasure[], gone: PlacedMeasure, now: readonly PlacedMeasure[]): number {
  const stays = (one: PlacedMeasure) =>
    now.findIndex(({ measure, placeKey }) => measure.key === one.measure.key && placeKey === one.placeKey);
  const before = earlier.filter(({ placeKey }) => placeKey === gone.placeKey).map(stays);
  const followed = before.filter((at) => at !== -1).at(-1);
  if (followed !== undefined) return followed;
  const first = now.findIndex(({ placeKey }) => placeKey === gone.placeKey);
  if (first !== -1) return first - 1;
  return (
    earlier
      .map(stays)
      .filter((at) => at !== -1)
      .at(-1) ?? -1
  );
}

function rowBetween(before: PlacedMeasure | undefined, after: PlacedMeasure | undefined): DifferenceRow {
  const { measure, path } = (after ?? before)!;
  const fields = REDACTION_FIELDS.flatMap((field) => {
    const [old, now] = [before, after].map((side) => (side ? fieldText(side.measure, field) : ""));
    const isOwn = before && after && matchKey(old!) === matchKey(now!);
    if (field === "title" || isOwn || old === now) return [];
    // of a row that is in one redaction alone the kind says all
    const words = before && after ? diffWords(old!, now!) : [{ kind: "same" as const, text: (old || now)! }];
    return [{ name: FIELD_NAME[field], words }];
  });
  const title = diffWords(before?.measure.title ?? "", after?.measure.title ?? "");
  const isReworded = before && after && matchKey(before.measure.title) !== matchKey(after.measure.title);
  const kind = !before ? "added" : !after ? "removed" : fields.length > 0 || isReworded ? "changed" : "same";
  return {
    key: measure.key,
    kind,
    number: measure.number,
    numberBefore:
      before && after && numberKey(before.measure.number) !== numberKey(measure.number) ? before.measure.number : null,
    title: kind === "same" ? [{ kind: "same", text: measure.title }] : title,
    level: measure.level,
    place: placeName(path),
    placeBefore: before && after && before.placeKey !== after.placeKey ? placeName(before.path) : null,
    fields,
  };
}

/** «2. Помощь учителю». */
export function placeName(path: readonly Pick<PlacedMeasure["path"][number], "number" | "title">[]): string {
  const last = path.at(-1)!;
  return [last.number && `${last.number.replace(/\.$/, "")}.`, last.title].filter(Boolean).join(" ");
}

function headOf(before: RedactionDocument, after: RedactionDocument): Difference["head"] {
  const period = ({ startsOn, endsOn }: RedactionDocument) =>
    [startsOn, endsOn].map((day) => dateInDigits(day as LocalDate)).join("–");
  const pairs: [string, string, string][] = [
    ["Название", before.title, after.title],
    ["Период", period(before), period(after)],
    ["Цель", before.goal, after.goal],
    ["Задачи", before.tasks.join("; "), after.tasks.join("; ")],
    ["Тексты паспорта", passportText(before), passportText(after)],
  ];
  return [...pairs, ...retitled(before, after)]
    .filter(([, old, now]) => matchKey(old) !== matchKey(now))
    .map(([name, old, now]) => ({ name, words: diffWords(old, now) }));
}

/** Roadmaps and sections that stand in both, as they were called and as they are. */
function retitled(before: RedactionDocument, after: RedactionDocument): [string, string, string][] {
  const old = new Map(placesOf(before).map((place) => [place.key, place]));
  return placesOf(after).flatMap((place): [string, string, string][] => {
    const was = old.get(place.key);
    const name = place.kind === "roadmap" ? "Дорожная карта" : "Раздел";
    return was ? [[name, placeName([was]), placeName([place])]] : [];
  });
}

function passportText({ passport }: RedactionDocument): string {
  return passport
    .map(({ heading, paragraphs = [], items = [] }) => [heading, ...paragraphs, ...items].join(". "))
    .join("; ");
}

function countsOf(rows: readonly DifferenceRow[]): DifferenceCounts {
  const of = (kind: DifferenceRow["kind"]) => rows.filter((row) => row.kind === kind).length;
  return {
    same: of("same"),
    changed: of("changed"),
    added: of("added"),
    removed: of("removed"),
    moved: rows.filter((row) => row.placeBefore !== null).length,
    renumbered: rows.filter((row) => row.numberBefore !== null).length,
  };
}

/** Nothing differs but white space, case and quotes. */
export function isNothing({ head, counts }: Difference): boolean {
  return head.length === 0 && counts.changed + counts.added + counts.removed + counts.moved + counts.renumbered === 0;
}
