import { z } from "zod";
import { Decision } from "./contract.ts";

export const DOUBT_TOPICS = ["period", "reading", "term", "party", "control", "reporting", "plan", "undated"] as const;

export const ReviewOption = z.object({ key: z.string(), label: z.string(), hint: z.string() });

/** A place in the document: a field of a measure, its cell, or the document as a whole (all null). */
export const ReviewPlace = z.object({
  measureKey: z.string().nullable(),
  field: z.string().nullable(),
  table: z.number().nullable(),
  row: z.number().nullable(),
  col: z.number().nullable(),
});
export type ReviewPlace = Readonly<z.infer<typeof ReviewPlace>>;

/** One honest question. It may stand at several places: a phrase that many rows share is asked once. */
export const ReviewDoubt = z.object({
  id: z.string(),
  topic: z.enum(DOUBT_TOPICS),
  places: z.array(ReviewPlace).readonly(),
  question: z.string(),
  /** the words of the document it is about */
  quote: z.string(),
  options: z.array(ReviewOption).readonly(),
  /** key of the option proposed; null where nothing honest can be proposed */
  suggested: z.string().nullable(),
  /** the kind of own answer that is possible */
  own: z.enum(["term", "audience", "text"]).nullable(),
  /** the decision in force, if any */
  answer: Decision.nullable(),
});
export type ReviewDoubt = Readonly<z.infer<typeof ReviewDoubt>>;

/** Something to know that asks nothing: a silent fix is stated, a fault of the source is marked. */
export const ReviewNote = z.object({ id: z.string(), place: ReviewPlace, text: z.string() });
export type ReviewNote = Readonly<z.infer<typeof ReviewNote>>;

export function openDoubts(doubts: readonly ReviewDoubt[]): ReviewDoubt[] {
  return doubts.filter(({ answer }) => answer === null);
}
