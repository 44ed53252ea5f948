import type { FastifyInstance } from "fastify";
import { commonProblem } from "#shared/problem.ts";

/** Requests that may be under way at once in one process; most of them wait for a connection of the database or for their turn to sign in. */
const MOST_AT_ONCE = 1600;

/** Refuses what is beyond the program's strength at once, instead of letting everybody wait; questions about its health always pass. */
export function guardLoad(server: FastifyInstance, most = MOST_AT_ONCE): void {
  let underWay = 0;
  server.addHook("onRequest", (request, reply, done) => {
    if (/^\/api\/(health|ready)$/.test(request.url)) return done();
    if (underWay >= most) return done(commonProblem("overloaded"));
    underWay += 1;
    // also told where the client went away before its answer
    reply.raw.once("close", () => {
      underWay -= 1;
    });
    return done();
  });
}
