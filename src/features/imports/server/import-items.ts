import type { SelectQueryBuilder } from "kysely";
import type { Id } from "#shared/ids.ts";
import { localDateAt } from "#shared/local-date.ts";
import type { Tables } from "#platform/db/tables.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { shortName } from "#features/people/model/names.ts";
import type { ImportItem } from "../model/view.ts";

type Joined = Tables & { i: Tables["document_import"] };
export type ItemQuery = SelectQueryBuilder<Joined, "i", object>;

/** Imports of a territory as lines of a list, without their readings; `narrow` filters and orders them. */
export async function importItems(
  context: UseCaseContext,
  territoryId: Id,
  narrow: (query: ItemQuery) => ItemQuery,
): Promise<ImportItem[]> {
  const { tx, actor } = context;
  const zone = await timeZoneOf(tx, territoryId);
  const inTerritory = tx.selectFrom("document_import as i").where("i.territory_id", "=", territoryId);
  const rows = await narrow(inTerritory as unknown as ItemQuery)
    .innerJoin("person as p", "p.id", "i.created_by")
    .leftJoin("programme as made", (join) =>
      join.onRef("made.territory_id", "=", "i.territory_id").onRef("made.id", "=", "i.programme_id"),
    )
    .leftJoin("programme as amended", (join) =>
      join.onRef("amended.territory_id", "=", "i.territory_id").onRef("amended.id", "=", "i.amends_programme_id"),
    )
    .select(["i.id", "i.name", "i.status", "i.problem", "i.created_at", "i.created_by", "i.programme_id"])
    .select(["p.family_name", "p.given_name", "p.patronymic", "made.title", "made.short_title"])
    .select(["amended.id as amended_id", "amended.title as amended_title", "amended.short_title as amended_short"])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    status: row.status,
    problem: (row.problem as { text?: string } | null)?.text ?? null,
    createdOn: localDateAt(row.created_at, zone),
    createdBy: shortName(row),
    isMine: actor.kind === "person" && actor.personId === row.created_by,
    programme: row.programme_id === null ? null : { id: row.programme_id, title: row.short_title || row.title || "" },
    amends:
      row.amended_id === null ? null : { id: row.amended_id, title: row.amended_short || row.amended_title || "" },
  }));
}

/** One import as a line. */
export async function itemOf(context: UseCaseContext, territoryId: Id, importId: Id): Promise<ImportItem> {
  const [item] = await importItems(context, territoryId, (query) => query.where("i.id", "=", importId));
  return item!;
}
