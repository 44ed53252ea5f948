import { sql } from "kysely";
import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import { enterReach, NO_REACH } from "#platform/db/database.ts";
import { reachOf } from "#platform/http/reach.ts";
import { changed, ofPerson } from "#platform/journal/change.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { fullName } from "#features/people/model/names.ts";
import { requireFresh } from "#features/people/server/public.ts";
import { belongsToTerritory, isKnown } from "#features/places/model/access.ts";
import type { Held, OwnPhone } from "../model/contract.ts";
import { consentsOf } from "./consents.ts";
import { heldSections } from "./held-rows.ts";
import { operatorOf } from "./operator.ts";
import { requestsOfPerson } from "./requests.ts";

/**
 * «Что о вас хранится»: everything about whoever asks, wherever it lies. `territoryId` names the operator they speak to. Rows of
 * territories in which they hold no role any more are theirs all the same, so all territories are entered, for their own rows only.
 */
export async function readOwnData(context: UseCaseContext, territoryId: Id, whole = false): Promise<Held> {
  const { actor, tx } = context;
  if (!isKnown(actor) || !belongsToTerritory(actor, territoryId)) throw commonProblem("not-found");
  const person = await tx.selectFrom("person").where("id", "=", actor.personId).selectAll().executeTakeFirstOrThrow();
  const consents = await consentsOf(tx, territoryId, actor.personId);
  const operator = await operatorOf(tx, territoryId);
  const territories = await tx.selectFrom("territory").select("id").execute();
  await enterReach(tx, { ...NO_REACH, person: actor.personId, reads: territories.map(({ id }) => id) });
  const sections = await heldSections(tx, actor.personId, { whole });
  const requests = await requestsOfPerson(context, actor.personId);
  await enterReach(tx, reachOf(actor));
  return {
    person: {
      id: person.id,
      fullName: fullName(person),
      phone: person.phone,
      isDestroyed: person.destroyed_at !== null,
    },
    version: person.version,
    operator,
    sections,
    consents,
    requests,
  };
}

/** Corrects one's own phone; everything else of a name or a place is asked of the administrator. */
export async function setOwnPhone(context: UseCaseContext, sent: z.output<typeof OwnPhone>): Promise<{ ok: true }> {
  const { actor, tx } = context;
  if (actor.kind !== "person") throw commonProblem("not-allowed");
  await requireFresh(context);
  const { phone } = sent;
  const { version, ...before } = await tx
    .selectFrom("person")
    .where("id", "=", actor.personId)
    .select(["phone", "version"])
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ raised: number }>`select set_own_phone(${phone}) as raised`.execute(tx);
  // the row is locked by now: whoever wrote between the reading and the writing is seen by the version
  if (version !== sent.version || rows[0]?.raised !== version + 1)
    throw commonProblem("stale-write", { extra: { stored: { ...before, version }, sent: { phone } } });
  await context.journal({
    territoryId: null,
    action: "person.phone",
    subjectKind: "person",
    subjectId: actor.personId,
    changes: ofPerson(actor.personId, changed(before, { phone })),
  });
  return { ok: true };
}
