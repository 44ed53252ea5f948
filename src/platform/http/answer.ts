import type { FastifyReply, FastifyRequest } from "fastify";
import { sql } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { NO_REACH, type Tx } from "#platform/db/database.ts";
import { journalWriter } from "#platform/journal/journal.ts";
import { admit, isSecure, whoAsks } from "./admit.ts";
import { agentOf } from "./handle.ts";
import { addressed, checked } from "./parse.ts";
import { reachOf } from "./reach.ts";
import { gatherUpload, receiveUpload, type ReceivedInput as Input } from "./receive-upload.ts";
import type { Route } from "./route.ts";
import { sendAnswer } from "./send-answer.ts";
import type { ServerParts, Serving } from "./server-parts.ts";
import { tryRequest } from "./try-request.ts";

/** One request from door to answer: who asks, may they, the use case in one transaction, the jobs it queued woken after the commit. */
export async function answer(
  parts: Serving,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const write = route.method !== "GET";
  // a header of authorization excuses nobody: a browser adds one by itself where a password stands before the whole site
  if (write && request.headers["x-orientir"] !== "1") throw commonProblem("not-allowed");
  const input =
    route.takesFile || route.before || route.gather
      ? await prepare(parts, route, request)
      : { upload: undefined, prepared: undefined };
  try {
    const { result, staleSessionId, sent } = await withRetry(write, () => tryRequest(parts, route, request, input));
    parts.jobs.wake(sent);
    if (staleSessionId) await noteSeen(parts, staleSessionId);
    return sendAnswer(reply, result);
  } finally {
    input.leave?.();
    if (input.upload) await parts.files.drop(input.upload);
  }
}

/** Two people met in the same rows: a deadlock, a serialisation failure, or the same name taken at once. */
const MET = new Set(["40P01", "40001", "23505"]);

/** A write that met another is tried once more: the second time it sees what the other one did and answers with the proper refusal. */
async function withRetry<T>(write: boolean, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (!write || !MET.has((fault as { code?: string }).code ?? "")) throw fault;
    return work();
  }
}

function noteSeen(parts: ServerParts, sessionId: Id): Promise<unknown> {
  return parts.database.within(NO_REACH, (tx) =>
    sql`select touch_session(${sessionId}, ${parts.clock.real()})`.execute(tx),
  );
}

/**
 * What is done before the transaction opens, for one who may ask: a file goes to the disk (a slow line must not hold a connection)
 * and passwords are hashed.
 */
async function prepare(parts: ServerParts, route: Route, request: FastifyRequest): Promise<Input> {
  const ask = <T>(work: (tx: Tx) => Promise<T>) => parts.database.within(NO_REACH, work, { readOnly: true });
  const first = whoAsks(parts, request);
  const rows = first ? await parts.database.within(NO_REACH, (_tx, found) => found, { readOnly: true, first }) : [];
  const { actor } = admit(parts, route, rows);
  const prepared = await route.before?.({
    actor,
    ask,
    params: addressed(route.params, request.params),
    body: checked(route.body, request.body ?? {}),
    address: request.ip,
    clock: parts.clock,
    cookies: request.cookies,
    secure: isSecure(request),
    installation: parts.installation,
    isThere: () => !request.raw.socket.destroyed,
    apart: (work) =>
      // what is noted there is noted of whoever asks, who may be signed in already
      parts.database.within(reachOf(actor), (tx) =>
        work({
          tx,
          journal: journalWriter(tx, actor, parts.clock, makeId, { address: request.ip, agent: agentOf(request) }),
        }),
      ),
  });
  if (route.gather)
    return gatherUpload(parts.files, route, {
      actor,
      files: parts.files,
      params: addressed(route.params, request.params),
      body: checked(route.body, request.body ?? {}),
      read: (work) => parts.database.within(reachOf(actor), work, { readOnly: true }),
    });
  if (!route.takesFile) return { upload: undefined, prepared };
  return receiveUpload(parts.files, route, request, actor, prepared);
}
