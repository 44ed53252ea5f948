import type { z } from "zod";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed, created, ofPerson } from "#platform/journal/change.ts";
import { replanTerritory } from "#features/places/server/public.ts";
import type { EditPosition, NewPosition } from "../model/people-contract.ts";
import { managesStanding, seesStanding } from "../model/policy.ts";
import { refuseForeignOrganisation } from "./checks.ts";
import { lockPerson } from "./lock-person.ts";
import { findPerson } from "./read-person.ts";

/** Gives a person a dated position in an organisation. Measures that name positions are planned anew. */
export async function addPosition(
  context: UseCaseContext,
  personId: Id,
  body: z.output<typeof NewPosition>,
): Promise<{ id: Id }> {
  const { territoryId, organisationId } = body;
  const { managed } = await findPerson(context, territoryId, personId, { lock: true });
  if (!managed) throw commonProblem("not-allowed");
  await refuseForeignOrganisation(context, territoryId, organisationId, "organisationId");
  const id = context.newId();
  await context.tx
    .insertInto("membership")
    .values({
      territory_id: territoryId,
      id,
      person_id: personId,
      organisation_id: organisationId,
      position: body.position,
      from_on: body.from,
      to_on: body.to,
    })
    .execute();
  await context.journal({
    territoryId,
    action: "position.add",
    subjectKind: "person",
    subjectId: personId,
    changes: [
      ...ofPerson(personId, created({ position: body.position })),
      ...created({ organisationId, from: body.from, to: body.to }),
    ],
    detail: { positionId: id },
  });
  await replanTerritory(context, territoryId);
  return { id };
}

/** Corrects a position or ends it by its last day. */
export async function editPosition(
  context: UseCaseContext,
  positionId: Id,
  body: z.output<typeof EditPosition>,
): Promise<{ ok: true }> {
  const { actor, tx } = context;
  const { territoryId, version, ...fields } = body;
  const row = await tx
    .selectFrom("membership")
    .where("territory_id", "=", territoryId)
    .where("id", "=", positionId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  const place = row && { personId: row.person_id, territoryId, organisationId: row.organisation_id };
  if (!place || !seesStanding(actor, place)) throw commonProblem("not-found");
  if (!managesStanding(actor, place)) throw commonProblem("not-allowed");
  await lockPerson(tx, row.person_id);
  const stored = { position: row.position, from: row.from_on, to: row.to_on };
  if (row.version !== version)
    throw commonProblem("stale-write", { extra: { stored: { ...stored, version: row.version }, sent: fields } });
  await tx
    .updateTable("membership")
    .set({ position: fields.position, from_on: fields.from, to_on: fields.to, version: row.version + 1 })
    .where("territory_id", "=", territoryId)
    .where("id", "=", positionId)
    .execute();
  await context.journal({
    territoryId,
    action: "position.edit",
    subjectKind: "person",
    subjectId: row.person_id,
    changes: changed(stored, fields).flatMap((one) =>
      one.field === "position" ? ofPerson(row.person_id, [one]) : one,
    ),
    detail: { positionId, organisationId: row.organisation_id },
  });
  await replanTerritory(context, territoryId);
  return { ok: true };
}
