import { dateInDigits } from "#domain/russian/dates.ts";
import { printNumber } from "#domain/russian/plural.ts";
import type { LocalDate } from "#shared/local-date.ts";

/** How a measure stands in the period, as the progress slice counts it. */
export interface MeasureFigure {
  readonly due: number;
  readonly accepted: number;
  readonly late: number;
  readonly submitted: number;
  readonly returned: number;
  readonly notApplicable: number;
}

export interface FactValue {
  readonly label: string;
  readonly subGroup: string;
  readonly unit: "count" | "percent";
  readonly years: readonly {
    readonly year: number;
    readonly fact: number | null;
    readonly numerator: number | null;
    readonly denominator: number | null;
  }[];
}

/**
 * The cell «Факт»: a bare number where there is one planned value and one year, so that a workbook can add it up; otherwise a line for
 * each value and year. Null where nothing was accepted.
 */
export function factCell(values: readonly FactValue[]): number | string | null {
  const facts = values.flatMap((value) =>
    value.years.flatMap((year) => (year.fact === null ? [] : [{ value, ...year, fact: year.fact }])),
  );
  const [only] = facts;
  if (!only) return null;
  if (facts.length === 1 && values.length === 1 && only.value.unit === "count") return only.fact;
  const years = new Set(facts.map(({ year }) => year)).size;
  return facts
    .map(({ value, year, fact, numerator, denominator }) => {
      const name = values.length > 1 ? [value.label, value.subGroup].filter(Boolean).join(", ") : "";
      const head = [name, years > 1 ? String(year) : ""].filter(Boolean).join(", ");
      const number = printNumber(Math.round(fact * 100) / 100);
      const share =
        numerator === null || denominator === null ? "" : ` (${printNumber(numerator)} из ${printNumber(denominator)})`;
      return `${head ? `${head}: ` : ""}${number}${value.unit === "percent" ? " %" : ""}${share}`;
    })
    .join("\n");
}

const MANY_DAYS = 4;

/** The cell «Дата»: the day of acceptance; several in a column; a span where there are many. */
export function dateCell(days: readonly LocalDate[]): LocalDate | string | null {
  const own = [...new Set(days)].sort();
  const [first] = own;
  if (!first) return null;
  if (own.length === 1) return first;
  if (own.length <= MANY_DAYS) return own.map(dateInDigits).join("\n");
  return `с ${dateInDigits(first)} по ${dateInDigits(own.at(-1)!)}`;
}

/** The cell «Замечание»: how far it is done and what is not as it should be, in words. */
export function remarkCell(figure: MeasureFigure | undefined): string {
  if (!figure || figure.due + figure.notApplicable === 0) return "в периоде срока нет";
  const { due, accepted, late, submitted, returned, notApplicable } = figure;
  const parts = [
    due === 0 ? "" : accepted === due ? "выполнено" : `принято ${accepted} из ${due}`,
    late > 0 ? `просрочено ${late}` : "",
    returned > 0 ? `возвращено на доработку ${returned}` : "",
    submitted > 0 ? `на проверке ${submitted}` : "",
    notApplicable > 0 ? `неприменимо ${notApplicable}` : "",
  ];
  return parts.filter(Boolean).join("; ");
}

const MOST_PROOFS = 20;

/** The cell «Подтверждение»: each document, file and link once, a line each. */
export function proofCell(proofs: readonly string[]): string {
  const own = [...new Set(proofs)];
  const rest = own.length - MOST_PROOFS;
  return [...own.slice(0, MOST_PROOFS), ...(rest > 0 ? [`и ещё ${rest}: в программе`] : [])].join("\n");
}
