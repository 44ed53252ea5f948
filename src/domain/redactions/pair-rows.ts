import { bestPairs, type Edge } from "./assignment.ts";
import type { RedactionRow } from "./row.ts";
import { comparing, type Compared } from "./row-likeness.ts";

/** What a person said of a row of the new redaction: which measure it is; null: it is a new one. */
export interface PairAnswer {
  readonly after: string;
  readonly before: string | null;
}

export interface RowPair {
  readonly before: string;
  readonly after: string;
  /** asked: like, but not surely the same; a person decides */
  readonly by: "likeness" | "asked" | "person";
}

/** «Is it the same measure?» with those it may be, the likeliest first. */
export interface PairQuestion {
  readonly after: string;
  readonly candidates: readonly string[];
}

export interface Pairing {
  readonly pairs: readonly RowPair[];
  /** keys of the rows that are in one redaction alone, in its order */
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly questions: readonly PairQuestion[];
}

/** Below this two rows are strangers. */
const STRANGERS = 0.5;
/** A likeness that is enough with some distance to the next candidate, and a lower one that is enough far from any other. */
const SURE = { score: 0.72, ahead: 0.1 } as const;
const ALONE = { score: 0.6, ahead: 0.2 } as const;
const SURE_TITLE = 0.5;
/** The same title, and yet perhaps another measure: everything else about it differs. */
const SAME_TITLE = 0.62;
/** Rows of one title are told apart by the rest of their words: by this much, or by being the same to the letter. */
const TWINS = { ahead: 0.03, score: 0.95 } as const;
const MOST_CANDIDATES = 3;

/**
 * Which rows of two redactions are one measure, by what they say rather than by their numbers. What a person answered stands; rows
 * of one title are paired first, then those that are alike, each set as the whole that fits best (`bestPairs`). A row is paired at most once.
 */
export function pairRows(
  before: readonly RedactionRow[],
  after: readonly RedactionRow[],
  answers: readonly PairAnswer[] = [],
): Pairing {
  const compared = comparing(before, after);
  const free = { before: new Set(before.keys()), after: new Set(after.keys()) };
  const pairs = new Map<number, { readonly before: number; readonly by: RowPair["by"] }>();
  const take = (edge: { before: number; after: number }, by: RowPair["by"]) => {
    free.before.delete(edge.before);
    free.after.delete(edge.after);
    pairs.set(edge.after, { before: edge.before, by });
  };
  for (const edge of answered(before, after, answers, free.after)) take(edge, "person");
  const sameTitle = edgesOf(free, compared, (one, other) => isSameTitle(compared, one, other));
  for (const edge of bestPairs(sameTitle)) take(edge, judge(edge, sameTitle, compared));
  const alike = edgesOf(free, compared, (one, other) => compared.likeness(one, other).score >= STRANGERS);
  for (const edge of bestPairs(alike)) take(edge, judge(edge, alike, compared));
  const told = [...pairs].sort(([one], [other]) => one - other);
  const taken = new Set(told.map(([, pair]) => pair.before));
  return {
    pairs: told.map(([at, pair]) => ({ before: before[pair.before]!.key, after: after[at]!.key, by: pair.by })),
    removed: before.filter((_, at) => !taken.has(at)).map(({ key }) => key),
    added: after.filter((_, at) => !pairs.has(at)).map(({ key }) => key),
    questions: told.flatMap(([at, pair]) =>
      pair.by === "asked"
        ? [{ after: after[at]!.key, candidates: candidatesFor(at, pair.before, pairs, before, compared) }]
        : [],
    ),
  };
}

/** Pairs as a person made them; rows said to be new are nobody's. Of answers that claim one measure the last stands. */
function answered(
  before: readonly RedactionRow[],
  after: readonly RedactionRow[],
  answers: readonly PairAnswer[],
  freeAfter: Set<number>,
): { before: number; after: number }[] {
  const places = {
    before: new Map(before.map(({ key }, at) => [key, at])),
    after: new Map(after.map(({ key }, at) => [key, at])),
  };
  const said = new Map<number, number | null>();
  for (const answer of answers) {
    const at = places.after.get(answer.after);
    const of = answer.before === null ? null : places.before.get(answer.before);
    if (at === undefined || of === undefined) continue;
    for (const [other, claimed] of said) if (of !== null && claimed === of) said.delete(other);
    said.set(at, of);
  }
  return [...said].flatMap(([at, of]) => {
    freeAfter.delete(at);
    return of === null ? [] : [{ before: of, after: at }];
  });
}

function isSameTitle(compared: Compared, one: number, other: number): boolean {
  return compared.titleKey("before", one) === compared.titleKey("after", other);
}

function edgesOf(
  free: { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> },
  compared: Compared,
  fits: (before: number, after: number) => boolean,
): Edge[] {
  const edges: Edge[] = [];
  for (const before of free.before)
    for (const after of free.after)
      if (fits(before, after)) edges.push({ before, after, worth: compared.worth(before, after) });
  return edges;
}

/** Whether a pair speaks for itself, against all that either of its rows could have been paired with. */
function judge(edge: Edge, edges: readonly Edge[], compared: Compared): "likeness" | "asked" {
  const { score, title } = compared.likeness(edge.before, edge.after);
  const rivals = edges.filter((one) => (one.before === edge.before) !== (one.after === edge.after));
  const ahead = edge.worth - Math.max(0, ...rivals.map(({ worth }) => worth));
  if (title === 1) {
    const isOwn = rivals.length === 0 || ahead >= TWINS.ahead || score >= TWINS.score;
    return score >= SAME_TITLE && isOwn ? "likeness" : "asked";
  }
  const isSure = (score >= SURE.score && ahead >= SURE.ahead) || (score >= ALONE.score && ahead >= ALONE.ahead);
  return title >= SURE_TITLE && isSure ? "likeness" : "asked";
}

/** The one it was paired with first, then others that are like it and not surely somebody's. */
function candidatesFor(
  after: number,
  own: number,
  pairs: ReadonlyMap<number, { readonly before: number; readonly by: RowPair["by"] }>,
  before: readonly RedactionRow[],
  compared: Compared,
): string[] {
  const settled = new Set([...pairs.values()].filter(({ by }) => by !== "asked").map((pair) => pair.before));
  const others = before
    .map((_, at) => ({ at, score: compared.likeness(at, after).score }))
    .filter(({ at, score }) => at !== own && !settled.has(at) && score >= STRANGERS * 0.7)
    .sort((one, other) => other.score - one.score);
  return [own, ...others.slice(0, MOST_CANDIDATES - 1).map(({ at }) => at)].map((at) => before[at]!.key);
}
