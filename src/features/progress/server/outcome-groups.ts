import { sql } from "kysely";
import type { LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { OutcomeAmount } from "../model/outcome.ts";
import type { RowsFilter } from "../model/rows-query.ts";
import { outcomeSql } from "./outcome-sql.ts";
import { progressRows, readingOf, type Eyes } from "./progress-groups.ts";

/** Obligations alike in their outcome, with what their counts are told apart by. */
export interface OutcomeRecord extends OutcomeAmount {
  readonly programmeId: Id;
  readonly measureId: Id;
  readonly bearerKey: string;
}

/** Counts the rows of a filter by their outcome, as it stood on the filter's day. */
export function outcomeGroups(
  tx: Tx,
  territoryId: Id,
  eyes: Eyes,
  filter: Omit<RowsFilter, "territoryId">,
  today: LocalDate,
): Promise<OutcomeRecord[]> {
  const reading = readingOf(filter, today);
  return progressRows(tx, territoryId, eyes, { ...filter, on: reading.on }, today)
    .clearSelect()
    .select([
      "o.programme_id as programmeId",
      "o.measure_id as measureId",
      "o.bearer_key as bearerKey",
      outcomeSql(reading).as("outcome"),
      sql<number>`count(*)::int`.as("count"),
    ])
    .groupBy(["o.programme_id", "o.measure_id", "o.bearer_key", "outcome"])
    .execute();
}
