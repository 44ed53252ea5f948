import Fastify, { type FastifyInstance } from "fastify";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compressAnswers } from "./compress.ts";
import type { RawReply } from "./route.ts";
import { sendAnswer } from "./send-answer.ts";

const KEPT = "private, max-age=3600";

/** A reply that learns while it is made whether it may be kept. */
const made = (isForgotten: boolean): RawReply => ({
  raw: true,
  headers: { "content-type": "application/json; charset=utf-8", "cache-control": KEPT },
  content: ({ forget }) =>
    Readable.from(
      (async function* () {
        await Promise.resolve();
        if (isForgotten) forget();
        yield JSON.stringify("слово ".repeat(400));
        // too late: the headers have gone
        forget();
        yield " ";
      })(),
    ),
});

describe("an answer that is made on its way", () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    server = Fastify();
    compressAnswers(server);
    server.get("/kept", (_request, reply) => sendAnswer(reply, made(false)));
    server.get("/forgotten", (_request, reply) => sendAnswer(reply, made(true)));
    server.get("/plain", (_request, reply) => sendAnswer(reply, { ok: true }));
    await server.ready();
  });
  afterAll(() => server.close());

  it.each([
    ["/kept", undefined, KEPT],
    ["/kept", "br", KEPT],
    ["/forgotten", undefined, "no-store"],
    ["/forgotten", "br", "no-store"],
    ["/plain", undefined, "no-store"],
  ])("%s, taken as %s, says %s", async (url, accepted, said) => {
    const answer = await server.inject({ url, headers: accepted ? { "accept-encoding": accepted } : {} });
    expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([200, said]);
  });
});
