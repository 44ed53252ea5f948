import { sql, type SqlBool } from "kysely";
import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import { namedSo, standIn, typedWords } from "#platform/db/word-search.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { DesignationKind } from "../model/words.ts";
import type { OrganisationList, OrganisationQuery } from "../model/contract.ts";
import { editsRegistry, seesRegistry } from "../model/policy.ts";
import { timeZoneOf } from "./public.ts";

const PAGE = 50;
/** A territory has hundreds of organisations; beyond this a list is no longer one answer. */
const WHOLE = 5000;
/** Fewer figures stand in too many phones. */
const PHONE_BEGINS = 5;

type Query = z.output<typeof OrganisationQuery>;

/** Organisations of a territory, 50 a page or whole, by the words of the address: kind, designation in force today, open or closed, search. */
export async function listOrganisations(
  context: UseCaseContext,
  query: Query,
): Promise<z.infer<typeof OrganisationList>> {
  const { rows, total } = await organisationRows(context, query);
  return {
    items: rows.map((row) => ({
      id: row.id,
      territoryId: query.territoryId,
      kind: row.kind,
      name: row.name,
      shortName: row.short_name,
      closedOn: row.closed_on,
      designations: row.designations,
      people: row.people,
    })),
    total,
    page: query.page,
    can: { create: editsRegistry(context.actor, query.territoryId) },
  };
}

/** Figures of a phone, however it is written and whether 8 or +7 begins it; undefined of other words and of too few figures. */
function phoneDigits(words: string): string | undefined {
  if (!/^[+\d][\d\s()–-]*$/u.test(words)) return undefined;
  const digits = words.replace(/\D/g, "");
  if (digits.length < PHONE_BEGINS) return undefined;
  return digits.length === 11 ? digits.slice(1) : digits;
}

/** The rows themselves, with what only the workbook shows. */
export async function organisationRows(context: UseCaseContext, query: Query) {
  const { actor, tx, clock } = context;
  const { territoryId, q, kind, designation, state, view, page } = query;
  if (!seesRegistry(actor, territoryId)) throw commonProblem("not-found");
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const words = typedWords(q);
  const digits = phoneDigits(words);
  const found = tx
    .selectFrom("organisation as o")
    .where("o.territory_id", "=", territoryId)
    .$if(kind !== undefined, (rows) => rows.where("o.kind", "=", kind!))
    .$if(state === "open", (rows) =>
      rows.where((at) => at.or([at("o.closed_on", "is", null), at("o.closed_on", ">", today)])),
    )
    .$if(state === "closed", (rows) => rows.where("o.closed_on", "<=", today))
    .$if(words !== "", (rows) =>
      rows.where((at) =>
        at.or([
          standIn(words, "o.name", "o.short_name", "o.inn"),
          namedSo(words, "organisation", "o.id"),
          ...(digits ? [sql<SqlBool>`regexp_replace(o.phone, '\\D', '', 'g') like ${`%${digits}%`}`] : []),
        ]),
      ),
    )
    .$if(designation !== undefined, (rows) =>
      rows.where((at) =>
        at.exists(
          at
            .selectFrom("designation as d")
            .where("d.territory_id", "=", territoryId)
            .whereRef("d.organisation_id", "=", "o.id")
            .where("d.kind", "=", designation!)
            .where("d.from_on", "<=", today)
            .where((day) => day.or([day("d.to_on", "is", null), day("d.to_on", ">=", today)]))
            .select(sql<number>`1`.as("one")),
        ),
      ),
    );
  const { total } = await found.select((at) => at.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const rows = await found
    .select(["o.id", "o.kind", "o.name", "o.short_name", "o.closed_on", "o.inn", "o.address", "o.phone", "o.email"])
    .select([
      sql<DesignationKind[]>`array(select distinct d.kind from designation d where d.territory_id = ${territoryId}
        and d.organisation_id = o.id and d.from_on <= ${today} and (d.to_on is null or d.to_on >= ${today}) order by d.kind)`.as(
        "designations",
      ),
      sql<number>`(select count(distinct m.person_id) from membership m where m.territory_id = ${territoryId}
        and m.organisation_id = o.id and m.from_on <= ${today} and (m.to_on is null or m.to_on >= ${today}))`.as(
        "people",
      ),
    ])
    .orderBy(sql`o.short_name collate "ru-x-icu"`)
    .orderBy("o.id")
    .limit(view === "whole" ? WHOLE : PAGE)
    .offset(view === "whole" ? 0 : (page - 1) * PAGE)
    .execute();
  return { rows, total };
}
