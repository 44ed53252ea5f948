import { sql } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { isKnown } from "#features/places/model/access.ts";
import type { FeedView, MadeFeed } from "../model/contract.ts";

/** Whether I have a link to my calendar, and since when. */
export async function readFeed({ actor, tx }: UseCaseContext): Promise<FeedView> {
  if (!isKnown(actor)) throw commonProblem("not-signed-in");
  const { rows } = await sql<{ made_at: Date }>`select made_at from feed_of(${actor.accountId})`.execute(tx);
  return { since: rows[0]?.made_at.toISOString() ?? null };
}

/** Makes the link by which a calendar program reads what I owe; one made before stops working. Its secret is told this once. */
export async function makeFeed({ actor, tx, clock, newId, journal }: UseCaseContext): Promise<MadeFeed> {
  if (!isKnown(actor)) throw commonProblem("not-signed-in");
  const token = makeToken();
  const made = await sql<{ made: boolean }>`
    select make_feed(${tokenHash(token)}, ${newId()}, ${actor.accountId}, ${clock.now()}) as made`.execute(tx);
  if (!made.rows[0]?.made) throw commonProblem("not-allowed");
  await journal({ territoryId: null, action: "feed.make", subjectKind: "account", subjectId: actor.accountId });
  return { path: `/api/feeds/${token}/orientir.ics` };
}

/** The link works no more. Pressed twice, it is as if once. */
export async function revokeFeed({ actor, tx, clock, journal }: UseCaseContext): Promise<{ ok: true }> {
  if (!isKnown(actor)) throw commonProblem("not-signed-in");
  const { rows } = await sql<{ gone: boolean }>`
    select revoke_feed(${actor.accountId}, ${clock.now()}) as gone`.execute(tx);
  if (rows[0]?.gone)
    await journal({ territoryId: null, action: "feed.revoke", subjectKind: "account", subjectId: actor.accountId });
  return { ok: true };
}
