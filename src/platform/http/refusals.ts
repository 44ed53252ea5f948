import type { FastifyRequest } from "fastify";
import type { Id } from "#shared/ids.ts";
import { makeId } from "#shared/ids.ts";
import { Problem } from "#shared/problem.ts";
import { NO_REACH } from "#platform/db/database.ts";
import { journalWriter } from "#platform/journal/journal.ts";
import { whoAsks } from "./admit.ts";
import { agentOf } from "./handle.ts";
import type { Route } from "./route.ts";
import type { ServerParts } from "./server-parts.ts";

const HOUR_MS = 3_600_000;

/**
 * How much is noted in an hour: of one person so many kinds of deeds, each once, and of all people together so much. Whoever tries
 * doors by the thousand fills neither the journal nor the memory, and the first tries are those that tell.
 */
const OF_ONE = 20;
const OF_ALL = 500;

/** Says which refusals are worth a note; remembers an hour, in this copy of the program alone. */
export function refusalsWorthNoting(now: () => number) {
  let since = now();
  let noted = 0;
  const deeds = new Map<Id, Set<string>>();
  const fresh = () => {
    if (now() - since < HOUR_MS) return;
    since = now();
    noted = 0;
    deeds.clear();
  };
  return {
    /** asked before anything else: beyond it a refusal costs nothing more */
    full(): boolean {
      fresh();
      return noted >= OF_ALL;
    },
    take(accountId: Id, action: string): boolean {
      fresh();
      const tried = deeds.get(accountId) ?? new Set();
      if (noted >= OF_ALL || tried.size >= OF_ONE || tried.has(action)) return false;
      deeds.set(accountId, tried.add(action));
      noted += 1;
      return true;
    },
  };
}

/** What a refusal is called in the journal: there was no right, or a write aimed at what is not there or is not shown. */
function deedOf({ method }: Route, fault: unknown): "access.refuse" | "access.miss" | undefined {
  if (!(fault instanceof Problem)) return undefined;
  if (fault.code === "not-allowed") return "access.refuse";
  return fault.code === "not-found" && method !== "GET" ? "access.miss" : undefined;
}

/**
 * Notes in the journal that somebody who is signed in was refused for want of rights (OWASP ASVS 5.0, 16.3.2): who, from where, what
 * was wanted; the head of the place finds it. The page offers nobody what they may not do, so such a try
 * is a right that was just taken away, or a hand that writes requests of its own. In a transaction of its own: the refused one is gone.
 */
export function refusalNotes(parts: ServerParts) {
  const worth = refusalsWorthNoting(() => parts.clock.real().getTime());
  return async (route: Route, request: FastifyRequest, fault: unknown): Promise<void> => {
    const action = deedOf(route, fault);
    if (!action || worth.full()) return;
    const first = whoAsks(parts, request);
    if (!first) return;
    await parts.database.within(
      NO_REACH,
      async (tx, opened) => {
        const { actor } = parts.findActor.found(await opened);
        if ((actor.kind !== "person" && actor.kind !== "token") || !worth.take(actor.accountId, route.action)) return;
        await journalWriter(tx, actor, parts.clock, makeId, { address: request.ip, agent: agentOf(request) })({
          territoryId: null,
          action,
          subjectKind: "account",
          subjectId: actor.accountId,
          detail: { wanted: route.action },
        });
      },
      { first },
    );
  };
}
