import type { ObligationRow } from "./contract.ts";

type Linked = Pick<ObligationRow, "territoryId" | "id" | "programmeId" | "measureId"> & {
  readonly report: Pick<NonNullable<ObligationRow["report"]>, "id" | "state"> | null;
  readonly can: Pick<ObligationRow["can"], "report">;
};

/** Where an obligation is answered: its report where there is one, the form where it may be filled, else nowhere. */
export function answerLink(row: Linked): string | undefined {
  if (row.report && row.report.state !== "draft") return `/reports/${row.territoryId}/${row.report.id}`;
  return row.can.report ? `/todo/${row.territoryId}/${row.id}` : undefined;
}

/** As `answerLink`; its place on the page of the measure where there is nothing to answer. */
export function obligationLink(row: Linked): string {
  return (
    answerLink(row) ??
    `/programmes/${row.territoryId}/${row.programmeId}/measures/${row.measureId}#${obligationAnchor(row)}`
  );
}

/** The name of an obligation's place on the page of its measure. */
export function obligationAnchor({ id }: Pick<Linked, "id">): string {
  return `obligation-${id}`;
}
