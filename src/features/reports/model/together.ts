import { z } from "zod";
import { id, localDateField, prose, version } from "#shared/atoms.ts";
import { RefusedRow } from "#shared/each-row.ts";
import { ObligationRow } from "#features/obligations/model/contract.ts";
import { missingIn, type Expected } from "./completeness.ts";
import type { ReportContent } from "./contract.ts";

/** Rows reported in one go: as many as a person still reads through. */
export const MOST_TOGETHER = 60;

/** Without an organisation: what the person's own place at the territory owes. */
export const SmallQuery = z.object({ territoryId: id, organisationId: id.optional() });

/** What can be reported in a word: no number, no document. */
export const SmallList = z.object({ today: z.string(), rows: z.array(ObligationRow) });
export type SmallList = z.infer<typeof SmallList>;

export const SendTogether = z.object({
  territoryId: id,
  doneOn: localDateField,
  rows: z
    .array(z.object({ obligationId: id, text: prose(8000) }))
    .min(1, "Отметьте хотя бы одно мероприятие.")
    .max(MOST_TOGETHER, `Отмечайте не больше ${MOST_TOGETHER} мероприятий за раз.`),
});
export type SendTogether = z.output<typeof SendTogether>;

/** What was sent, and what was not, by its obligation and each with its reason: one row that cannot go holds up no other. */
export const SentTogether = z.object({
  sent: z.array(z.object({ reportId: id, version, obligationId: id, measureTitle: z.string() })),
  refused: z.array(RefusedRow.extend({ measureTitle: z.string() })),
});
export type SentTogether = z.infer<typeof SentTogether>;

export const WithdrawTogether = z.object({
  territoryId: id,
  reports: z
    .array(z.object({ reportId: id, version }))
    .min(1)
    .max(MOST_TOGETHER),
});

export const WithdrawnTogether = z.object({ withdrawn: z.array(id), refused: z.array(RefusedRow) });
export type WithdrawnTogether = z.infer<typeof WithdrawnTogether>;

/** A report that says in words what was done, and nothing else. */
export function wordsAlone(obligationId: string, text: string, doneOn: string): ReportContent {
  return {
    kind: "done",
    text,
    doneOn: doneOn as ReportContent["doneOn"],
    reason: "",
    obligationIds: [obligationId],
    values: [],
    evidence: [],
  };
}

/** Whether words and a day are all that an obligation asks: the question of completeness, put to a report that holds no more. */
export function isSmall(expected: Expected): boolean {
  return expected.obligations.every(
    ({ id: obligationId }) =>
      Object.keys(missingIn(wordsAlone(obligationId, "Сделано", expected.today), expected)).length === 0,
  );
}
