import { sql } from "kysely";
import type { Actor, Assignment, Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { tokenHash } from "#platform/auth/secrets.ts";
import type { Clock } from "#platform/clock/clock.ts";
import type { FindActor } from "#platform/http/answer.ts";
import { SESSION_COOKIE } from "./cookie.ts";

interface Standing {
  readonly session_id: Id | null;
  readonly token_id: Id | null;
  readonly account_id: Id;
  readonly person_id: Id;
  readonly last_seen_at: Date;
  readonly held: readonly {
    readonly role: Role;
    readonly territoryId: Id;
    readonly territoryKind: "region" | "municipality";
    readonly timeZone: string;
    readonly organisationId: Id | null;
    readonly from: string;
    readonly to: string | null;
  }[];
  /** municipality → region, for every region in which a role is held */
  readonly municipalities: Readonly<Record<Id, Id>>;
}

const SEEN_EVERY_MS = 300_000;

/**
 * Finds who asks, before any territory is known: one look-up of the session or token by its hash (migrations/…-walls.sql, `standing`).
 * Roles are dated: one that has ended gives nothing from the next day of its territory on.
 */
export function actorFinder(clock: Clock): FindActor {
  return async (tx, { cookies, authorization }) => {
    const bearer = /^Bearer ([\w-]{20,100})$/.exec(authorization ?? "")?.[1];
    const cookie = bearer ? undefined : cookies[SESSION_COOKIE];
    if (!bearer && !cookie) return { actor: { kind: "public" } };
    const hashes = [cookie, bearer].map((secret) => (secret ? tokenHash(secret) : null));
    const { rows } = await sql<Standing>`select * from standing(${hashes[0]}, ${hashes[1]}, ${clock.real()})`.execute(
      tx,
    );
    const found = rows[0];
    if (!found) return { actor: { kind: "public" } };
    const stale = found.session_id !== null && clock.real().getTime() - found.last_seen_at.getTime() > SEEN_EVERY_MS;
    return { actor: actorOf(found, clock), ...(stale ? { staleSessionId: found.session_id! } : {}) };
  };
}

function actorOf(found: Standing, clock: Clock): Actor {
  const held = found.held.filter(({ from, to, timeZone }) => {
    const today = clock.today(timeZone);
    return from <= today && (to === null || to >= today);
  });
  const assignments = held.map(({ role, territoryId, territoryKind, organisationId }): Assignment => ({
    role,
    territoryId,
    territoryKind,
    organisationId,
  }));
  const regions = new Set(
    assignments.flatMap(({ territoryKind, territoryId }) => (territoryKind === "region" ? territoryId : [])),
  );
  const regionOf = Object.fromEntries(Object.entries(found.municipalities).filter(([, region]) => regions.has(region)));
  const base = { personId: found.person_id, accountId: found.account_id, assignments, regionOf };
  return found.session_id === null
    ? { kind: "token", tokenId: found.token_id!, ...base }
    : { kind: "person", sessionId: found.session_id, ...base };
}
