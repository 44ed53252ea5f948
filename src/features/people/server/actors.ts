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
  return {
    question({ cookies, authorization }) {
      const bearer = /^Bearer ([\w-]{20,100})$/.exec(authorization ?? "")?.[1];
      const cookie = bearer ? undefined : cookies[SESSION_COOKIE];
      if (!bearer && !cookie) return undefined;
      // nothing of the request stands in the text, only hashes and the hour, which the program makes
      const [session, token] = [cookie, bearer].map((secret) =>
        secret ? `'\\x${tokenHash(secret).toString("hex")}'::bytea` : "null",
      );
      return `select * from standing(${session}, ${token}, '${clock.real().toISOString()}')`;
    },
    found(rows) {
      const [standing] = rows as readonly Standing[];
      if (!standing) return { actor: { kind: "public" } };
      const { session_id: sessionId, last_seen_at: seen } = standing;
      const stale = sessionId !== null && clock.real().getTime() - seen.getTime() > SEEN_EVERY_MS;
      return { actor: actorOf(standing, clock), ...(stale ? { staleSessionId: sessionId } : {}) };
    },
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
