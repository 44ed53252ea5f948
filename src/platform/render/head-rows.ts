import type { Cell, Row } from "./document-tree.ts";

interface Headed {
  readonly label: string;
  readonly group?: string;
}

/**
 * The head of a table: neighbours that share a group stand under it in a second row, all others take both rows.
 * «Плановое значение» over one column alone is drawn «Плановое значение 2021»; without shared groups the head is one row.
 */
export function headRows(columns: readonly Headed[]): Row[] {
  const runs: Headed[][] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last && column.group && last[0]!.group === column.group) last.push(column);
    else runs.push([column]);
  }
  if (runs.every((run) => run.length === 1)) return [{ cells: columns.map(inOne) }];
  const upper = runs.map((run): Cell =>
    run.length > 1 ? { value: run[0]!.group!, colSpan: run.length } : { value: inOne(run[0]!), rowSpan: 2 },
  );
  const lower = runs.filter((run) => run.length > 1).flatMap((run) => run.map(({ label }) => label));
  return [{ cells: upper }, { cells: lower }];
}

function inOne({ group, label }: Headed): string {
  return [group, label].filter(Boolean).join(" ");
}
