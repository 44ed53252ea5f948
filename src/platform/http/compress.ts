import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance } from "fastify";

const LEAST_BYTES = 1400;
const QUALITY = 4;
const TEXT = /^(?:application\/(?:json|problem\+json)|text\/)/;
const pack = {
  br: promisify(brotliCompress),
  gzip: promisify(gzip),
};

/**
 * Answers of text go compressed where the client takes it: on a village line a list of fifty rows comes in a quarter of the time. What fits
 * into one packet goes as it is; files of the pages are compressed when they are built (`scripts/compress-pages.mjs`).
 */
export function compressAnswers(server: FastifyInstance): void {
  server.addHook("onSend", async (request, reply, content: unknown) => {
    if (typeof content !== "string" || reply.hasHeader("content-encoding")) return content;
    if (!TEXT.test(String(reply.getHeader("content-type") ?? ""))) return content;
    const varies = reply.getHeader("vary");
    reply.header("vary", varies ? `${String(varies)}, accept-encoding` : "accept-encoding");
    const bytes = Buffer.from(content);
    const encoding = bytes.length < LEAST_BYTES ? undefined : encodingFor(request.headers["accept-encoding"]);
    if (!encoding) return content;
    reply.header("content-encoding", encoding).removeHeader("content-length");
    return encoding === "br"
      ? pack.br(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
      : pack.gzip(bytes);
  });
}

/** The encoding a client takes by its `accept-encoding`, Brotli first; undefined where it takes neither or refuses both by `q=0`. */
export function encodingFor(accepted: string | undefined): keyof typeof pack | undefined {
  const taken = new Set<string>();
  for (const part of (accepted ?? "").toLowerCase().split(",")) {
    const [name = "", ...rest] = part.split(";").map((word) => word.trim());
    const weight = rest.find((word) => word.startsWith("q="));
    if (weight === undefined || Number(weight.slice(2)) > 0) taken.add(name);
  }
  return (["br", "gzip"] as const).find((name) => taken.has(name));
}
