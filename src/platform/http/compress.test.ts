import Fastify, { type FastifyInstance } from "fastify";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compressAnswers, encodingFor } from "./compress.ts";

const LIST = Array.from({ length: 200 }, (_, at) => ({ title: `Мероприятие № ${at}`, dueOn: "2026-10-15" }));

describe("answers on the line", () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    server = Fastify();
    compressAnswers(server);
    server.get("/list", () => LIST);
    server.get("/short", () => ({ ok: true }));
    server.get("/packed", (_request, reply) =>
      reply.header("content-encoding", "br").type("text/plain").send("x".repeat(5000)),
    );
    server.get("/file", (_request, reply) => reply.type("application/pdf").send("x".repeat(5000)));
    await server.ready();
  });
  afterAll(() => server.close());

  const ask = (url: string, accepted?: string) =>
    server.inject({ method: "GET", url, headers: accepted === undefined ? {} : { "accept-encoding": accepted } });

  it.each([
    ["a client that takes nothing", "/list", undefined],
    ["a client that refuses", "/list", "gzip;q=0, br;q=0"],
    ["what fits into one packet", "/short", "gzip, br"],
    ["what is no text", "/file", "gzip, br"],
  ])("stay as they are for %s", async (_why, url, accepted) => {
    const answer = await ask(url, accepted);
    expect(answer.headers["content-encoding"]).toBeUndefined();
    expect(Number(answer.headers["content-length"])).toBe(answer.rawPayload.length);
  });

  it("are not compressed twice", async () => {
    const answer = await ask("/packed", "gzip, br");
    expect([answer.headers["content-encoding"], answer.body]).toEqual(["br", "x".repeat(5000)]);
  });

  it.each([
    ["br", "gzip, deflate, br, zstd", brotliDecompressSync],
    ["gzip", "gzip, deflate", gunzipSync],
  ])("go as %s where it is taken, and say so to whoever keeps them", async (encoding, accepted, unpack) => {
    const answer = await ask("/list", accepted);
    expect([answer.headers["content-encoding"], answer.headers["vary"]]).toEqual([encoding, "accept-encoding"]);
    expect(JSON.parse(unpack(answer.rawPayload).toString())).toEqual(LIST);
    expect(answer.rawPayload.length).toBeLessThan(JSON.stringify(LIST).length / 4);
  });
});

describe("what a client takes", () => {
  it.each([
    ["", undefined],
    ["identity", undefined],
    ["deflate", undefined],
    ["br;q=0", undefined],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["GZIP", "gzip"],
    ["gzip;q=1.0, br;q=0.1", "br"],
    ["brotli", undefined],
  ])("«%s» is %s", (accepted, encoding) => expect(encodingFor(accepted)).toBe(encoding));
});
