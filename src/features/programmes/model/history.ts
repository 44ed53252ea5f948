import { z } from "zod";
import { id } from "#shared/atoms.ts";

/** Of an entry of the history, the edit of rows that can be undone or done again; a step of the programme's life has none. */
const HistoryChange = z.object({
  undone: z.boolean(),
  can: z.enum(["undo", "redo"]).nullable(),
  /** the redaction it brought by an order: undoing that is asked about */
  amends: z.string().nullable(),
});

export const HistoryEntry = z.object({
  id,
  at: z.string(),
  person: z.string(),
  text: z.string(),
  change: HistoryChange.nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const History = z.object({ items: z.array(HistoryEntry), total: z.int() });
export type History = z.infer<typeof History>;
