import type { FastifyReply, FastifyRequest } from "fastify";
import { sql } from "kysely";
import { Readable } from "node:stream";
import { commonProblem } from "#shared/problem.ts";
import { makeId, type Id } from "#shared/ids.ts";
import type { Actor } from "#shared/actor.ts";
import type { Clock } from "#platform/clock/clock.ts";
import { enterReach, NO_REACH, type Database, type Tx } from "#platform/db/database.ts";
import type { FileStore } from "#platform/files/store.ts";
import type { Jobs } from "#platform/jobs/jobs.ts";
import { journalWriter } from "#platform/journal/journal.ts";
import type { Answered } from "./answered.ts";
import type { ExpectedActors } from "./expected-actors.ts";
import type { FindActor, WhoQuestion } from "./find-actor.ts";
import type { Installation } from "./installation.ts";
import type { DrawPictures } from "./pages.ts";
import { findReplay, keepAnswer, requestHash } from "./idempotency.ts";
import { addressed, checked } from "./parse.ts";
import { reachOf } from "./reach.ts";
import { anyone, type Route, type Upload } from "./route.ts";
import { isRaw, sendAnswer } from "./send-answer.ts";
import { gatherUpload, receiveUpload, type ReceivedInput as Input } from "./receive-upload.ts";

export interface ServerParts {
  readonly routes: readonly Route[];
  readonly database: Database;
  readonly jobs: Jobs;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly findActor: FindActor;
  readonly installation: Installation;
  /** folder of the built web client; undefined in tests of the interface alone */
  readonly webFolder: string | undefined;
  /** what draws the first pictures of its pages; without it the code draws everything */
  readonly pictures?: DrawPictures | undefined;
  /** addresses of the reverse proxy whose word on the client's address and TLS is taken; none by default */
  readonly proxy?: string | undefined;
  /** what it stands on, by name: whether each is in order */
  readonly ready?: (() => Promise<Readonly<Record<string, boolean>>>) | undefined;
  /** where failures are told; personal data never goes there */
  readonly log: (line: string) => void;
  /** told of each answered request, for metrics and logs */
  readonly answered?: ((answered: Answered) => void) | undefined;
}

/** The parts of a server at work. */
export interface Serving extends ServerParts {
  readonly expected: ExpectedActors;
}

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
    const { result, staleSessionId, sent } = await withRetry(write, () => once(parts, route, request, input));
    parts.jobs.wake(sent);
    if (staleSessionId) await noteSeen(parts, staleSessionId);
    return sendAnswer(reply, result);
  } finally {
    input.leave?.();
    if (input.upload) await parts.files.drop(input.upload);
  }
}

/**
 * One try of the request's transaction. Whoever asked before with the same credentials is expected to be the same: what they read is asked
 * in the journey that opens the transaction and looks them up, and is told only when they are; else it is read anew.
 */
async function once(parts: Serving, route: Route, request: FastifyRequest, input: Input) {
  const asks = whoAsks(parts, request);
  const expected = asks && parts.expected.of(asks.key);
  if (expected && route.method === "GET")
    try {
      return await read(parts, route, request, input, asks, expected);
    } catch (fault) {
      if (!(fault instanceof OtherActorError)) throw fault;
    }
  const sent = new Set<string>();
  const later: Admitted["later"] = [];
  try {
    return await parts.database.within(
      expected ? reachIn(parts, expected) : NO_REACH,
      async (tx, opened) => {
        const rows = await opened;
        if (asks) parts.expected.learn(asks.key, rows);
        const { actor, staleSessionId } = admit(parts, route, rows);
        if (!expected || !parts.findActor.sameActor(rows, expected)) await enterReach(tx, reachOf(actor));
        return {
          result: await handle(parts, route, request, { actor, tx, sent, later, ...input }),
          staleSessionId,
          sent,
        };
      },
      { readOnly: route.method === "GET", first: asks },
    );
  } finally {
    for (const one of later) await parts.database.within(NO_REACH, one);
  }
}

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
  const sent = new Set<string>();
  const later: Admitted["later"] = [];
  const done = await parts.database.within(
    reachIn(parts, expected),
    async (tx, opened) => {
      const handled = (async () => {
        const { actor } = admit(parts, route, expected);
        return handle(parts, route, request, { actor, tx, sent, later, ...input });
      })();
      const [outcome, rows] = await Promise.all([settled(handled), opened]);
      if (!parts.findActor.sameActor(rows, expected)) {
        parts.expected.learn(asks.key, rows);
        if ("value" in outcome && isRaw(outcome.value) && outcome.value.content instanceof Readable)
          outcome.value.content.destroy();
        throw new OtherActorError();
      }
      if ("fault" in outcome) throw outcome.fault;
      const { staleSessionId } = parts.findActor.found(rows);
      return { result: outcome.value, staleSessionId, sent };
    },
    { readOnly: true, first: asks },
  );
  for (const one of later) await parts.database.within(NO_REACH, one);
  return done;
}

async function settled<T>(work: Promise<T>): Promise<{ readonly value: T } | { readonly fault: unknown }> {
  try {
    return { value: await work };
  } catch (fault) {
    return { fault };
  }
}

const reachIn = (parts: ServerParts, rows: readonly unknown[]) => reachOf(parts.findActor.found(rows).actor);

/** The question that tells who asks; undefined where the request brings nothing to be known by. */
export function whoAsks(parts: ServerParts, request: FastifyRequest): WhoQuestion | undefined {
  const { cookies, headers } = request;
  return parts.findActor.question({ cookies, authorization: headers.authorization, secure: isSecure(request) });
}

const isSecure = (request: FastifyRequest) => request.protocol === "https";

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

/** The first door: who asks, and may such a one ask this at all. */
function admit(parts: ServerParts, route: Route, rows: readonly unknown[]) {
  const found = parts.findActor.found(rows);
  if (!route.policy.allows(found.actor))
    throw commonProblem(found.actor.kind === "public" ? "not-signed-in" : "not-allowed");
  if (route.method !== "GET" && found.actor.kind === "token") throw commonProblem("not-allowed");
  if (found.barred && route.policy !== anyone && !route.whileBarred) throw found.barred;
  return found;
}

/**
 * What is done before the transaction opens, for one who may ask: a file goes to the disk (a slow line must not hold a connection)
 * and passwords are hashed.
 */
async function prepare(parts: ServerParts, route: Route, request: FastifyRequest): Promise<Input> {
  const ask = <T>(work: (tx: Tx) => Promise<T>) => parts.database.within(NO_REACH, work, { readOnly: true });
  const { actor } = await parts.database.within(NO_REACH, async (_tx, opened) => admit(parts, route, await opened), {
    readOnly: true,
    first: whoAsks(parts, request),
  });
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

interface Admitted {
  readonly actor: Actor;
  readonly tx: Tx;
  readonly sent: Set<string>;
  readonly later: ((tx: Tx) => Promise<unknown>)[];
  readonly upload: Upload | undefined;
  readonly prepared: unknown;
}

async function handle(
  parts: ServerParts,
  route: Route,
  request: FastifyRequest,
  { actor, tx, sent, later, upload, prepared }: Admitted,
): Promise<unknown> {
  const params = addressed(route.params, request.params);
  const query = checked(route.query, request.query);
  const body = route.takesFile ? undefined : checked(route.body, request.body ?? {});
  const key =
    route.method !== "GET" && route.replay !== "never" && actor.kind === "person" ? headerKey(request) : undefined;
  const hash = key ? requestHash(route.action, { params, query }, upload?.sentAs ?? upload?.sha256 ?? body) : "";
  if (key && actor.kind === "person") {
    const replay = await findReplay(tx, actor.personId, key, hash);
    if (replay) return replay.answer;
  }
  const result: unknown = await route.handle({
    actor,
    tx,
    params,
    query,
    body,
    upload,
    prepared,
    clock: parts.clock,
    newId: makeId,
    files: parts.files,
    cookies: request.cookies,
    agent: agentOf(request),
    address: request.ip,
    ifNoneMatch: request.headers["if-none-match"],
    secure: isSecure(request),
    installation: parts.installation,
    afterwards: (work) => void later.push(work),
    journal: journalWriter(tx, actor, parts.clock, makeId, { address: request.ip, agent: agentOf(request) }),
    send: parts.jobs.senderFor(tx, sent),
  });
  // a file that is gone fails its stream before anybody reads it: unheard, that would end the program
  if (isRaw(result) && result.content instanceof Readable) result.content.on("error", () => {});
  if (key && actor.kind === "person" && !isRaw(result))
    await keepAnswer(tx, actor.personId, key, route.action, hash, result, parts.clock.real());
  return result;
}

export function agentOf({ headers }: FastifyRequest): string {
  return String(headers["user-agent"] ?? "").slice(0, 200);
}

function headerKey(request: FastifyRequest): string | undefined {
  const key = request.headers["idempotency-key"];
  return typeof key === "string" && /^[\w-]{8,80}$/.test(key) ? key : undefined;
}
