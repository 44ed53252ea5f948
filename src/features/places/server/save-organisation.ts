import type { Selectable } from "kysely";
import type { z } from "zod";
import { matchKey } from "#domain/russian/match-key.ts";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed, created } from "#platform/journal/change.ts";
import type { CloseOrganisation, EditOrganisation, NewOrganisation, OrganisationFields } from "../model/contract.ts";
import { editsRegistry, seesRegistry } from "../model/policy.ts";
import { placesProblem } from "../model/problems.ts";
import { findOrganisation } from "./read-organisation.ts";
import { replanTerritory } from "./replan.ts";
import type { OrganisationTable } from "./tables.ts";

export async function createOrganisation(
  context: UseCaseContext,
  body: z.output<typeof NewOrganisation>,
): Promise<{ id: Id }> {
  const { territoryId, ...fields } = body;
  if (!seesRegistry(context.actor, territoryId)) throw commonProblem("not-found");
  if (!editsRegistry(context.actor, territoryId)) throw commonProblem("not-allowed");
  await refuseTwin(context, territoryId, fields, undefined);
  const id = context.newId();
  await context.tx
    .insertInto("organisation")
    .values({ id, territory_id: territoryId, ...columnsOf(fields), closed_on: null })
    .execute();
  await context.journal({
    territoryId,
    action: "organisation.create",
    subjectKind: "organisation",
    subjectId: id,
    changes: created(fields),
  });
  await replanTerritory(context, territoryId);
  return { id };
}

export async function editOrganisation(
  context: UseCaseContext,
  organisationId: Id,
  body: z.output<typeof EditOrganisation>,
): Promise<{ ok: true }> {
  const row = await findOrganisation(context, organisationId, { lock: true });
  if (!editsRegistry(context.actor, row.territory_id)) throw commonProblem("not-allowed");
  const { version, ...fields } = body;
  const stored = storedFields(row);
  if (row.version !== version)
    throw commonProblem("stale-write", { extra: { stored: { ...stored, version: row.version }, sent: fields } });
  await refuseTwin(context, row.territory_id, fields, organisationId);
  await context.tx
    .updateTable("organisation")
    .set({ ...columnsOf(fields), version: row.version + 1 })
    .where("territory_id", "=", row.territory_id)
    .where("id", "=", organisationId)
    .execute();
  await context.journal({
    territoryId: row.territory_id,
    action: "organisation.edit",
    subjectKind: "organisation",
    subjectId: organisationId,
    changes: changed(stored, fields),
  });
  if (row.kind !== fields.kind) await replanTerritory(context, row.territory_id);
  return { ok: true };
}

/** Closes an organisation from a day on (nothing is deleted), or opens it again with `closedOn: null`. */
export async function closeOrganisation(
  context: UseCaseContext,
  organisationId: Id,
  body: z.output<typeof CloseOrganisation>,
): Promise<{ ok: true }> {
  const row = await findOrganisation(context, organisationId, { lock: true });
  if (!editsRegistry(context.actor, row.territory_id)) throw commonProblem("not-allowed");
  if (row.version !== body.version)
    throw commonProblem("stale-write", {
      extra: { stored: { closedOn: row.closed_on, version: row.version }, sent: { closedOn: body.closedOn } },
    });
  await context.tx
    .updateTable("organisation")
    .set({ closed_on: body.closedOn, version: row.version + 1 })
    .where("territory_id", "=", row.territory_id)
    .where("id", "=", organisationId)
    .execute();
  await context.journal({
    territoryId: row.territory_id,
    action: body.closedOn ? "organisation.close" : "organisation.reopen",
    subjectKind: "organisation",
    subjectId: organisationId,
    changes: changed({ closedOn: row.closed_on }, { closedOn: body.closedOn }),
  });
  await replanTerritory(context, row.territory_id);
  return { ok: true };
}

/** What of an organisation people edit, as it is stored. */
export function storedFields(row: Selectable<OrganisationTable>): OrganisationFields {
  return {
    kind: row.kind,
    name: row.name,
    shortName: row.short_name,
    inn: row.inn,
    address: row.address,
    phone: row.phone,
    email: row.email,
  };
}

export function columnsOf(fields: OrganisationFields) {
  return {
    kind: fields.kind,
    name: fields.name,
    short_name: fields.shortName,
    inn: fields.inn,
    address: fields.address,
    phone: fields.phone,
    email: fields.email,
  };
}

/** Two organisations of one municipality never share a taxpayer's number or a full name. */
async function refuseTwin(
  context: UseCaseContext,
  territoryId: Id,
  fields: OrganisationFields,
  self: Id | undefined,
): Promise<void> {
  const rows = await context.tx
    .selectFrom("organisation")
    .where("territory_id", "=", territoryId)
    .select(["id", "name", "inn"])
    .execute();
  const others = rows.filter((row) => row.id !== self);
  const sameInn = fields.inn === null ? undefined : others.find((row) => row.inn === fields.inn);
  if (sameInn)
    throw placesProblem("inn-taken", { values: { name: sameInn.name }, fields: { inn: "Этот ИНН уже занят." } });
  if (others.some((row) => matchKey(row.name) === matchKey(fields.name)))
    throw placesProblem("organisation-named", { fields: { name: "Такое название уже есть." } });
}
