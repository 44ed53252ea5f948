import { dateInDigits } from "#domain/russian/dates.ts";
import { printNumber } from "#domain/russian/plural.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { lateNamesInWords } from "#features/progress/model/cadence-words.ts";
import type { FactSource } from "./fact-columns.ts";

/** How a measure stands in the period, as the progress slice counts it. */
export interface MeasureFigure {
  readonly due: number;
  readonly accepted: number;
  readonly late: number;
  readonly soon: number;
  readonly ahead: number;
  readonly submitted: number;
  readonly returned: number;
  readonly paused: number;
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
  /** of the years counted, as the plan's total is meant */
  readonly total: { readonly fact: number | null };
}

/** The cell of a column of facts: a bare number where one value has one, so that a workbook can add it up. Null where nothing was accepted. */
export function factCell(values: readonly FactValue[], source: FactSource): number | string | null {
  if (source === "lines") return inLines(values);
  const facts = values.flatMap((value): Fact[] => {
    if (source === "total") return value.total.fact === null ? [] : [{ value, fact: value.total.fact, ...NO_SHARE }];
    const found = value.years.find(({ year }) => year === source.year);
    return found && found.fact !== null ? [{ value, ...found, fact: found.fact }] : [];
  });
  const [only] = facts;
  if (!only) return null;
  if (values.length === 1 && only.value.unit === "count") return only.fact;
  return facts.map((fact) => [nameOf(fact.value, values), amount(fact)].filter(Boolean).join(": ")).join("\n");
}

interface Fact {
  readonly value: FactValue;
  readonly fact: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

const NO_SHARE = { numerator: null, denominator: null } as const;

/** A line for each value and year; the year is named wherever the plan has several, so that no fact seems to be of all of them. */
function inLines(values: readonly FactValue[]): number | string | null {
  const facts = values.flatMap((value) =>
    value.years.flatMap((year) => (year.fact === null ? [] : [{ value, ...year, fact: year.fact }])),
  );
  const [only] = facts;
  if (!only) return null;
  const isManyYears = new Set(values.flatMap(({ years }) => years.map(({ year }) => year))).size > 1;
  if (values.length === 1 && !isManyYears && only.value.unit === "count") return only.fact;
  return facts
    .map((fact) => {
      const head = [nameOf(fact.value, values), isManyYears ? String(fact.year) : ""].filter(Boolean).join(", ");
      return `${head ? `${head}: ` : ""}${amount(fact)}`;
    })
    .join("\n");
}

function nameOf(value: FactValue, among: readonly FactValue[]): string {
  return among.length > 1 ? [value.label, value.subGroup].filter(Boolean).join(", ") : "";
}

function amount({ value, fact, numerator, denominator }: Fact): string {
  const number = printNumber(Math.round(fact * 100) / 100);
  const share =
    numerator === null || denominator === null ? "" : ` (${printNumber(numerator)} из ${printNumber(denominator)})`;
  return `${number}${value.unit === "percent" ? " %" : ""}${share}`;
}

const MANY_DAYS = 4;

/** The cell «Дата выполнения»: the day told by the report; several in a column; a span where there are many. */
export function dateCell(days: readonly LocalDate[]): LocalDate | string | null {
  const own = [...new Set(days)].sort();
  const [first] = own;
  if (!first) return null;
  if (own.length === 1) return first;
  if (own.length <= MANY_DAYS) return own.map(dateInDigits).join("\n");
  return `с ${dateInDigits(first)} по ${dateInDigits(own.at(-1)!)}`;
}

/**
 * The cell «Замечание»: how far it is done, what is not as it should be and whose it is, in words. What is not due yet is no shortage: it is
 * told as such.
 */
export function remarkCell(
  figure: MeasureFigure | undefined,
  late: readonly string[] = [],
  ofYear: MeasureFigure | null = null,
): string {
  // the plan beside it is of the whole year: what a part of it does not show is not undone for that
  const year = ofYear && ofYear.due > (figure?.due ?? 0) ? `за год принято ${ofYear.accepted} из ${ofYear.due}` : "";
  if (!figure || figure.due + figure.paused + figure.notApplicable === 0)
    return ["в периоде срока нет", year].filter(Boolean).join("; ");
  const { due, accepted, submitted, returned, paused, notApplicable } = figure;
  const coming = figure.soon + figure.ahead;
  const parts = [
    due === 0 || coming === due ? "" : accepted === due ? "выполнено" : `принято ${accepted} из ${due}`,
    figure.late > 0 ? `просрочено ${figure.late}${late.length > 0 ? ` (${lateNamesInWords(late)})` : ""}` : "",
    returned > 0 ? `возвращено на доработку ${returned}` : "",
    submitted > 0 ? `на проверке ${submitted}` : "",
    coming > 0 ? `срок не наступил ${coming}` : "",
    paused > 0 ? `приостановлено ${paused}` : "",
    notApplicable > 0 ? `неприменимо ${notApplicable}` : "",
    year,
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
