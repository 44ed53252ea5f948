import type { Actor, Assignment, Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { tokenHash } from "#platform/auth/secrets.ts";
import type { Clock } from "#platform/clock/clock.ts";
import type { FindActor } from "#platform/http/find-actor.ts";
import { peopleProblem } from "../model/problems.ts";
import { owesFactor, type FactorMode } from "../model/second-factor.ts";
import { cookieOf } from "./cookie.ts";

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
  /** a second step of sign-in is set up */
  readonly factor: boolean;
}

const SEEN_EVERY_MS = 300_000;

/**
 * Finds who asks, before any territory is known: one look-up of the session or token by its hash (migrations/…-walls.sql, `standing`).
 * Roles are dated: one that has ended gives nothing from the next day of its territory on. Of whom `mode` requires a second step and who
 * has none is barred until it is set up. A key of a program is no sign-in and owes nothing.
 */
export function actorFinder(clock: Clock, mode: FactorMode = "off"): FindActor {
  return {
    question({ cookies, authorization, secure = false }) {
      const bearer = /^Bearer ([\w-]{20,100})$/.exec(authorization ?? "")?.[1];
      const cookie = bearer ? undefined : cookieOf(cookies, "session", secure);
      if (!bearer && !cookie) return undefined;
      const [session, token] = [cookie, bearer].map((secret) => (secret ? tokenHash(secret) : null));
      return {
        key: (session ?? token)!.toString("base64"),
        text: "select * from standing($1, $2, $3)",
        values: [session, token, clock.real()],
      };
    },
    sameActor: (rows, other) => rightsIn(rows) === rightsIn(other),
    found(rows) {
      const [standing] = rows as readonly Standing[];
      if (!standing) return { actor: { kind: "public" } };
      const { session_id: sessionId, last_seen_at: seen } = standing;
      const stale = sessionId !== null && clock.real().getTime() - seen.getTime() > SEEN_EVERY_MS;
      const actor = actorOf(standing, clock);
      const barred = actor.kind === "person" && !standing.factor && owesFactor(mode, actor.assignments);
      return {
        actor,
        ...(stale && { staleSessionId: sessionId }),
        ...(barred && { barred: peopleProblem("second-factor-missing") }),
      };
    },
  };
}

function rightsIn(rows: readonly unknown[]): string {
  return JSON.stringify((rows as readonly Standing[]).map(({ last_seen_at: _seen, ...rights }) => rights));
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
