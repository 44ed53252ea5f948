import { pairRows, type Pairing, type RowPair } from "#domain/redactions/pair-rows.ts";
import { matchKey } from "#domain/russian/match-key.ts";
import { mergeRedaction } from "#features/programmes/model/merge-redaction.ts";
import { pairPlaces } from "#features/programmes/model/pair-places.ts";
import {
  placedMeasures,
  type PlacedMeasure,
  type RedactionDocument,
  type RedactionMeasure,
} from "#features/programmes/model/redaction-document.ts";
import { rowOf } from "#features/programmes/model/redaction-fields.ts";
import type { PairAnswers } from "./amendment.ts";

export interface ComparedAmendment {
  readonly pairing: Pairing;
  /** rows that bring back measures taken out before, by their very titles */
  readonly returning: readonly RowPair[];
  /** the new document with the identities of what stays */
  readonly merged: RedactionDocument;
  /** roadmaps that the new document does not have; null: nobody has said yet what becomes of them */
  readonly missing: readonly {
    readonly key: string;
    readonly title: string;
    readonly measures: number;
    readonly keep: boolean | null;
  }[];
  /** questions without an answer */
  readonly open: number;
}

/** Which measures of a programme the rows of a new document are, and the programme as that document would have it. */
export function compareAmendment(
  standing: RedactionDocument,
  closed: readonly RedactionMeasure[],
  document: RedactionDocument,
  answers: PairAnswers,
): ComparedAmendment {
  const [before, after] = [placedMeasures(standing), placedMeasures(document)];
  const pairing = pairRows(before.map(rowOf), after.map(rowOf), answers.rows);
  const returning = returningOf(pairing, after, closed, answers);
  const measures = new Map([...pairing.pairs, ...returning].map((pair) => [pair.after, pair.before]));
  const places = pairPlaces(standing, document, measures);
  const found = new Set(places.values());
  const answered = new Map(answers.roadmaps.map(({ roadmap, keep }) => [roadmap, keep]));
  const missing = standing.roadmaps
    .filter(({ key }) => !found.has(key))
    .map(({ key, title }) => ({
      key,
      title,
      measures: before.filter(({ path }) => path[0]!.key === key).length,
      keep: answered.get(key) ?? null,
    }));
  // until somebody says that it is closed, a roadmap the document is silent about goes on
  const keptRoadmaps = new Set(missing.filter(({ keep }) => keep !== false).map(({ key }) => key));
  return {
    pairing,
    returning,
    merged: mergeRedaction(standing, document, { measures, places, keptRoadmaps }, closed),
    missing,
    open: pairing.questions.length + missing.filter(({ keep }) => keep === null).length,
  };
}

/** Rows that nothing standing is like, and that say word for word what a closed measure said: it is that measure, with its reports. */
function returningOf(
  { added }: Pairing,
  after: readonly PlacedMeasure[],
  closed: readonly RedactionMeasure[],
  answers: PairAnswers,
): RowPair[] {
  const saidNew = new Set(answers.rows.filter(({ before }) => before === null).map((answer) => answer.after));
  const keyOf = ({ title, level }: RedactionMeasure) => matchKey(`${title}\n${level}`);
  const rows = after.map(({ measure }) => measure).filter(({ key }) => added.includes(key) && !saidNew.has(key));
  return rows.flatMap((row) => {
    const same = closed.filter((measure) => keyOf(measure) === keyOf(row));
    const isOnly = same.length === 1 && rows.filter((one) => keyOf(one) === keyOf(row)).length === 1;
    return isOnly ? [{ before: same[0]!.key, after: row.key, by: "likeness" as const }] : [];
  });
}
