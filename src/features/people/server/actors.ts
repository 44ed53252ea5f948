import { sql } from "kysely";
import type { Actor, Assignment, KnownActor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { tokenHash } from "#platform/auth/secrets.ts";
import type { Clock } from "#platform/clock/clock.ts";
import { NO_REACH, enterReach, type Database, type Tx } from "#platform/db/database.ts";
import type { FindActor } from "#platform/http/server.ts";
import { SESSION_COOKIE } from "./cookie.ts";

/**
 * Finds who asks, before any territory is known: the session or token by its hash through a narrow look-up,
 * then the person's own assignments in force on the product's day, which row-level security always shows to their person.
 */
export function actorFinder(database: Database, clock: Clock): FindActor {
  return async ({ cookies, authorization }) => {
    const bearer = /^Bearer ([\w-]{20,100})$/.exec(authorization ?? "")?.[1];
    const cookie = cookies[SESSION_COOKIE];
    if (!bearer && !cookie) return { kind: "public" };
    return database.within(NO_REACH, async (tx): Promise<Actor> =>
      bearer ? tokenActor(tx, bearer, clock) : sessionActor(tx, cookie!, clock),
    );
  };
}

async function sessionActor(tx: Tx, cookie: string, clock: Clock): Promise<Actor> {
  const { rows } = await sql<{
    session_id: Id;
    account_id: Id;
    person_id: Id;
    last_seen_at: Date;
  }>`select * from session_by_token(${tokenHash(cookie)}, ${clock.real()})`.execute(tx);
  const found = rows[0];
  if (!found) return { kind: "public" };
  if (clock.real().getTime() - found.last_seen_at.getTime() > 300_000)
    await sql`select touch_session(${found.session_id}, ${clock.real()})`.execute(tx);
  return { kind: "person", sessionId: found.session_id, ...(await standingOf(tx, found, clock)) };
}

async function tokenActor(tx: Tx, token: string, clock: Clock): Promise<Actor> {
  const { rows } = await sql<{
    token_id: Id;
    account_id: Id;
    person_id: Id;
  }>`select * from token_actor(${tokenHash(token)}, ${clock.real()})`.execute(tx);
  const found = rows[0];
  return found
    ? { kind: "token", tokenId: found.token_id, ...(await standingOf(tx, found, clock)) }
    : { kind: "public" };
}

/** What the person holds today. Roles are dated; a role that has ended gives nothing from the next day on. */
async function standingOf(
  tx: Tx,
  found: { account_id: Id; person_id: Id },
  clock: Clock,
): Promise<Pick<KnownActor, "personId" | "accountId" | "assignments" | "regionOf">> {
  await enterReach(tx, { person: found.person_id, reads: [], writes: [] });
  const held = await tx
    .selectFrom("role_assignment as r")
    .innerJoin("territory as t", "t.id", "r.territory_id")
    .where("r.person_id", "=", found.person_id)
    .select(["r.role", "r.territory_id", "t.kind", "t.time_zone", "r.organisation_id", "r.from_on", "r.to_on"])
    .orderBy("r.id")
    .execute();
  const assignments = held
    .filter((row) => inForce(row, clock.today(row.time_zone)))
    .map((row): Assignment => ({
      role: row.role,
      territoryId: row.territory_id,
      territoryKind: row.kind,
      organisationId: row.organisation_id,
    }));
  return {
    personId: found.person_id,
    accountId: found.account_id,
    assignments,
    regionOf: await municipalitiesOf(tx, assignments),
  };
}

function inForce(row: { from_on: string; to_on: string | null }, today: string): boolean {
  return row.from_on <= today && (row.to_on === null || row.to_on >= today);
}

async function municipalitiesOf(tx: Tx, assignments: readonly Assignment[]): Promise<Record<Id, Id>> {
  const regions = assignments.filter((held) => held.territoryKind === "region").map((held) => held.territoryId);
  if (regions.length === 0) return {};
  const rows = await tx.selectFrom("territory").where("parent_id", "in", regions).select(["id", "parent_id"]).execute();
  return Object.fromEntries(rows.map((row) => [row.id, row.parent_id!]));
}
