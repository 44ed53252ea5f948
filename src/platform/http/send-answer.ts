import type { FastifyReply } from "fastify";
import type { JsonReply, RawReply } from "./route.ts";

/** What a use case returned, on its way; nothing is kept by anybody unless the answer itself says so. */
export function sendAnswer(reply: FastifyReply, result: unknown): FastifyReply {
  if (isRaw(result))
    return reply
      .status(result.status ?? 200)
      .header("cache-control", "no-store")
      .headers(result.headers)
      .send(typeof result.content === "function" ? result.content({ forget: () => forget(reply) }) : result.content);
  if (isJsonReply(result)) {
    // not the browser's storage: drafts of the other people of this device lie in it too
    if (result.leaves) reply.header("clear-site-data", '"cache"');
    return reply
      .header("set-cookie", result.setCookies)
      .header("cache-control", "no-store")
      .send(result.json ?? null);
  }
  return reply.header("cache-control", "no-store").send(result ?? null);
}

/** The headers go with the first byte: until then what was said of keeping may be taken back. */
function forget({ raw }: FastifyReply): void {
  if (!raw.headersSent) raw.setHeader("cache-control", "no-store");
}

export function isRaw(result: unknown): result is RawReply {
  return typeof result === "object" && result !== null && (result as RawReply).raw === true;
}

function isJsonReply(result: unknown): result is JsonReply<unknown> {
  return typeof result === "object" && result !== null && "setCookies" in result;
}
