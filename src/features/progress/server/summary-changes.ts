import { sql } from "kysely";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { presentObligation } from "#features/obligations/server/public.ts";
import type { PeriodSummary } from "../model/period-summary.ts";
import type { RowsFilter } from "../model/rows-query.ts";
import { movesOf } from "./moves.ts";
import { progressRows } from "./progress-groups.ts";

const SHOWN = 20;

/** What was put in and put off on days of a period, as far as the actor sees; of what was put off, the latest with their reasons. */
export async function changesOf(
  tx: Tx,
  actor: Actor,
  territoryId: Id,
  scope: Pick<RowsFilter, "programmeId" | "sectionId" | "bearer">,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  today: LocalDate,
  zone: string,
): Promise<Pick<PeriodSummary, "added" | "moved" | "moves">> {
  const rowsOf = (change: "added" | "moved") =>
    progressRows(tx, territoryId, actor, { ...scope, change, changedFrom: from, changedTo: to }, today);
  const { added } = await rowsOf("added")
    .clearSelect()
    .select(sql<number>`count(*)::int`.as("added"))
    .executeTakeFirstOrThrow();
  const moved = await rowsOf("moved").execute();
  const moves = await movesOf(
    tx,
    territoryId,
    moved.map(({ id }) => id),
    zone,
    { from, to },
  );
  return {
    added,
    moved: moved.length,
    moves: moves.slice(0, SHOWN).map((move) => {
      const row = presentObligation(
        moved.find(({ id }) => id === move.obligationId)!,
        actor,
        today,
      );
      return {
        ...move,
        programmeId: row.programmeId,
        measureId: row.measureId,
        measure: [row.measureNumber, row.measureTitle].filter(Boolean).join(" "),
        bearer: row.bearer.name,
      };
    }),
  };
}
