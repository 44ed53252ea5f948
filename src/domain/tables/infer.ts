import { type Grid } from "./grid.ts";
import { looksNumbered } from "./header-columns.ts";
import { numberAlone } from "./numbering.ts";
import type { ColumnRole, ReadColumn } from "./reading.ts";
import { MONTH_WORDS, PARTY_WORDS } from "./roles.ts";

const CONTENT: Partial<Record<ColumnRole, string>> = {
  number: "в ячейках номера",
  term: "в ячейках месяцы, даты и слова о сроках",
  title: "самые длинные тексты среди первых столбцов",
  responsible: "в ячейках должности и организации",
  result: "самые длинные тексты из оставшихся",
};

/**
 * Roles by content, for a plan without a header: numbers, then terms, then parties, the longest text is the title and the next one the
 * result. Undefined where the table does not look like a plan.
 */
export function inferColumns(grid: Grid): readonly ReadColumn[] | undefined {
  if (grid.columns < 3 || grid.rows.length < 2) return undefined;
  const texts = Array.from({ length: grid.columns }, (_, col) =>
    grid.rows.flatMap((row) => (row.filled.length > 2 && row.slots[col]!.text !== "" ? [row.slots[col]!.text] : [])),
  );
  const share = (col: number, test: (text: string) => boolean): number => {
    const all = texts[col]!;
    return all.length === 0 ? 0 : all.filter(test).length / all.length;
  };
  const roles: ColumnRole[] = texts.map(() => "other");
  if (looksNumbered(grid, 0, -1) || share(0, (text) => numberAlone(text) !== undefined) >= 0.6) roles[0] = "number";
  const pick = (role: ColumnRole, least: number, weigh: (col: number) => number): void => {
    const best = heaviest(texts.length, (col) => (roles[col] === "other" ? weigh(col) : -1));
    if (best && best.weight >= least) roles[best.col] = role;
  };
  const length = (col: number): number => averageLength(texts[col]!);
  pick("term", 0.6, (col) => share(col, (text) => text.length < 80 && MONTH_WORDS.test(text)));
  pick("title", 12, (col) => (col <= 2 ? length(col) : 0));
  pick("responsible", 0.6, (col) => share(col, (text) => text.length < 160 && PARTY_WORDS.test(text)));
  pick("result", 12, length);
  const known =
    roles.includes("title") && roles.includes("term") && (roles.includes("number") || roles.includes("responsible"));
  return known
    ? roles.map((role) => ({ label: "", role, rule: CONTENT[role] ?? "содержание ничего не говорит" }))
    : undefined;
}

/** The column with the longest texts on the average among those allowed; -1 where none is. */
export function longestColumn({ rows, columns }: Grid, allowed: (col: number) => boolean): number {
  const weight = (col: number): number => {
    const texts = rows.flatMap(({ slots }) => (slots[col]!.text === "" || !slots[col]!.left ? [] : [slots[col]!.text]));
    return averageLength(texts);
  };
  return heaviest(columns, (col) => (allowed(col) ? weight(col) : -1))?.col ?? -1;
}

function averageLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0) / Math.max(texts.length, 1);
}

/** The first of the heaviest columns; those of a weight under nothing are no candidates. */
function heaviest(
  columns: number,
  weigh: (col: number) => number,
): { readonly col: number; readonly weight: number } | undefined {
  let best: { col: number; weight: number } | undefined;
  for (let col = 0; col < columns; col += 1) {
    const weight = weigh(col);
    if (weight >= 0 && (!best || weight > best.weight)) best = { col, weight };
  }
  return best;
}
