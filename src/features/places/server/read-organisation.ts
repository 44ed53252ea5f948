import type { Selectable } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { DesignationView, OrganisationView } from "../model/contract.ts";
import { addsPeople, editsRegistry, seesRegistry } from "../model/policy.ts";
import { inForce } from "../model/registry.ts";
import { timeZoneOf } from "./public.ts";
import type { OrganisationTable } from "./tables.ts";

/** The organisation's row where the actor sees its territory, else «not found»; locked when it is to be changed. */
export async function findOrganisation(
  context: UseCaseContext,
  organisationId: Id,
  options: { lock?: boolean } = {},
): Promise<Selectable<OrganisationTable>> {
  const row = await context.tx
    .selectFrom("organisation")
    .where("id", "=", organisationId)
    .selectAll()
    .$if(options.lock === true, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row || !seesRegistry(context.actor, row.territory_id)) throw commonProblem("not-found");
  return row;
}

/** The page of an organisation: facts and dated designations, latest first. */
export async function readOrganisation(context: UseCaseContext, organisationId: Id): Promise<OrganisationView> {
  const { actor, tx, clock } = context;
  const row = await findOrganisation(context, organisationId);
  const territory = await tx
    .selectFrom("territory")
    .where("id", "=", row.territory_id)
    .select("name")
    .executeTakeFirstOrThrow();
  const today = clock.today(await timeZoneOf(tx, row.territory_id));
  const edit = editsRegistry(actor, row.territory_id);
  return {
    id: row.id,
    territoryId: row.territory_id,
    territoryName: territory.name,
    kind: row.kind,
    name: row.name,
    shortName: row.short_name,
    inn: row.inn,
    address: row.address,
    phone: row.phone,
    email: row.email,
    closedOn: row.closed_on,
    version: row.version,
    designations: await designationsOf(context, row.territory_id, organisationId, today),
    can: {
      edit,
      designate: edit && row.closed_on === null,
      addPeople: row.closed_on === null && addsPeople(actor, row.territory_id, row.id),
    },
  };
}

async function designationsOf(
  context: UseCaseContext,
  territoryId: Id,
  organisationId: Id,
  today: LocalDate,
): Promise<DesignationView[]> {
  const rows = await context.tx
    .selectFrom("designation as d")
    .leftJoin("paper as p", (join) =>
      join.onRef("p.territory_id", "=", "d.territory_id").onRef("p.id", "=", "d.paper_id"),
    )
    .where("d.territory_id", "=", territoryId)
    .where("d.organisation_id", "=", organisationId)
    .select(["d.id", "d.kind", "d.from_on", "d.to_on", "d.version"])
    .select(["p.id as paper_id", "p.title as paper_title", "p.number as paper_number", "p.dated_on as paper_dated_on"])
    .orderBy("d.from_on", "desc")
    .orderBy("d.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    from: row.from_on,
    to: row.to_on,
    inForce: inForce({ from: row.from_on, to: row.to_on }, today),
    paper:
      (row.paper_id && {
        id: row.paper_id,
        title: row.paper_title ?? "",
        number: row.paper_number ?? "",
        datedOn: row.paper_dated_on,
      }) ||
      null,
    version: row.version,
  }));
}
