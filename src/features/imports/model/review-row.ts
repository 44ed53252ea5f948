import { z } from "zod";
import { printTerm } from "#domain/phrases/print-term.ts";
import type { Audience } from "#features/places/model/audience.ts";
import { audienceLabel } from "./audience-label.ts";
import type { Drafted } from "./draft.ts";
import { openDoubts, type ReviewDoubt, type ReviewNote, type ReviewPlace } from "./doubts.ts";
import type { District } from "./district.ts";
import { lookAlikes } from "./phrases.ts";
import { plannedWords } from "./planned-words.ts";
import type { DraftedRow } from "./roadmaps.ts";
import type { Source } from "./source.ts";
import { paragraphsOf, titleLines } from "./title-lines.ts";
import { isUnreported } from "./unreported.ts";

const ReviewParty = z.object({
  name: z.string(),
  /** answers for it or does it first */
  leading: z.boolean(),
  /** whom it means here, in words; null while it is asked */
  meaning: z.string().nullable(),
});

/** One measure as it would be written, in the words of the review screen. */
export const ReviewRow = z.object({
  key: z.string(),
  /** rows of the document it came from, the first is where it is shown */
  rows: z.array(z.object({ table: z.number(), row: z.number() })).readonly(),
  /** level of a matrix column, "" elsewhere */
  level: z.string(),
  number: z.string(),
  title: z.string(),
  /** when reports are due, in words; "" while it is not understood */
  due: z.string(),
  dueText: z.string(),
  parties: z.array(ReviewParty).readonly(),
  /** what must come out, and the planned values in words */
  result: z.string(),
  planned: z.string(),
  /** the row only names the rows below it */
  isGroup: z.boolean(),
  /** it comes due, and nobody named would report it */
  unreported: z.boolean(),
  /** the lines its title may be parted by; none where there is one line */
  lines: z.array(z.string()).readonly(),
  /** silent fixes and remarks: «латиница исправлена» */
  notes: z.array(z.string()).readonly(),
  /** ids of its doubts, and what of it is still open */
  doubts: z.array(z.string()).readonly(),
  open: z.array(z.enum(["due", "parties", "planned", "row"])).readonly(),
});
export type ReviewRow = Readonly<z.infer<typeof ReviewRow>>;

/** The drafted rows for the screen, each with its doubts and remarks. */
export function reviewRows(drafted: Drafted, district: District, source: Source): ReviewRow[] {
  const paragraphsAt = paragraphsOf(source.grids);
  const meaningOf = tellAudience(district);
  const doubtsAt = standing(drafted.doubts, ({ places }) => places);
  const notesAt = standing(drafted.notes, ({ place }) => [place]);
  return drafted.rows.map((row): ReviewRow => {
    const { measure, source: origin } = row;
    const lines = origin.level === "" ? titleLines(origin.measure, paragraphsAt) : [];
    const doubts = doubtsAt(row);
    const due = printTerm({ phrase: "", phases: measure.cadence, rest: "" });
    return {
      key: origin.key,
      rows: origin.measure.rows,
      level: origin.level,
      number: measure.number,
      title: measure.title,
      due: due.charAt(0).toUpperCase() + due.slice(1),
      dueText: measure.dueText,
      parties: measure.parties.map(({ name, part, audience }) => ({
        name: inCyrillic(name),
        leading: part === "assignee" || part === "accountable",
        meaning: audience && meaningOf(audience),
      })),
      result: measure.result,
      planned: measure.plannedValues.map(plannedWords).filter(Boolean).join("; "),
      isGroup: origin.isGroup,
      unreported: isUnreported(row, district),
      lines: lines.length > 1 ? lines : [],
      notes: distinct(notesAt(row)),
      doubts: doubts.map(({ id }) => id),
      open: [...new Set(openDoubts(doubts).map(partOf))],
    };
  });
}

/** Remarks that belong to no row shown: said over the tables. */
export function looseNotes(drafted: Drafted): string[] {
  const notesAt = standing(drafted.notes, ({ place }) => [place]);
  const ofRows = new Set(drafted.rows.flatMap(notesAt));
  return distinct(drafted.notes.filter((note) => !ofRows.has(note)));
}

/** What stands at a row, found by the key of its measure: a long document asks it of every row, of a question that a thousand share. */
function standing<One>(
  all: readonly One[],
  placesOf: (one: One) => readonly ReviewPlace[],
): (row: DraftedRow) => readonly One[] {
  const known = new Map<string, { readonly one: One; readonly place: ReviewPlace }[]>();
  for (const one of all)
    for (const place of placesOf(one)) {
      const key = place.measureKey ?? "";
      if (!known.has(key)) known.set(key, []);
      known.get(key)!.push({ one, place });
    }
  return (row) => {
    const here = known.get(row.source.measure.key) ?? [];
    return [...new Set(here.filter(({ place }) => standsIn(place, row)).map(({ one }) => one))];
  };
}

function distinct(notes: readonly ReviewNote[]): string[] {
  return [...new Set(notes.map(({ text }) => text))];
}

function partOf({ topic }: ReviewDoubt): ReviewRow["open"][number] {
  if (topic === "term" || topic === "undated") return "due";
  if (topic === "party" || topic === "control" || topic === "reporting") return "parties";
  return topic === "plan" ? "planned" : "row";
}

/** Whether a place is of this row; of a matrix row with several levels, the level whose cell it is. */
function standsIn(place: ReviewPlace, { source }: DraftedRow): boolean {
  if (place.measureKey !== source.measure.key) return false;
  return (
    source.level === "" || place.field === null || place.field === source.level || place.field === source.termField
  );
}

function inCyrillic(name: string): string {
  return lookAlikes(name).reduce((text, { typed, meant }) => text.replaceAll(typed, meant), name);
}

function tellAudience({ registry, bearers }: District): (audience: Audience) => string {
  const told = new Map<string, string>();
  return (audience) => {
    const key = JSON.stringify(audience);
    if (!told.has(key)) {
      const { label, hint } = audienceLabel(audience, registry, bearers(audience).length);
      told.set(key, `${label}, ${hint}`);
    }
    return told.get(key)!;
  };
}
