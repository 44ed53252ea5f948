import type { FastifyRequest } from "fastify";
import { Readable } from "node:stream";
import { enterReach, NO_REACH } from "#platform/db/database.ts";
import { admit, whoAsks } from "./admit.ts";
import type { WhoQuestion } from "./find-actor.ts";
import { handle, type Admitted } from "./handle.ts";
import { reachOf } from "./reach.ts";
import type { ReceivedInput as Input } from "./receive-upload.ts";
import type { Route } from "./route.ts";
import { isRaw } from "./send-answer.ts";
import type { ServerParts, Serving } from "./server-parts.ts";

/**
 * One try of the request's transaction. Whoever asked before with the same credentials is expected to be the same: what they read is asked
 * in the journey that opens the transaction and looks them up, and is told only when they are; else it is read anew.
 */
export async function tryRequest(parts: Serving, route: Route, request: FastifyRequest, input: Input) {
  const asks = whoAsks(parts, request);
  const expected = asks && parts.expected.of(asks.key);
  if (expected && route.method === "GET")
    try {
      return await read(parts, route, request, input, asks, expected);
    } catch (fault) {
      if (!(fault instanceof OtherActorError)) throw fault;
    }
  let begun = beginning();
  try {
    return await answering(parts, route).within(
      expected ? reachIn(parts, expected) : NO_REACH,
      async (tx, opened) => {
        const rows = await opened;
        if (asks) parts.expected.learn(asks.key, rows);
        const { actor, staleSessionId } = admit(parts, route, rows);
        if (!expected || !parts.findActor.sameActor(rows, expected)) await enterReach(tx, reachOf(actor));
        begun = beginning();
        const { sent } = begun;
        return { result: await handle(parts, route, request, { actor, tx, ...begun, ...input }), staleSessionId, sent };
      },
      { readOnly: route.method === "GET", first: asks, planOnce: route.planOnce },
    );
  } finally {
    for (const one of begun.later) await parts.database.within(NO_REACH, one);
  }
}

/** What a use case leaves to be done after its transaction; a reading may be begun a second time, where a replica failed in its midst. */
const beginning = (): Pick<Admitted, "sent" | "later"> => ({ sent: new Set(), later: [] });

const answering = ({ database, replica }: ServerParts, { method }: Route) =>
  method === "GET" && replica ? replica : database;

/** Whoever asks is not who was expected, or has other rights now: what was read for the other is told to nobody. */
class OtherActorError extends Error {}

async function read(
  parts: Serving,
  route: Route,
  request: FastifyRequest,
  input: Input,
  asks: WhoQuestion,
  expected: readonly unknown[],
) {
  let begun = beginning();
  try {
    return await answering(parts, route).within(
      reachIn(parts, expected),
      async (tx, opened) => {
        begun = beginning();
        const { sent, later } = begun;
        const handled = settled(
          (async () => {
            const { actor } = admit(parts, route, expected);
            return handle(parts, route, request, { actor, tx, sent, later, ...input });
          })(),
        );
        const rows = await opened.catch((fault: unknown) => {
          void handled.then(forgo);
          throw fault;
        });
        const outcome = await handled;
        if (!parts.findActor.sameActor(rows, expected)) {
          parts.expected.learn(asks.key, rows);
          forgo(outcome);
          begun = beginning();
          throw new OtherActorError();
        }
        if ("fault" in outcome) throw outcome.fault;
        const { staleSessionId } = parts.findActor.found(rows);
        return { result: outcome.value, staleSessionId, sent };
      },
      { readOnly: true, first: asks, planOnce: route.planOnce },
    );
  } finally {
    for (const one of begun.later) await parts.database.within(NO_REACH, one);
  }
}

type Outcome<T> = { readonly value: T } | { readonly fault: unknown };

/** Nobody is told of it: a file that was opened for it is closed. */
function forgo(outcome: Outcome<unknown>): void {
  if ("value" in outcome && isRaw(outcome.value) && outcome.value.content instanceof Readable)
    outcome.value.content.destroy();
}

async function settled<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work };
  } catch (fault) {
    return { fault };
  }
}

const reachIn = (parts: ServerParts, rows: readonly unknown[]) => reachOf(parts.findActor.found(rows).actor);
