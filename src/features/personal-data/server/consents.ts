import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { reachOf } from "#platform/http/reach.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { belongsToTerritory } from "#features/places/model/access.ts";
import { findPerson } from "#features/people/server/public.ts";
import { CONSENT_KINDS, wordingOf, wordingOfEdition, type ConsentKind } from "../model/consent.ts";
import type { ConsentView } from "../model/contract.ts";
import { keepsPersonalData } from "../model/policy.ts";
import { personalDataProblem } from "../model/problems.ts";
import { operatorOf } from "./operator.ts";

/** The consents that may be asked in a territory, each with its wording and whether it holds. */
export async function consentsOf(tx: Tx, territoryId: Id, personId: Id): Promise<ConsentView[]> {
  const operator = await operatorOf(tx, territoryId);
  const held = await heldConsents(tx, territoryId, personId);
  return CONSENT_KINDS.map((kind) => {
    const { edition } = wordingOf(kind);
    const row = held.find((one) => one.kind === kind);
    // whoever consented reads what they consented to, whoever has not what is asked now
    const { title, text } = (row && wordingOfEdition(kind, row.edition)) ?? wordingOf(kind);
    return {
      kind,
      title,
      text: text.replace("{operator}", operator.name),
      edition,
      held: row ? { since: row.given_at.toISOString(), how: row.given_how, edition: row.edition } : null,
    };
  });
}

/** Whether the person's consent of this kind holds now. */
export async function consents(tx: Tx, territoryId: Id, personId: Id, kind: ConsentKind): Promise<boolean> {
  return (await heldConsents(tx, territoryId, personId)).some((one) => one.kind === kind);
}

function heldConsents(tx: Tx, territoryId: Id, personId: Id) {
  return tx
    .selectFrom("consent")
    .where("territory_id", "=", territoryId)
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .selectAll()
    .execute();
}

interface Step {
  readonly territoryId: Id;
  readonly personId: Id;
  readonly kind: ConsentKind;
  readonly how: "program" | "paper";
  readonly paper: string;
}

/** Gives one's own consent to the wording that was shown. */
export async function giveOwnConsent(
  context: UseCaseContext,
  body: { readonly territoryId: Id; readonly kind: ConsentKind; readonly edition: string },
): Promise<{ ok: true }> {
  const { actor } = context;
  if (actor.kind !== "person" || !belongsToTerritory(actor, body.territoryId)) throw commonProblem("not-found");
  if (wordingOf(body.kind).edition !== body.edition) throw personalDataProblem("consent-reworded");
  return give(context, { ...body, personId: actor.personId, how: "program", paper: "" });
}

/** Withdraws one's own consent; what it allowed ends with this answer. */
export async function withdrawOwnConsent(
  context: UseCaseContext,
  body: { readonly territoryId: Id; readonly kind: ConsentKind },
): Promise<{ ok: true }> {
  const { actor } = context;
  if (actor.kind !== "person" || !belongsToTerritory(actor, body.territoryId)) throw commonProblem("not-found");
  return withdraw(context, { ...body, personId: actor.personId, how: "program", paper: "" });
}

/** Enters a consent or a withdrawal that came on paper. */
export async function recordPaperConsent(
  context: UseCaseContext,
  personId: Id,
  body: { readonly territoryId: Id; readonly kind: ConsentKind; readonly given: boolean; readonly paper: string },
): Promise<{ ok: true }> {
  if (!keepsPersonalData(context.actor, body.territoryId)) throw commonProblem("not-found");
  await findPerson(context, body.territoryId, personId, { lock: true });
  const step = { territoryId: body.territoryId, personId, kind: body.kind, how: "paper", paper: body.paper } as const;
  return body.given ? give(context, step) : withdraw(context, step);
}

async function give(context: UseCaseContext, step: Step): Promise<{ ok: true }> {
  const { tx, actor } = context;
  if (actor.kind !== "person") throw commonProblem("not-allowed");
  if (await consents(tx, step.territoryId, step.personId, step.kind)) throw personalDataProblem("consent-held");
  const { edition } = wordingOf(step.kind);
  const id = context.newId();
  await tx
    .insertInto("consent")
    .values({
      territory_id: step.territoryId,
      id,
      person_id: step.personId,
      kind: step.kind,
      edition,
      given_at: context.clock.now(),
      given_how: step.how,
      given_paper: step.paper,
      given_by: actor.personId,
    })
    .execute();
  await note(context, step, "consent.give", edition);
  return { ok: true };
}

async function withdraw(context: UseCaseContext, step: Step): Promise<{ ok: true }> {
  const { tx, actor } = context;
  if (actor.kind !== "person") throw commonProblem("not-allowed");
  const { numUpdatedRows } = await tx
    .updateTable("consent")
    .set({
      withdrawn_at: context.clock.now(),
      withdrawn_how: step.how,
      withdrawn_paper: step.paper,
      withdrawn_by: actor.personId,
    })
    .where("territory_id", "=", step.territoryId)
    .where("person_id", "=", step.personId)
    .where("kind", "=", step.kind)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw personalDataProblem("consent-none");
  await note(context, step, "consent.withdraw", null);
  return { ok: true };
}

/** A reader writes nowhere, so the note of their own consent stands in no territory. */
async function note(context: UseCaseContext, step: Step, action: string, edition: string | null): Promise<void> {
  await context.journal({
    territoryId: reachOf(context.actor).writes.includes(step.territoryId) ? step.territoryId : null,
    action,
    subjectKind: "person",
    subjectId: step.personId,
    detail: { kind: step.kind, how: step.how, ...(edition ? { edition } : {}) },
  });
}
