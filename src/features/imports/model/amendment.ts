import { z } from "zod";
import { id, localDateField, version } from "#shared/atoms.ts";
import { Difference } from "#features/programmes/model/redaction-difference.ts";
import { Directive } from "#features/programmes/model/step-form.ts";

const key = z.string().min(1).max(200);

/** What the officer said of a row of the new document: which measure it is, or that it is a new one. */
const RowAnswer = z.object({ after: key, before: key.nullable() });

/** What becomes of a roadmap that the new document does not have: it goes on as it is, or is closed. */
const RoadmapAnswer = z.object({ roadmap: key, keep: z.boolean() });

/** As kept with the import; the last answer about a row or a roadmap counts. */
export const PairAnswers = z.object({
  rows: z.array(RowAnswer).default([]),
  roadmaps: z.array(RoadmapAnswer).default([]),
});
export type PairAnswers = z.infer<typeof PairAnswers>;

/** One answer; `forget` takes an answer back, and the row is matched by its words again. */
export const AnswerPair = z.object({
  version,
  answer: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("row"), after: key, before: key.nullable() }),
    z.object({ kind: z.literal("forget"), after: key }),
    z.object({ kind: z.literal("roadmap"), roadmap: key, keep: z.boolean() }),
  ]),
});
export type AnswerPair = z.infer<typeof AnswerPair>;

/** The answers after one more. */
export function withAnswer({ rows, roadmaps }: PairAnswers, answer: AnswerPair["answer"]): PairAnswers {
  if (answer.kind === "roadmap") {
    const { roadmap, keep } = answer;
    return { rows, roadmaps: [...roadmaps.filter((one) => one.roadmap !== roadmap), { roadmap, keep }] };
  }
  const { after } = answer;
  const others = rows.filter((one) => one.after !== after);
  return { roadmaps, rows: answer.kind === "forget" ? others : [...others, { after, before: answer.before }] };
}

const Candidate = z.object({ key: z.string(), number: z.string(), title: z.string(), place: z.string() });

/** The comparison of a document with the redaction in force, with what it leaves to a person. */
export const AmendmentView = z.object({
  version: z.int(),
  name: z.string(),
  programme: z.object({ id, title: z.string() }),
  /** what the programme said when this was compared */
  stamp: z.string(),
  difference: Difference,
  /** «Это то же мероприятие?», by the row it is asked of (a measure's id, because it is paired until somebody says no) */
  questions: z.array(z.object({ row: z.string(), after: z.string(), candidates: z.array(Candidate) })),
  /** rows of the difference that stand in both, with the row of the new document, and whether a person paired them */
  pairs: z.array(z.object({ row: z.string(), after: z.string(), byPerson: z.boolean() })),
  /** rows of the new document that a person called new measures */
  saidNew: z.array(z.string()),
  /** roadmaps that the new document does not have; null: not answered yet */
  missing: z.array(z.object({ key: z.string(), title: z.string(), measures: z.int(), keep: z.boolean().nullable() })),
  /** questions without an answer */
  open: z.int(),
  today: z.string(),
});
export type AmendmentView = z.infer<typeof AmendmentView>;

export const ForecastQuery = z.object({ effectiveOn: localDateField });

/** What replanning will do with the reports that nobody has begun. */
export const Forecast = z.object({
  added: z.int(),
  closed: z.int(),
  moved: z.int(),
  /** reports that stay with their measures */
  kept: z.int(),
  /** nothing changes from that day on, though from an earlier one it would: the terms that differ are over by then */
  passed: z.boolean(),
});
export type Forecast = z.infer<typeof Forecast>;

export const ApproveAmendment = z.object({
  version,
  stamp: z.string(),
  directive: Directive.optional(),
  effectiveOn: z.string("Укажите, с какого дня действуют изменения.").pipe(localDateField),
});
export type ApproveAmendment = z.infer<typeof ApproveAmendment>;
