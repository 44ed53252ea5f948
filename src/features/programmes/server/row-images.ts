import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { imageOf, type ChangeTable, type Row, type RowImage } from "../model/row-change.ts";

/** The columns of each table that an edit changes and an undo restores; keys, territory, version and status stay out. */
export const COLUMNS: Readonly<Record<ChangeTable, readonly string[]>> = {
  programme: [
    "title",
    "short_title",
    "starts_on",
    "ends_on",
    "year_kind",
    "goal",
    "tasks",
    "passport",
    "account_moments",
    "officer_person_id",
  ],
  roadmap: ["programme_id", "title", "ordinal", "columns", "import_id", "closed_at"],
  section: ["roadmap_id", "parent_id", "number", "title", "ordinal", "source", "closed_at"],
  measure: [
    "programme_id",
    "roadmap_id",
    "section_id",
    "number",
    "title",
    "level",
    "due_text",
    "cadence",
    "result",
    "report_document",
    "responsible_text",
    "participants_text",
    "reporting",
    "account_moments",
    "ordinal",
    "source",
    "closed_at",
    "binds_from",
  ],
  measure_party: ["measure_id", "name", "part", "audience", "ordinal"],
  planned_value: ["measure_id", "label", "unit", "aggregation", "sub_group", "total_text", "total_value", "ordinal"],
  planned_year: ["text", "value", "at_least"],
  measure_paper: [],
};

export const KEYS: Readonly<Record<ChangeTable, readonly string[]>> = {
  programme: ["id"],
  roadmap: ["id"],
  section: ["id"],
  measure: ["id"],
  measure_party: ["id"],
  planned_value: ["id"],
  planned_year: ["planned_value_id", "year"],
  measure_paper: ["measure_id", "paper_id"],
};

interface Read {
  readonly table: ChangeTable;
  readonly row: Row;
}

/**
 * The rows of a programme as they stand: passport, roadmaps, sections and measures whole; parties, planned values and papers
 * of the measures named.
 */
export async function readImage(
  tx: Tx,
  territoryId: Id,
  programmeId: Id,
  measureIds: readonly Id[],
): Promise<RowImage> {
  const ids = [...measureIds];
  const { rows } = await sql<Read>`
    select 'programme' as "table", to_jsonb(p) as row from programme p where p.territory_id = ${territoryId} and p.id = ${programmeId}
    union all
    select 'roadmap', to_jsonb(r) from roadmap r where r.territory_id = ${territoryId} and r.programme_id = ${programmeId}
    union all
    select 'section', to_jsonb(s) from section s join roadmap r on r.territory_id = s.territory_id and r.id = s.roadmap_id
      where s.territory_id = ${territoryId} and r.programme_id = ${programmeId}
    union all
    select 'measure', to_jsonb(m) from measure m where m.territory_id = ${territoryId} and m.programme_id = ${programmeId}
    union all
    select 'measure_party', to_jsonb(x) from measure_party x where x.territory_id = ${territoryId} and x.measure_id = any (${ids}::uuid[])
    union all
    select 'planned_value', to_jsonb(v) from planned_value v where v.territory_id = ${territoryId} and v.measure_id = any (${ids}::uuid[])
    union all
    select 'planned_year', to_jsonb(y) from planned_year y
      join planned_value v on v.territory_id = y.territory_id and v.id = y.planned_value_id
      where y.territory_id = ${territoryId} and v.measure_id = any (${ids}::uuid[])
    union all
    select 'measure_paper', to_jsonb(c) from measure_paper c where c.territory_id = ${territoryId} and c.measure_id = any (${ids}::uuid[])
  `.execute(tx);
  return imageOf(rows.map(({ table, row }) => entryOf(table, row)));
}

function entryOf(table: ChangeTable, row: Row) {
  const kept = [...KEYS[table], ...COLUMNS[table]];
  return {
    table,
    key: KEYS[table].map((column) => String(row[column])).join("/"),
    row: Object.fromEntries(kept.map((column) => [column, row[column] ?? null])),
  };
}
