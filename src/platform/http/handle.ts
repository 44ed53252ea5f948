import type { FastifyRequest } from "fastify";
import { Readable } from "node:stream";
import { makeId } from "#shared/ids.ts";
import type { Actor } from "#shared/actor.ts";
import type { Tx } from "#platform/db/database.ts";
import { journalWriter } from "#platform/journal/journal.ts";
import { isSecure } from "./admit.ts";
import { findReplay, keepAnswer, requestHash } from "./idempotency.ts";
import { addressed, checked } from "./parse.ts";
import type { Route, Upload } from "./route.ts";
import { isRaw } from "./send-answer.ts";
import type { ServerParts } from "./server-parts.ts";

export interface Admitted {
  readonly actor: Actor;
  readonly tx: Tx;
  readonly sent: Set<string>;
  readonly later: ((tx: Tx) => Promise<unknown>)[];
  readonly upload: Upload | undefined;
  readonly prepared: unknown;
}

/** The use case of one who was admitted; a write that was answered under its key before is answered the same. */
export async function handle(
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
