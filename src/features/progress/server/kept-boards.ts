import { sql } from "kysely";
import type { LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { ANY_BEARER } from "#features/obligations/server/public.ts";
import { liveBoard, together, type Board } from "./board.ts";

export interface BoardPlace {
  readonly id: Id;
  readonly today: LocalDate;
}

/**
 * The boards of municipalities as counting them all anew would give at this very moment: kept figures of the bearers of whom no change
 * is noted, and live counts of all others. Where nothing is kept for the day, or everybody's changed, the whole is counted. Asked in a
 * transaction that sees one instant.
 */
export async function boardsOf(tx: Tx, places: readonly BoardPlace[]): Promise<ReadonlyMap<Id, Board>> {
  const ids = places.map(({ id }) => id);
  const [kept, changed] = await Promise.all([keptBoards(tx, ids), changedBearers(tx, ids)]);
  const boards = new Map<Id, Board>();
  for (const { id, today } of places) {
    const own = kept.get(id);
    const others = changed.get(id) ?? [];
    if (own?.onDay !== today || others.includes(ANY_BEARER)) boards.set(id, await liveBoard(tx, id, today));
    else if (others.length === 0) boards.set(id, own.board);
    else boards.set(id, together(own.board, await liveBoard(tx, id, today, others)));
  }
  return boards;
}

/** Of each territory whose bearers' figures are to be counted anew. */
export async function changedBearers(tx: Tx, ids: readonly Id[]): Promise<ReadonlyMap<Id, readonly string[]>> {
  const { rows } = await sql<{ territory_id: Id; keys: string[] }>`
    select territory_id, array_agg(distinct bearer_key) as keys from obligation_change
    where territory_id = any (${ids}::uuid[]) group by territory_id`.execute(tx);
  return new Map(rows.map(({ territory_id: id, keys }) => [id, keys]));
}

type Sums = Readonly<Record<keyof Board["figure"], number>> & {
  readonly territory_id: Id;
  readonly span: "all" | "month";
  readonly on_day: LocalDate;
  readonly bearers: number;
  readonly late_bearers: number;
};

/** The kept figures of each territory added up, without the bearers that changed since, with the day they stand on. */
async function keptBoards(
  tx: Tx,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, { readonly onDay: LocalDate; readonly board: Board }>> {
  const { rows } = await sql<Sums>`
    select k.territory_id, k.span, k.on_day, sum(k.due)::int as due, sum(k.planned)::int as planned, sum(k.accepted)::int as accepted,
      sum(k.late)::int as late, sum(k.soon)::int as soon, sum(k.ahead)::int as ahead, sum(k.submitted)::int as submitted,
      sum(k.returned)::int as returned, sum(k.paused)::int as paused, sum(k.not_applicable)::int as "notApplicable",
      count(*) filter (where k.due + k.paused > 0)::int as bearers, count(*) filter (where k.late > 0)::int as late_bearers
    from kept_figure k
    where k.territory_id = any (${ids}::uuid[]) and not exists (
      select from obligation_change c where c.territory_id = k.territory_id and c.bearer_key = k.bearer_key)
    group by k.territory_id, k.span, k.on_day`.execute(tx);
  const months = new Map(rows.filter(({ span }) => span === "month").map((row) => [row.territory_id, row]));
  return new Map(
    rows
      .filter(({ span }) => span === "all")
      .map((row) => {
        const { bearers, late_bearers: lateBearers, on_day: onDay } = row;
        const board = {
          bearers,
          lateBearers,
          figure: partsOf(row),
          monthFigure: partsOf(months.get(row.territory_id)!),
        };
        return [row.territory_id, { onDay, board }];
      }),
  );
}

function partsOf(sums: Sums): Board["figure"] {
  const { territory_id: _id, span: _span, on_day: _day, bearers: _all, late_bearers: _late, ...figure } = sums;
  return figure;
}
