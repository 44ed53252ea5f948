import { parse, unescape } from "node:querystring";
import fastifyCookie from "@fastify/cookie";
import fastifyHelmet from "@fastify/helmet";
import fastifyMultipart from "@fastify/multipart";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { randomBytes } from "node:crypto";
import { commonProblem, placeOfFault, Problem } from "#shared/problem.ts";
import { MAX_FILE_BYTES, FileTooLargeError } from "#platform/files/limits.ts";
import { answer } from "./answer.ts";
import { answerBadLine, endUpgradeLines } from "./bad-line.ts";
import { compressAnswers } from "./compress.ts";
import { expectActors } from "./expected-actors.ts";
import { openApiOf } from "./openapi.ts";
import { outageProblem, retryAfterOf } from "./outage-problem.ts";
import { guardLoad } from "./load-guard.ts";
import { pageSender } from "./pages.ts";
import { refusalNotes } from "./refusals.ts";
import type { ServerParts } from "./server-parts.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** of a route of the table */
    action?: string;
  }
  interface FastifyReply {
    /** why access was refused, for metrics and logs */
    refusal: string | undefined;
  }
}

/** Statuses that keep somebody from something. */
const REFUSING = new Set([401, 403, 404, 429]);

/** one file and hardly anything beside it, as a browser sends it: fields are gathered in memory before the file comes */
const ENVELOPE = { fields: 10, fieldSize: 1000, fieldNameSize: 100, parts: 12, headerPairs: 50 };
const SILENT_LINE_MS = 90_000;
const WHOLE_REQUEST_MS = 30 * 60_000;

/** Mounts the route table: parses with the contracts, opens the transaction, answers problems as application/problem+json. */
export async function makeServer(parts: ServerParts): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    bodyLimit: 2 * 1024 * 1024,
    // NUL is no text that the database knows; it comes from a damaged paste or from whoever looks for holes
    routerOptions: {
      maxParamLength: 200,
      querystringParser: (query) =>
        parse(query, "&", "=", { decodeURIComponent: (text) => unescape(text).replaceAll("\0", "") }),
    },
    forceCloseConnections: "idle",
    // a line that says nothing is let go; a whole file may come over a slow one
    connectionTimeout: SILENT_LINE_MS,
    requestTimeout: WHOLE_REQUEST_MS,
    trustProxy: parts.proxy ?? false,
    clientErrorHandler: answerBadLine,
  });
  server.decorateReply("refusal", undefined);
  const { answered } = parts;
  if (answered)
    server.addHook("onResponse", (request, reply, done) => {
      const { statusCode: status, refusal, elapsedTime } = reply;
      answered({ action: actionOf(request), status, refusal, seconds: elapsedTime / 1000 });
      done();
    });
  await server.register(fastifyCookie);
  await server.register(fastifyMultipart, { limits: { fileSize: MAX_FILE_BYTES + 1, files: 1, ...ENVELOPE } });
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
    // browsers listen to it over TLS alone
    strictTransportSecurity: { maxAge: 365 * 24 * 60 * 60, includeSubDomains: true },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    referrerPolicy: { policy: "same-origin" },
  });
  // what says nothing of keeping is kept by nobody
  server.addHook("onSend", (_request, reply, content, done) => {
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
    done(null, content);
  });
  compressAnswers(server);
  endUpgradeLines(server);
  guardLoad(server);
  const noteRefusal = refusalNotes(parts);
  const serving = { ...parts, expected: expectActors() };
  for (const route of parts.routes) {
    server.route({
      method: route.method,
      url: route.path,
      config: { action: route.action },
      handler: async (request, reply) => {
        try {
          return await answer(serving, route, request, reply);
        } catch (fault) {
          // a note that could not be made changes no answer
          await noteRefusal(route, request, fault).catch((lost: unknown) => parts.log(`отказ: ${placeOfFault(lost)}`));
          throw fault;
        }
      },
    });
  }
  // made when first asked for: it takes as long as a tenth of the whole start
  let document: object | undefined;
  server.get("/api/openapi.json", () => (document ??= openApiOf(parts.routes)));
  // the process lives and answers; whether it can serve is another question
  server.get("/api/health", () => ({ ok: true }));
  server.get("/api/ready", async (_request, reply) => {
    const { ok, checks } = (await parts.ready?.()) ?? { ok: true, checks: {} };
    return reply.status(ok ? 200 : 503).send({ ok, checks });
  });
  server.setErrorHandler((fault, _request, reply) => sendProblem(parts, fault, reply));
  if (parts.webFolder) {
    await server.register(fastifyStatic, {
      root: parts.webFolder,
      wildcard: false,
      preCompressed: true,
      index: false,
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header("cache-control", keptFor(path)),
    });
  }
  const sendPage = pageSender(server, parts);
  server.setNotFoundHandler((request, reply) => {
    // a piece of an earlier build is gone for good: a page in its place would be taken for a script
    if (/^\/(api|assets)\//.test(request.url) || !parts.webFolder || request.method !== "GET")
      return sendProblem(parts, commonProblem("not-found"), reply);
    return sendPage(request, reply);
  });
  return server;
}

/** How long a browser keeps a file of the pages: a part is named by its contents and never changes, the page itself names the parts of today. */
function keptFor(path: string): string {
  if (path.endsWith(".html") || path.includes(".html.")) return "no-cache";
  return path.includes("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
}

/** The route's action; pages and their parts are one, and an address of nothing is not told: it may hold anything. */
function actionOf(request: FastifyRequest): string {
  const { url, config } = request.routeOptions;
  if (config?.action) return config.action;
  return url === undefined ? "unknown" : "page";
}

function sendProblem(parts: ServerParts, fault: unknown, reply: FastifyReply): FastifyReply {
  const problem = problemOf(parts, fault);
  if (REFUSING.has(problem.status)) reply.refusal = problem.code;
  const retryAfter = retryAfterOf(problem);
  if (retryAfter !== undefined) reply.header("retry-after", retryAfter);
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
        values: problem.values,
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
  const outage = outageProblem(fault);
  if (outage) {
    parts.log(`не обслужено, ${outage.code}: ${placeOfFault(fault)}`);
    return outage;
  }
  const reference = randomBytes(4).toString("hex");
  parts.log(`сбой ${reference}: ${placeOfFault(fault)}`);
  return commonProblem("failed", { values: { reference } });
}
