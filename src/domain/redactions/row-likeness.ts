import { matchKey } from "../russian/match-key.ts";
import { bagOf, likenessOf, vocabularyOf, type Bag } from "./likeness.ts";
import type { RedactionRow } from "./row.ts";

/** What speaks for two rows being one measure: the title most, the number least of all alone. They sum to one. */
const WEIGHT = { title: 0.55, texts: 0.19, number: 0.05, place: 0.13, neighbours: 0.08 } as const;
/** Rows whose titles share next to nothing are not one measure, whatever else they share. */
const LEAST_TITLE = 0.15;
/** Between equals the order of the document decides. */
const ORDER_WORTH = 0.001;

/** A row made ready for comparing. */
interface Prepared {
  readonly title: Bag;
  readonly titleKey: string;
  readonly level: string;
  readonly number: string;
  readonly texts: Bag;
  readonly place: Bag;
  readonly previous: string;
  readonly next: string;
  /** where it stands, from 0 to 1 */
  readonly at: number;
}

export interface RowLikeness {
  /** 0: not one measure */
  readonly score: number;
  readonly title: number;
}

export interface Compared {
  /** the key by which titles are one: title and level */
  titleKey(side: "before" | "after", at: number): string;
  likeness(before: number, after: number): RowLikeness;
  /** what a pair is worth to the assignment: its likeness, and a breath for keeping the order */
  worth(before: number, after: number): number;
}

/** Makes two redactions comparable row by row. */
export function comparing(before: readonly RedactionRow[], after: readonly RedactionRow[]): Compared {
  const all = [...before, ...after];
  const words = {
    titles: vocabularyOf(all.map(({ title }) => title)),
    texts: vocabularyOf(all.map(textOf)),
    // what every row stands in tells no place from another
    places: vocabularyOf([...new Set(all.map(placeOf))], 0.05),
  };
  const prepare = (rows: readonly RedactionRow[]) =>
    rows.map((row, at): Prepared => ({
      title: bagOf(row.title, words.titles),
      titleKey: `${matchKey(row.title)}\n${matchKey(row.level)}`,
      level: matchKey(row.level),
      number: numberKey(row.number),
      texts: bagOf(textOf(row), words.texts),
      place: bagOf(placeOf(row), words.places),
      previous: neighbourKey(rows[at - 1]),
      next: neighbourKey(rows[at + 1]),
      at: at / Math.max(1, rows.length - 1),
    }));
  const sides = { before: prepare(before), after: prepare(after) };
  const likeness = (one: number, other: number) => likenessOfRows(sides.before[one]!, sides.after[other]!);
  return {
    titleKey: (side, at) => sides[side][at]!.titleKey,
    likeness,
    worth: (one, other) => {
      const { score } = likeness(one, other);
      const apart = Math.abs(sides.before[one]!.at - sides.after[other]!.at);
      return score === 0 ? 0 : score + ORDER_WORTH * (1 - apart);
    },
  };
}

function likenessOfRows(one: Prepared, other: Prepared): RowLikeness {
  const title = likenessOf(one.title, other.title);
  if (title < LEAST_TITLE || one.level !== other.level) return { score: 0, title };
  const score =
    WEIGHT.title * title +
    WEIGHT.texts * likenessOf(one.texts, other.texts) +
    WEIGHT.number * (one.number === other.number ? 1 : 0) +
    WEIGHT.place * likenessOf(one.place, other.place) +
    (WEIGHT.neighbours / 2) * (isOne(one.previous, other.previous) + isOne(one.next, other.next));
  return { score, title };
}

/** The ends of two documents have no neighbours, which says nothing of the rows there. */
function isOne(neighbour: string, other: string): number {
  return neighbour !== "" && neighbour === other ? 1 : 0;
}

/** A neighbour of the same title in another section is another neighbour. */
function neighbourKey(row: RedactionRow | undefined): string {
  return row ? matchKey(`${row.title} ${placeOf(row)}`) : "";
}

function textOf({ texts }: RedactionRow): string {
  return texts.join(" ");
}

function placeOf({ path }: RedactionRow): string {
  return path.join(" ");
}

/** «1.2.» and «1.2» are one number. */
export function numberKey(number: string): string {
  return matchKey(number).replace(/[.)\s]+$/, "");
}
