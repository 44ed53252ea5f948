import type { Id } from "#shared/ids.ts";
import { get } from "./progress-world.ts";
import type { Persona } from "./world.ts";

interface LateRow {
  readonly id: Id;
  readonly dueOn: string;
  readonly bearer: { readonly name: string };
}

/** Who is late with a measure by the list of rows, each once, the longest late first. */
export async function lateWith(by: Persona, territoryId: Id, measureId: Id): Promise<string[]> {
  const list = await get(by, `/api/progress/rows?territoryId=${territoryId}&measureId=${measureId}&state=late`);
  const key = ({ dueOn, id }: LateRow) => `${dueOn} ${id}`;
  const rows: LateRow[] = list.rows.sort((one: LateRow, other: LateRow) => (key(one) < key(other) ? -1 : 1));
  return [...new Set(rows.map(({ bearer }) => bearer.name))];
}
