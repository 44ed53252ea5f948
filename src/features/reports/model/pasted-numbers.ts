import { counted } from "#domain/russian/plural.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { notNumberWords } from "./completeness.ts";
import type { ReportForm } from "./report-form.ts";

/** A row of plan and fact: how its field is named, and whether a share is asked («26 из 31»: two cells). */
export interface FactRow {
  readonly key: string;
  readonly unit: "count" | "percent";
}

export interface PastedAt {
  /** in the table, from 0 */
  readonly row: number;
  readonly column: "value" | "denominator";
}

type Values = ReportForm["values"];

const NUMBER = /^\d+([.,]\d+)?$/u;
const ROWS = ["строка", "строки", "строк"] as const;
const UNCHANGED = "Ничего не изменилось.";

/** The cells of a copied table; undefined where a single value was copied, which is pasted as any text. */
export function cellsOf(text: string): readonly (readonly string[])[] | undefined {
  const lines = text.replace(/\r\n?/gu, "\n").replace(/\n+$/u, "").split("\n");
  const cells = lines.map((line) => line.split("\t").map((cell) => cell.trim()));
  return lines.length > 1 || cells[0]!.length > 1 ? cells : undefined;
}

/**
 * Puts a copied table of numbers into the fields from one of them down and to the right, all of it or nothing: a table of another shape, or a
 * cell that is no number, is refused with a sentence, and what stood in the fields stays. An empty cell leaves its field as it is.
 */
export function pasteNumbers(
  cells: readonly (readonly string[])[],
  rows: readonly FactRow[],
  at: PastedAt,
  values: Values,
): Result<Values, string> {
  const left = rows.length - at.row;
  if (cells.length > left)
    return refused(
      `Скопировано ${counted(cells.length, ROWS)}, а полей отсюда вниз ${left}. ${UNCHANGED} Скопируйте столько строк, сколько полей, или начните выше.`,
    );
  const filled: Record<string, Values[string]> = {};
  for (const [step, line] of cells.entries()) {
    const { key, unit } = rows[at.row + step]!;
    const fields = unit === "percent" ? (["value", "denominator"] as const) : (["value"] as const);
    const first = at.column === "denominator" && unit === "percent" ? 1 : 0;
    if (at.column === "denominator" && unit === "count" && line.some((cell) => cell !== ""))
      return refused(`В строке ${at.row + step + 1} одно поле, второго числа там нет. ${UNCHANGED}`);
    const given = line.slice(0, fields.length - first);
    if (line.slice(given.length).some((cell) => cell !== ""))
      return refused(
        `В строке ${step + 1} скопировано больше чисел, чем полей. ${UNCHANGED} Скопируйте только столбец с фактом.`,
      );
    const typed = { ...(values[key] ?? { value: "", denominator: "" }) };
    for (const [place, cell] of given.entries()) {
      const number = cell.replace(/[\s\u00a0]/gu, "");
      if (number === "") continue;
      if (!NUMBER.test(number)) return refused(`${notNumberWords(cell)} ${UNCHANGED}`);
      typed[fields[first + place]!] = number.replace(".", ",");
    }
    filled[key] = typed;
  }
  return done({ ...values, ...filled });
}
