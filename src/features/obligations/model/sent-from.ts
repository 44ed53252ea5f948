import type { ObligationRow, SchoolHome } from "./contract.ts";

const OPEN = ["late", "week", "soon", "later", "returned", "submitted"] as const;

/** The home as it is once a report is sent: what the report answers waits for the checker and stands nowhere else. */
export function sentFrom(
  home: SchoolHome,
  obligationIds: readonly string[],
  report: NonNullable<ObligationRow["report"]>,
): SchoolHome {
  const isSent = ({ id }: ObligationRow) => obligationIds.includes(id);
  const sent = OPEN.flatMap((group) => home[group].filter(isSent)).map((row): ObligationRow => ({
    ...row,
    state: "submitted",
    report,
    can: { ...row.can, report: false },
  }));
  const left = Object.fromEntries(OPEN.map((group) => [group, home[group].filter((row) => !isSent(row))]));
  return { ...home, ...left, submitted: [...home.submitted.filter((row) => !isSent(row)), ...sent] };
}
