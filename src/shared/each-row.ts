import { z } from "zod";
import { id, version } from "./atoms.ts";
import { Problem } from "./problem.ts";

/** Most rows that one request acts upon: a page of a list, and as much again. */
export const MOST_ROWS = 100;

/** A row chosen in a list, as it was seen there. */
export const ChosenRow = z.object({ id, version });

/** Rows chosen in a list, each once. */
export const chosenRows = <Row extends z.ZodType<{ readonly id: string }>>(row: Row) =>
  z
    .array(row)
    .min(1, "Отметьте хотя бы одну строку.")
    .max(MOST_ROWS, `За один раз берут не больше ${MOST_ROWS} строк.`)
    .refine((rows) => new Set(rows.map((one) => one.id)).size === rows.length, "Одна строка отмечена дважды.");

/** A row of a bulk action that was left as it was, and why. */
export const RefusedRow = z.object({ id: z.string(), code: z.string(), text: z.string() });
export type RefusedRow = z.infer<typeof RefusedRow>;

export interface RowsOutcome<Done> {
  readonly done: Done[];
  readonly refused: RefusedRow[];
}

/** Beside a row of many there is no variant of one's own to compare, as there is beside a form. */
const STALE_ROW =
  "Эту строку тем временем изменил другой человек, она осталась как есть. Посмотрите, что изменилось, и повторите.";

const ACCESS: readonly string[] = ["not-found", "not-allowed"];

/**
 * Does the same to each row, in the order of their ids so that two people never wait for one another in a ring. A row refused is told
 * and the rest is done; `act` refuses before it writes, or undoes by itself what it wrote. Where every row is refused for lack of a right,
 * the request is refused as a request for one such row would be. Any other fault undoes the whole request. Of a form's sentence the one
 * of its first field is told: a row has no fields to stand beside.
 */
export async function eachRow<Row extends { readonly id: string }, Done>(
  rows: readonly Row[],
  act: (row: Row) => Promise<Done>,
): Promise<RowsOutcome<Done>> {
  const done: Done[] = [];
  const refused: RefusedRow[] = [];
  let foreign: Problem | undefined;
  for (const row of [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    try {
      done.push(await act(row));
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault;
      refused.push({ id: row.id, code: fault.code, text: wordsOf(fault) });
      if (ACCESS.includes(fault.code)) foreign ??= fault;
    }
  }
  if (foreign && refused.length === rows.length && refused.every((one) => ACCESS.includes(one.code))) throw foreign;
  return { done, refused };
}

function wordsOf({ code, fields, message }: Problem): string {
  return code === "stale-write" ? STALE_ROW : (Object.values(fields)[0] ?? message);
}
