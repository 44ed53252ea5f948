import { letters } from "#domain/russian/letters.ts";
import { headerKey } from "./fold.ts";
import { meaningOf, MONTH_WORDS, PARTY_WORDS } from "./roles.ts";

const GOES_ON = letters(/^[\p{Ll}\-–—•]/u);

/** What the records with as many texts as columns show of each column. */
export interface Profile {
  readonly columns: readonly { readonly role: string; readonly logLength: number }[];
}

export function profileOf(records: readonly (readonly string[])[], labels: readonly string[]): Profile {
  const exact = records.filter(({ length }) => length === labels.length);
  return {
    columns: labels.map((label, col) => {
      const lengths = exact.map((texts) => Math.log(texts[col]!.length + 1));
      const logLength = lengths.length > 0 ? lengths.reduce((sum, one) => sum + one, 0) / lengths.length : 3.5;
      return { role: meaningOf(headerKey(label))?.role ?? "other", logLength };
    }),
  };
}

const EMPTY_COST = 5;
const DOCUMENT_WORDS = letters(
  /^(?:приказ|протокол|справк|отч[её]т|положени|акт(?!\p{L})|договор|соглашени|распоряжени|журнал)/iu,
);

/** Divides the texts of a record among the columns in order, each text whole: the cheapest way by length and by the words they hold. */
export function fitCells(texts: readonly string[], { columns }: Profile): readonly (readonly string[])[] {
  if (texts.length === columns.length) return texts.map((text) => [text]);
  const best: { cost: number; from: number }[][] = [[{ cost: 0, from: 0 }]];
  columns.forEach((column, col) => {
    best.push([]);
    for (let end = 0; end <= texts.length; end += 1) {
      let cheapest = { cost: Number.POSITIVE_INFINITY, from: 0 };
      for (let from = 0; from <= end; from += 1) {
        const before = best[col]![from]?.cost ?? Number.POSITIVE_INFINITY;
        const cost = before + costOf(texts.slice(from, end), column);
        if (cost < cheapest.cost) cheapest = { cost, from };
      }
      best[col + 1]![end] = cheapest;
    }
  });
  const cells: (readonly string[])[] = [];
  let end = texts.length;
  for (let col = columns.length; col > 0; col -= 1) {
    const { from } = best[col]![end]!;
    cells.unshift(texts.slice(from, end));
    end = from;
  }
  return cells.map((cell) => (cell.length > 0 ? cell : [""]));
}

function costOf(texts: readonly string[], { role, logLength }: Profile["columns"][number]): number {
  if (texts.length === 0) return EMPTY_COST;
  const whole = texts.join(" ");
  let cost = Math.abs(Math.log(whole.length + 1) - logLength) * 1.5;
  if (role === "term" && !MONTH_WORDS.test(whole)) cost += 4;
  if (role === "responsible" && !PARTY_WORDS.test(whole)) cost += 3;
  for (const [at, text] of texts.entries()) {
    if (role !== "reportDocument" && DOCUMENT_WORDS.test(text)) cost += 2;
    if (at === 0) continue;
    const goesOn = GOES_ON.test(text) || /[:,]$/.test(texts[at - 1]!);
    cost += goesOn ? 0 : 1.2;
  }
  return cost;
}
