import type { ReportColumn } from "./columns.ts";

/** What a column of facts shows: one year of the plan, the total, or every year in a line of its own. */
export type FactSource = "lines" | "total" | { readonly year: number };

export interface FactColumn {
  readonly label: string;
  readonly source: FactSource;
}

export interface FactYears {
  /** years that the plan names */
  readonly plan: readonly number[];
  /** years that something accepted counts for */
  readonly facts: readonly number[];
  /** of the report's period; null: the whole programme */
  readonly asked: {
    readonly from: number;
    readonly to: number;
    /** the name of a period shorter than a year of the plan, «IV квартал 2021»; null of whole years */
    readonly part: string | null;
  } | null;
}

/**
 * Facts stand by the years of the plan: a column for each year that the report is about, and one for the total where the document has
 * its own. A document that prints all its years in one cell gets its facts in one cell too, line beside line.
 */
export function factColumns(
  own: readonly ReportColumn[],
  { plan, facts, asked }: FactYears,
  nameOf: (year: number) => string,
): FactColumn[] {
  // the plan beside it is of the whole year
  const fact = asked?.part ? `Факт за ${asked.part}` : "Факт";
  if (own.some(({ source }) => source === "plan")) return [{ label: fact, source: "lines" }];
  const planned = plan.filter((year) => asked === null || (year >= asked.from && year <= asked.to));
  const years = [...new Set([...planned, ...facts])].sort((a, b) => a - b);
  const hasTotal = own.some(({ source }) => source === "planTotal");
  if (plan.length === 0 && hasTotal) return [{ label: fact, source: "total" }];
  if (new Set([...plan, ...years]).size <= 1) return [{ label: fact, source: "lines" }];
  return [
    ...years.map((year): FactColumn => ({
      label: asked?.part && years.length === 1 ? fact : `Факт ${nameOf(year)}`,
      source: { year },
    })),
    ...(hasTotal || years.length === 0 ? [{ label: "Факт всего", source: "total" } as const] : []),
  ];
}
