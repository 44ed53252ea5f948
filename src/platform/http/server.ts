import fastifyCookie from "@fastify/cookie";
import fastifyHelmet from "@fastify/helmet";
import fastifyMultipart from "@fastify/multipart";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { randomBytes } from "node:crypto";
import { commonProblem, Problem } from "#shared/problem.ts";
import { makeId } from "#shared/ids.ts";
import type { Actor } from "#shared/actor.ts";
import type { Clock } from "#platform/clock/clock.ts";
import type { Database, Tx } from "#platform/db/database.ts";
import { MAX_FILE_BYTES, FileTooLargeError, type FileStore } from "#platform/files/store.ts";
import type { Jobs } from "#platform/jobs/jobs.ts";
import { journalWriter } from "#platform/journal/journal.ts";
import { findReplay, keepAnswer, requestHash } from "./idempotency.ts";
import { reachOf } from "./reach.ts";
import { openApiOf } from "./openapi.ts";
import { checked } from "./parse.ts";
import type { JsonReply, RawReply, Route, Upload } from "./route.ts";

/** How a request's actor is found; sign-in before the territory is known happens here, outside the tenant tables. */
export type FindActor = (request: {
  cookies: Readonly<Record<string, string | undefined>>;
  authorization: string | undefined;
}) => Promise<Actor>;

export interface ServerParts {
  readonly routes: readonly Route[];
  readonly database: Database;
  readonly jobs: Jobs;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly findActor: FindActor;
  /** folder of the built web client; undefined in tests of the interface alone */
  readonly webFolder: string | undefined;
  /** where failures are told; personal data never goes there */
  readonly log: (line: string) => void;
}

/** Mounts the route table: parses with the contracts, opens the transaction, answers problems as application/problem+json. */
export async function makeServer(parts: ServerParts): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: "idle",
  });
  await server.register(fastifyCookie);
  await server.register(fastifyMultipart, { limits: { fileSize: MAX_FILE_BYTES + 1, files: 1 } });
  await server.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: { policy: "same-origin" },
    referrerPolicy: { policy: "same-origin" },
  });
  for (const route of parts.routes) {
    server.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => answer(parts, route, request, reply),
    });
  }
  const document = openApiOf(parts.routes);
  server.get("/api/openapi.json", () => document);
  server.get("/api/health", async (_request, reply) => {
    const alive = await parts.database.pool.query("select 1").then(
      () => true,
      () => false,
    );
    return reply.status(alive ? 200 : 503).send({ ok: alive });
  });
  server.setErrorHandler((fault, _request, reply) => sendProblem(parts, fault, reply));
  if (parts.webFolder) {
    await server.register(fastifyStatic, {
      root: parts.webFolder,
      wildcard: false,
      cacheControl: true,
      maxAge: "1h",
      index: false,
    });
  }
  server.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith("/api/") || !parts.webFolder || request.method !== "GET")
      return sendProblem(parts, commonProblem("not-found"), reply);
    return reply.header("cache-control", "no-cache").sendFile("index.html", { maxAge: 0 });
  });
  return server;
}

async function answer(
  parts: ServerParts,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const write = route.method !== "GET";
  if (write && request.headers["x-orientir"] !== "1" && !request.headers.authorization)
    throw commonProblem("not-allowed");
  const actor = await parts.findActor({ cookies: request.cookies, authorization: request.headers.authorization });
  if (!route.policy.allows(actor)) throw commonProblem(actor.kind === "public" ? "not-signed-in" : "not-allowed");
  if (write && actor.kind === "token") throw commonProblem("not-allowed");
  const params = checked(route.params, request.params);
  const query = checked(route.query, request.query);
  const upload = route.takesFile ? await uploadOf(request, parts.files) : undefined;
  const body = route.takesFile ? undefined : checked(route.body, request.body ?? {});
  const key = write && route.replay !== "never" && actor.kind === "person" ? headerKey(request) : undefined;
  const hash = key ? requestHash(route.action, params, body) : "";
  const sent = new Set<string>();

  const work = async (tx: Tx) => {
    if (key && actor.kind === "person") {
      const replay = await findReplay(tx, actor.personId, key, hash);
      if (replay) return replay.answer;
    }
    const result = await route.handle({
      actor,
      tx,
      params,
      query,
      body,
      upload,
      clock: parts.clock,
      newId: makeId,
      files: parts.files,
      cookies: request.cookies,
      agent: String(request.headers["user-agent"] ?? "").slice(0, 200),
      address: request.ip,
      journal: journalWriter(tx, actor, parts.clock, makeId),
      send: parts.jobs.senderFor(tx, sent),
    });
    if (key && actor.kind === "person" && !isRaw(result))
      await keepAnswer(tx, actor.personId, key, route.action, hash, result, parts.clock.real());
    return result;
  };
  const result = await parts.database.within(reachOf(actor), work, { readOnly: !write });
  parts.jobs.wake(sent);
  if (isRaw(result))
    return reply
      .status(result.status ?? 200)
      .headers(result.headers)
      .send(result.content);
  if (isJsonReply(result))
    return reply
      .header("set-cookie", result.setCookies)
      .header("cache-control", "no-store")
      .send(result.json ?? null);
  return reply.header("cache-control", "no-store").send(result ?? null);
}

function isRaw(result: unknown): result is RawReply {
  return typeof result === "object" && result !== null && (result as RawReply).raw === true;
}

function isJsonReply(result: unknown): result is JsonReply<unknown> {
  return typeof result === "object" && result !== null && "setCookies" in result;
}

function headerKey(request: FastifyRequest): string | undefined {
  const key = request.headers["idempotency-key"];
  return typeof key === "string" && /^[\w-]{8,80}$/.test(key) ? key : undefined;
}

/** The file goes to the disk before the transaction opens: a slow line must not hold a connection. */
async function uploadOf(request: FastifyRequest, files: FileStore): Promise<Upload> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (!part) throw commonProblem("bad-request", { fields: { file: "Файл не выбран. Выберите файл и повторите." } });
  return { name: part.filename.normalize("NFC"), ...(await files.keep(part.file)) };
}

function sendProblem(parts: ServerParts, fault: unknown, reply: FastifyReply): FastifyReply {
  const problem = problemOf(parts, fault);
  return reply
    .status(problem.status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(
      JSON.stringify({
        type: `urn:orientir:${problem.code}`,
        code: problem.code,
        status: problem.status,
        title: problem.message,
        fields: problem.fields,
        extra: problem.extra,
      }),
    );
}

function problemOf(parts: ServerParts, fault: unknown): Problem {
  if (fault instanceof Problem) return fault;
  if (fault instanceof FileTooLargeError) return commonProblem("too-large");
  const status = (fault as { statusCode?: number }).statusCode ?? 500;
  if (status === 413) return commonProblem("too-large");
  if (status >= 400 && status < 500) return commonProblem("bad-request");
  const reference = randomBytes(4).toString("hex");
  // the stack says where; the message of a database fault may quote values, so it stays out
  const stack = fault instanceof Error ? (fault.stack ?? "").split("\n").slice(1, 6).join(" | ") : "";
  const code = (fault as { code?: string }).code ?? (fault as Error)?.name ?? "";
  parts.log(`сбой ${reference}: ${code} ${stack}`);
  return commonProblem("failed", { values: { reference } });
}
