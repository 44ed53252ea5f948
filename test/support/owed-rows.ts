import type { Id } from "#shared/ids.ts";
import { givenProgramme, replan } from "./given-programme.ts";
import type { ReportingSchool } from "./reporting-school.ts";
import type { Persona } from "./world.ts";

/** An obligation as the database keeps it. */
export interface OwedRow {
  readonly id: Id;
  readonly version: number;
  readonly due_on: string;
  readonly closed_at: Date | null;
  readonly close_reason: string | null;
  readonly bearer_organisation_id: Id | null;
  readonly due_moved: boolean;
}

export const owedRows = (at: ReportingSchool, programmeId: Id) =>
  at.world.rows<OwedRow>("select * from obligation where programme_id = $1 order by due_on, id", [programmeId]);

/** A row as a list sends it. */
export const chosen = ({ id, version }: OwedRow) => ({ id, version });

/** Two occurrences of one measure at the first school. */
export async function twoTerms(at: ReportingSchool) {
  const given = await givenProgramme(at.world, at.territory, [
    { years: [2026, 2027], parties: [{ audience: { kind: "organisation", id: at.school } }] },
  ]);
  await replan(at.world, at.territory, given.programmeId);
  return { ...given, rows: await owedRows(at, given.programmeId) };
}

export const askReassign = (
  at: ReportingSchool,
  who: Persona,
  body: { readonly rows: readonly object[]; readonly bearer: object; readonly reason: string },
) => who.call("POST", "/api/obligations/reassigned", { territoryId: at.territory, ...body });
