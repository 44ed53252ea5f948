import type { FastifyRequest } from "fastify";
import { commonProblem } from "#shared/problem.ts";
import type { FoundActor, WhoQuestion } from "./find-actor.ts";
import { anyone, type Route } from "./route.ts";
import type { ServerParts } from "./server-parts.ts";

/** The question that tells who asks; undefined where the request brings nothing to be known by. */
export function whoAsks(parts: ServerParts, request: FastifyRequest): WhoQuestion | undefined {
  const { cookies, headers } = request;
  return parts.findActor.question({ cookies, authorization: headers.authorization, secure: isSecure(request) });
}

export const isSecure = (request: FastifyRequest) => request.protocol === "https";

/** The first door: who asks, and may such a one ask this at all. */
export function admit(parts: ServerParts, route: Route, rows: readonly unknown[]): FoundActor {
  const found = parts.findActor.found(rows);
  if (!route.policy.allows(found.actor))
    throw commonProblem(found.actor.kind === "public" ? "not-signed-in" : "not-allowed");
  if (route.method !== "GET" && found.actor.kind === "token") throw commonProblem("not-allowed");
  if (found.barred && route.policy !== anyone && !route.whileBarred) throw found.barred;
  return found;
}
