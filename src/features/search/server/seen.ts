import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { KnownActor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { importsSeen } from "#features/files/server/public.ts";
import { papersSeen } from "#features/papers/server/public.ts";
import { standingsSeen } from "#features/people/server/public.ts";
import { belongsToTerritory } from "#features/places/model/access.ts";
import { programmesSeen } from "#features/programmes/server/public.ts";
import { reportsSeen } from "#features/reports/server/public.ts";
import type { FoundKind } from "../model/kinds.ts";

/** Territories in which the actor may find anything. */
export function territoriesSearched(actor: KnownActor): Id[] {
  const all = new Set([...actor.assignments.map((held) => held.territoryId), ...Object.keys(actor.regionOf)]);
  return [...all].filter((one) => belongsToTerritory(actor, one)).sort();
}

type Condition = RawBuilder<SqlBool>;

/** In each territory by its own condition. */
function across(actor: KnownActor, column: string, condition: (territoryId: Id) => Condition): Condition {
  const each = territoriesSearched(actor).map((one) => sql`(${sql.ref(column)} = ${one} and ${condition(one)})`);
  return each.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(each, sql` or `)})`;
}

/**
 * Who sees what, as conditions on the rows of `kind-rows.ts` and on a person's place `s`: the policies of the slices themselves, as their lists are scoped. A file is
 * seen through what owns it.
 */
export function seenOf(tx: Tx, actor: KnownActor): Readonly<Record<FoundKind | "standing", Condition>> {
  const reports = across(actor, "r.territory_id", (one) => reportsSeen(tx, actor, one));
  const papers = across(actor, "p.territory_id", (one) => sql<SqlBool>`${papersSeen(actor, one)}`);
  const imports = across(actor, "i.territory_id", (one) => importsSeen(actor, one));
  const standings = across(actor, "s.territory_id", (one) => standingsSeen(actor, one));
  const programmes = sql<SqlBool>`(${programmesSeen(actor)})`;
  return {
    programme: programmes,
    measure: programmes,
    report: reports,
    paper: papers,
    organisation: across(actor, "o.territory_id", () => sql<SqlBool>`true`),
    person: sql<SqlBool>`exists (select from (
        select person_id, territory_id, organisation_id from membership
        union all select person_id, territory_id, organisation_id from role_assignment) s
      where s.person_id = w.id and ${standings})`,
    standing: standings,
    file: sql<SqlBool>`case f.owner_kind
      when 'report' then exists (select from report r where r.territory_id = f.territory_id and r.id = f.owner_id and ${reports})
      when 'paper' then exists (select from paper p left join organisation o on o.id = p.issuer_organisation_id
        where p.territory_id = f.territory_id and p.id = f.owner_id and ${papers})
      when 'import' then exists (select from document_import i where i.territory_id = f.territory_id and i.id = f.owner_id and ${imports})
      else false end`,
  };
}
