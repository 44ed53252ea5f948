import { z } from "zod";
import { id, localDateField } from "#shared/atoms.ts";
import { DifferenceCounts, Difference } from "./redaction-difference.ts";
import { RedactionDocument } from "./redaction-document.ts";
import { ProgrammeParams } from "./seen.ts";
import { Directive } from "./step-form.ts";

/** How a redaction stands on a day. */
export const REDACTION_STATES = ["inForce", "ahead", "past", "withdrawn"] as const;
export type RedactionState = (typeof REDACTION_STATES)[number];

const Paper = z.object({ id, name: z.string() }).nullable();

export const RedactionHead = z.object({
  id,
  number: z.int(),
  state: z.enum(REDACTION_STATES),
  effectiveOn: z.string(),
  paper: Paper,
  /** who approved it, and when */
  by: z.string(),
  at: z.string(),
});
export type RedactionHead = z.infer<typeof RedactionHead>;

export const RedactionItem = RedactionHead.extend({
  /** what it changed in the one before it; null of the first */
  counts: DifferenceCounts.nullable(),
});
export type RedactionItem = z.infer<typeof RedactionItem>;

/** The redactions of a programme, the latest first, and what was edited by hand since. */
export const RedactionList = z.object({
  items: z.array(RedactionItem),
  /** edits since the last redaction that no order stands behind */
  since: Difference.nullable(),
  /** what the programme says now (`Register.stamp`) */
  stamp: z.string(),
  today: z.string(),
  can: z.object({ amend: z.boolean() }),
});
export type RedactionList = z.infer<typeof RedactionList>;

export const RedactionParams = ProgrammeParams.extend({ redactionId: id });

/** One redaction as it was printed. */
export const RedactionPage = z.object({
  redaction: RedactionHead,
  document: RedactionDocument,
  years: z.array(z.int()),
  /** the others, to compare with, the latest first */
  others: z.array(z.object({ id, name: z.string() })),
});
export type RedactionPage = z.infer<typeof RedactionPage>;

export const DifferenceQuery = z.object({ with: id });

/** What differs between two redactions: what the later one changed in the earlier. */
export const RedactionDifference = z.object({
  before: RedactionHead,
  after: RedactionHead,
  difference: Difference,
});
export type RedactionDifference = z.infer<typeof RedactionDifference>;

/** Edits made by hand become a redaction by an order. */
export const Register = z.object({
  stamp: z.string(),
  directive: Directive.optional(),
  effectiveOn: z.string("Укажите, с какого дня действуют изменения.").pipe(localDateField),
});
export type Register = z.infer<typeof Register>;
