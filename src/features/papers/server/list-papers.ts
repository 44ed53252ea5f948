import { sql, type Expression, type SqlBool } from "kysely";
import type { z } from "zod";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { namedSo, standIn, typedWords } from "#platform/db/word-search.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { belongsToTerritory, isKnown, organisationsBelonged, seesTerritory } from "#features/places/model/access.ts";
import type { PaperList, PaperListQuery } from "../model/contract.ts";
import { DISTRICT_ISSUERS } from "../model/policy.ts";
import { issuersFor } from "./issuers.ts";
import { papersQuery, presentPaper } from "./load-paper.ts";

const PAGE = 50;
/** a workbook and a sheet of paper stay within reason */
const WHOLE = 20_000;

/** The rule of `model/policy.ts` as a condition on `papersQuery`. */
export function papersSeen(actor: Actor, territoryId: Id): Expression<SqlBool> {
  if (seesTerritory(actor, territoryId)) return sql<SqlBool>`true`;
  if (!belongsToTerritory(actor, territoryId)) return sql<SqlBool>`false`;
  return sql<SqlBool>`(p.issuer_organisation_id is null or o.kind = any (${[...DISTRICT_ISSUERS]})
    or p.issuer_organisation_id = any (${organisationsBelonged(actor)}::uuid[]))`;
}

/** A region is read with the municipalities that the actor sees whole; who reads the region alone may stand in one of its schools too. */
function withMunicipalities(actor: Actor, territoryId: Id): Id[] {
  if (!isKnown(actor) || !seesTerritory(actor, territoryId)) return [territoryId];
  const municipalities = Object.keys(actor.regionOf).filter((one) => actor.regionOf[one] === territoryId);
  return [territoryId, ...municipalities.filter((one) => seesTerritory(actor, one))];
}

/** Papers of a territory, of a region with its municipalities, that the actor sees, the latest first; search in title and number. */
export async function listPapers(context: UseCaseContext, query: z.output<typeof PaperListQuery>): Promise<PaperList> {
  const { territoryId } = query;
  const words = typedWords(query.q.replace(/^\s*№\s*/u, ""));
  const found = papersQuery(context.tx, withMunicipalities(context.actor, territoryId))
    .where(papersSeen(context.actor, territoryId))
    .$if(query.kind !== "all", (from) => from.where("p.kind", "=", query.kind as "directive"))
    .$if(words !== "", (from) =>
      from.where((of) => of.or([standIn(words, "p.title", "p.number"), namedSo(words, "paper", "p.id")])),
    );
  const { total } = await found
    .clearSelect()
    .select((of) => of.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await found
    .innerJoin("territory as t", "t.id", "p.territory_id")
    .select("t.short_name as territory_name")
    .select(
      sql<number>`(select count(*) from measure_paper c where c.territory_id = p.territory_id and c.paper_id = p.id)
        + (select count(*) from programme a where a.territory_id = p.territory_id and a.paper_id = p.id)
        + (select count(distinct e.report_id) from evidence e where e.territory_id = p.territory_id and e.paper_id = p.id)
        + (select count(*) from designation d where d.territory_id = p.territory_id and d.paper_id = p.id)`.as(
        "citations",
      ),
    )
    .orderBy("p.dated_on", (of) => of.desc().nullsLast())
    .orderBy("p.id", "desc")
    .limit(query.view === "whole" ? WHOLE : PAGE)
    .offset(query.view === "whole" ? 0 : (query.page - 1) * PAGE)
    .execute();
  return {
    items: rows.map((row) => ({
      ...presentPaper(row),
      territoryName: row.territory_name,
      citations: row.citations,
    })),
    total,
    issuers: await issuersFor(context, territoryId),
  };
}
