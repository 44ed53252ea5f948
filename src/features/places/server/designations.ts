import type { z } from "zod";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed, created } from "#platform/journal/change.ts";
import type { DesignationFields, EditDesignation } from "../model/contract.ts";
import { editsRegistry, seesRegistry } from "../model/policy.ts";
import { placesProblem } from "../model/problems.ts";
import { findOrganisation } from "./read-organisation.ts";
import { replanTerritory } from "./replan.ts";

/** Gives an organisation a designation for the days named, resting on a paper. Obligations are planned anew. */
export async function addDesignation(
  context: UseCaseContext,
  organisationId: Id,
  fields: DesignationFields,
): Promise<{ id: Id }> {
  const organisation = await findOrganisation(context, organisationId, { lock: true });
  const territoryId = organisation.territory_id;
  if (!editsRegistry(context.actor, territoryId)) throw commonProblem("not-allowed");
  if (organisation.closed_on !== null) throw placesProblem("organisation-closed");
  await refuseUnfit(context, territoryId, organisationId, fields, undefined);
  const id = context.newId();
  await context.tx
    .insertInto("designation")
    .values({ territory_id: territoryId, id, organisation_id: organisationId, ...columnsOf(fields) })
    .execute();
  await context.journal({
    territoryId,
    action: "designation.add",
    subjectKind: "organisation",
    subjectId: organisationId,
    changes: created(toldFields(fields)),
    detail: { designationId: id },
  });
  await replanTerritory(context, territoryId);
  return { id };
}

/** Corrects a designation or ends it by its last day. */
export async function editDesignation(
  context: UseCaseContext,
  designationId: Id,
  body: z.output<typeof EditDesignation>,
): Promise<{ ok: true }> {
  const { territoryId, version, ...fields } = body;
  const row = await context.tx
    .selectFrom("designation")
    .where("territory_id", "=", territoryId)
    .where("id", "=", designationId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  if (!row || !seesRegistry(context.actor, territoryId)) throw commonProblem("not-found");
  if (!editsRegistry(context.actor, territoryId)) throw commonProblem("not-allowed");
  const stored = { kind: row.kind, from: row.from_on, to: row.to_on, paperId: row.paper_id };
  if (row.version !== version)
    throw commonProblem("stale-write", { extra: { stored: { ...stored, version: row.version }, sent: fields } });
  await refuseUnfit(context, territoryId, row.organisation_id, fields, designationId);
  await context.tx
    .updateTable("designation")
    .set({ ...columnsOf(fields), version: row.version + 1 })
    .where("territory_id", "=", territoryId)
    .where("id", "=", designationId)
    .execute();
  await context.journal({
    territoryId,
    action: "designation.edit",
    subjectKind: "organisation",
    subjectId: row.organisation_id,
    changes: changed(toldFields(stored), toldFields(fields)),
    detail: { designationId, kind: row.kind },
  });
  await replanTerritory(context, territoryId);
  return { ok: true };
}

/** As the journal tells of it, beside what an organisation itself is. */
function toldFields({ kind, ...days }: DesignationFields) {
  return { designation: kind, ...days };
}

function columnsOf(fields: DesignationFields) {
  return { kind: fields.kind, from_on: fields.from, to_on: fields.to, paper_id: fields.paperId };
}

/** The paper is of the same territory; one kind is not borne twice on one day. */
async function refuseUnfit(
  context: UseCaseContext,
  territoryId: Id,
  organisationId: Id,
  fields: DesignationFields,
  self: Id | undefined,
): Promise<void> {
  if (fields.paperId) {
    const paper = await context.tx
      .selectFrom("paper")
      .where("territory_id", "=", territoryId)
      .where("id", "=", fields.paperId)
      .select("id")
      .executeTakeFirst();
    if (!paper) throw placesProblem("paper-unknown", { fields: { paperId: "Выберите документ из списка." } });
  }
  const rows = await context.tx
    .selectFrom("designation")
    .where("territory_id", "=", territoryId)
    .where("organisation_id", "=", organisationId)
    .where("kind", "=", fields.kind)
    .select(["id", "from_on", "to_on"])
    .execute();
  const other = rows.find(
    (row) =>
      row.id !== self &&
      (fields.to === null || row.from_on <= fields.to) &&
      (row.to_on === null || row.to_on >= fields.from),
  );
  if (other)
    throw placesProblem("designation-overlaps", {
      values: { from: other.from_on.split("-").reverse().join(".") },
      fields: { from: "Дни пересекаются с другой записью." },
    });
}
