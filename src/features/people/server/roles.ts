import type { z } from "zod";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed, created } from "#platform/journal/change.ts";
import { replanTerritory } from "#features/places/server/public.ts";
import type { EndRole, NewRole } from "../model/people-contract.ts";
import { grantsRole, seesStanding } from "../model/policy.ts";
import { peopleProblem } from "../model/problems.ts";
import { refuseForeignOrganisation, refuseRole } from "./checks.ts";
import { lockPerson } from "./lock-person.ts";
import { findPerson } from "./read-person.ts";
import { spendLinksOf } from "./spend-links.ts";

/**
 * Gives a person a dated role at a place. The territory, the organisation and the role all come from outside and are all checked.
 * Measures that name the person or their organisation's people are planned anew.
 */
export async function addRole(
  context: UseCaseContext,
  personId: Id,
  body: z.output<typeof NewRole>,
): Promise<{ id: Id }> {
  const { tx } = context;
  const { territoryId, role, organisationId } = body;
  const { managed } = await findPerson(context, territoryId, personId, { lock: true });
  if (!managed) throw commonProblem("not-allowed");
  if (organisationId) await refuseForeignOrganisation(context, territoryId, organisationId, "organisationId");
  await refuseRole(context, territoryId, body, "role");
  if (body.paperId) {
    const paper = await tx
      .selectFrom("paper")
      .where("territory_id", "=", territoryId)
      .where("id", "=", body.paperId)
      .select("id")
      .executeTakeFirst();
    if (!paper) throw peopleProblem("paper-unknown", { fields: { paperId: "Выберите документ из списка." } });
  }
  const twin = await tx
    .selectFrom("role_assignment")
    .where("territory_id", "=", territoryId)
    .where("person_id", "=", personId)
    .where("role", "=", role)
    .where("organisation_id", organisationId === null ? "is" : "=", organisationId)
    .where((at) => at.or([at("to_on", "is", null), at("to_on", ">=", body.from)]))
    .select("id")
    .executeTakeFirst();
  if (twin) throw peopleProblem("role-held", { fields: { role: "Эта роль уже есть." } });
  const id = context.newId();
  await tx
    .insertInto("role_assignment")
    .values({
      territory_id: territoryId,
      id,
      person_id: personId,
      role,
      organisation_id: organisationId,
      from_on: body.from,
      to_on: body.to,
      paper_id: body.paperId,
    })
    .execute();
  await spendLinksOf(context, personId);
  await context.journal({
    territoryId,
    action: "role.give",
    subjectKind: "person",
    subjectId: personId,
    changes: created({ role, organisationId, from: body.from, to: body.to, paperId: body.paperId }),
    detail: { roleId: id },
  });
  await replanTerritory(context, territoryId);
  return { id };
}

/** Ends a role by its last day (or lets it run on). From the next day the person's session no longer carries it. */
export async function endRole(
  context: UseCaseContext,
  roleId: Id,
  body: z.output<typeof EndRole>,
): Promise<{ ok: true }> {
  const { actor, tx } = context;
  const { territoryId } = body;
  const row = await tx
    .selectFrom("role_assignment")
    .where("territory_id", "=", territoryId)
    .where("id", "=", roleId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  const place = row && { personId: row.person_id, territoryId, organisationId: row.organisation_id };
  if (!place || !seesStanding(actor, place)) throw commonProblem("not-found");
  if (!grantsRole(actor, { ...place, role: row.role })) throw commonProblem("not-allowed");
  if (actor.kind === "person" && actor.personId === row.person_id) throw peopleProblem("own-account");
  await lockPerson(tx, row.person_id);
  if (row.version !== body.version)
    throw commonProblem("stale-write", {
      extra: { stored: { to: row.to_on, version: row.version }, sent: { to: body.to } },
    });
  if (body.to !== null && body.to < row.from_on)
    throw commonProblem("bad-request", { fields: { to: "Последний день раньше первого. Поправьте дату." } });
  await tx
    .updateTable("role_assignment")
    .set({ to_on: body.to, version: row.version + 1 })
    .where("territory_id", "=", territoryId)
    .where("id", "=", roleId)
    .execute();
  const prolonged = row.to_on !== null && (body.to === null || body.to > row.to_on);
  if (prolonged) await spendLinksOf(context, row.person_id);
  await context.journal({
    territoryId,
    action: "role.end",
    subjectKind: "person",
    subjectId: row.person_id,
    changes: changed({ to: row.to_on }, { to: body.to }),
    detail: { roleId, role: row.role, organisationId: row.organisation_id },
  });
  await replanTerritory(context, territoryId);
  return { ok: true };
}
