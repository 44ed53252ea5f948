import { sql } from "kysely";
import type { PersonActor } from "#shared/actor.ts";
import type { JsonReply, RequestContext } from "#platform/http/route.ts";
import type { ForeignLink } from "../model/ways-contract.ts";
import { peopleProblem } from "../model/problems.ts";
import { requireFresh } from "./confirm-person.ts";
import { rotateSession } from "./open-session.ts";
import { tellPerson } from "./tell-person.ts";

type Request = RequestContext<unknown, unknown, unknown>;

/** Whether one's own account is linked to a person of the provider, and since when. */
export async function readForeignLink({ tx, actor, installation }: Request): Promise<ForeignLink> {
  const { rows } = await sql<{
    linked_at: Date;
  }>`select linked_at from foreign_of(${(actor as PersonActor).accountId}) order by linked_at desc`.execute(tx);
  return { name: installation.foreign?.name ?? null, linkedAt: rows[0]?.linked_at.toISOString() ?? null };
}

/**
 * Takes the link off: for who was linked without wanting it, and for who is another person at the provider now and would be refused for
 * ever. The other sessions end, for one of them may have come that way.
 */
export async function dropForeignLink(context: Request): Promise<JsonReply<{ ok: true }>> {
  await requireFresh(context);
  const { accountId, sessionId } = context.actor as PersonActor;
  const { linkedAt } = await readForeignLink(context);
  if (linkedAt === null) throw peopleProblem("no-foreign-link");
  await sql`select drop_foreign(${accountId}), close_other_sessions(${accountId}, ${sessionId}), close_steps(${accountId})`.execute(
    context.tx,
  );
  const renewed = await rotateSession(context, sessionId);
  await context.journal({ territoryId: null, action: "foreign.unlink", subjectKind: "account", subjectId: accountId });
  await tellPerson(context, accountId, "foreign-unlinked");
  return { json: { ok: true }, setCookies: [renewed] };
}
