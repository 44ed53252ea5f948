import { z } from "zod";

/** Of an entry of the history, the edit of rows that can be undone or done again; a step of the programme's life has none. */
export const HistoryChange = z.object({
  undone: z.boolean(),
  can: z.enum(["undo", "redo"]).nullable(),
  /** the redaction it brought by an order: undoing that is asked about */
  amends: z.string().nullable(),
});
