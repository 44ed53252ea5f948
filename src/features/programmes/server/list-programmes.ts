import { sql, type Expression, type SqlBool } from "kysely";
import type { z } from "zod";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { namedSo, standIn, typedWords } from "#platform/db/word-search.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { leadsOrganisation } from "#features/places/model/access.ts";
import { shortName } from "#features/people/model/names.ts";
import { leadsProgramme, programmeReach } from "../model/policy.ts";
import type { ProgrammeList, ProgrammeListQuery } from "../model/seen.ts";

export const PAGE = 50;
/** more than any district has; a workbook and a sheet of paper stay within reason */
const WHOLE = 5000;

/** The rule of `model/policy.ts` as a condition on rows of `programme as p`. */
export function programmesSeen(actor: Actor): Expression<SqlBool> {
  const reach = programmeReach(actor);
  const among = (column: string, ids: readonly Id[]) => sql<SqlBool>`${sql.ref(column)} = any (${[...ids]}::uuid[])`;
  return sql<SqlBool>`case
    when p.owner_organisation_id is null and p.status = 'draft' then ${among("p.territory_id", reach.draftTerritories)}
    when p.owner_organisation_id is null then ${among("p.territory_id", reach.territories)}
    when p.status = 'draft' then ${among("p.territory_id", reach.schoolDraftTerritories)}
      or ${among("p.owner_organisation_id", reach.draftOrganisations)}
    else ${among("p.territory_id", reach.schoolTerritories)} or ${among("p.owner_organisation_id", reach.organisations)}
  end`;
}

/** The programmes of a territory, of a region with its municipalities, that the actor sees, those under way first. */
export async function listProgrammes(
  context: UseCaseContext,
  query: z.output<typeof ProgrammeListQuery>,
): Promise<ProgrammeList> {
  const { territoryId } = query;
  const words = typedWords(query.q);
  const found = context.tx
    .selectFrom("programme as p")
    .where((of) =>
      of.or([
        of("p.territory_id", "=", territoryId),
        of("p.territory_id", "in", of.selectFrom("territory").where("parent_id", "=", territoryId).select("id")),
      ]),
    )
    .where(programmesSeen(context.actor))
    .$if(query.status !== "all", (from) => from.where("p.status", "=", query.status as "draft"))
    .$if(query.owner === "territory", (from) => from.where("p.owner_organisation_id", "is", null))
    .$if(query.owner === "organisation", (from) => from.where("p.owner_organisation_id", "is not", null))
    .$if(query.organisationId !== undefined, (from) =>
      from.where((of) =>
        of.or([of("p.owner_organisation_id", "is", null), of("p.owner_organisation_id", "=", query.organisationId!)]),
      ),
    )
    .$if(words !== "", (from) =>
      from.where((of) => of.or([standIn(words, "p.title", "p.short_title"), namedSo(words, "programme", "p.id")])),
    );
  const { total } = await found.select((of) => of.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const rows = await found
    .innerJoin("territory as t", "t.id", "p.territory_id")
    .leftJoin("organisation as o", "o.id", "p.owner_organisation_id")
    .leftJoin("person as w", "w.id", "p.officer_person_id")
    .select((of) => [
      "p.id",
      "p.territory_id",
      "t.short_name as territory_name",
      "t.kind as territory_kind",
      "p.title",
      "p.short_title",
      "p.status",
      "p.starts_on",
      "p.ends_on",
      "p.year_kind",
      "o.id as owner_id",
      "o.short_name as owner_name",
      "w.id as officer_id",
      "w.family_name",
      "w.given_name",
      "w.patronymic",
      of
        .selectFrom("measure as m")
        .whereRef("m.territory_id", "=", "p.territory_id")
        .whereRef("m.programme_id", "=", "p.id")
        .where("m.closed_at", "is", null)
        .select((count) => count.fn.countAll<number>().as("measures"))
        .as("measures"),
    ])
    .orderBy(sql`case p.status when 'running' then 1 when 'approved' then 2 when 'draft' then 3 else 4 end`)
    .orderBy("p.starts_on", "desc")
    .orderBy("p.id")
    .limit(query.view === "whole" ? WHOLE : PAGE)
    .offset(query.view === "whole" ? 0 : (query.page - 1) * PAGE)
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      territoryId: row.territory_id,
      territoryName: row.territory_name,
      territoryKind: row.territory_kind,
      title: row.title,
      shortTitle: row.short_title || row.title,
      status: row.status,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      yearKind: row.year_kind,
      owner: row.owner_id ? { id: row.owner_id, name: row.owner_name! } : null,
      officer: row.officer_id
        ? {
            id: row.officer_id,
            name: shortName({
              family_name: row.family_name!,
              given_name: row.given_name!,
              patronymic: row.patronymic ?? "",
            }),
          }
        : null,
      measures: row.measures ?? 0,
    })),
    total,
    can: {
      create:
        leadsProgramme(context.actor, { territoryId, ownerOrganisationId: null }) ||
        (query.organisationId !== undefined && leadsOrganisation(context.actor, territoryId, query.organisationId)),
    },
  };
}
