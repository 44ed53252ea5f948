import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { STYLES_KEPT, type DrawPicture } from "#shared/first-picture.ts";
import { placeOfFault } from "#shared/problem.ts";
import { whoAsks } from "./admit.ts";
import { pictureShell, type PutPicture } from "./page-shell.ts";
import type { ServerParts } from "./server-parts.ts";

type Language = "ru" | "en";

/** What draws the first pictures of the pages, by language. */
export type DrawPictures = (language: Language) => Promise<DrawPicture>;

/** How long a page waits for its first picture, in milliseconds. */
const PATIENCE_MS = 2000;

const FILES: Readonly<Record<Language, string>> = { ru: "index.html", en: "en/index.html" };
/** What a question of the picture's own must bring to be answered as the page's: who asks, and over which line. */
const HANDED_ON = new Set(["cookie", "host", "user-agent", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"]);

/**
 * Answers an address of the pages: where the page has a first picture for whoever is signed in, the page with it, else the bare page, which
 * the code draws. A picture that could not be drawn is never a reason to refuse the page.
 */
export function pageSender(server: FastifyInstance, parts: ServerParts) {
  const shells = new Map<Language, Promise<PutPicture | undefined>>();
  const shellOf = (language: Language) => {
    const known = shells.get(language);
    if (known) return known;
    const textOf = (name: string) => readFile(join(parts.webFolder!, name), "utf8");
    const read = textOf(FILES[language]).then((page) => pictureShell(page, textOf));
    shells.set(language, read);
    // what could not be read now is read for the next page
    read.catch(() => shells.delete(language));
    return read;
  };
  // whoever comes first would wait for the reading of what draws; a fault is told where it is wanted
  server.addHook("onListen", async () => void parts.pictures?.("ru").catch(() => undefined));
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const language = request.cookies["orientir_language"] === "en" ? "en" : "ru";
    reply.header("vary", "cookie");
    const page = await drawn(server, parts, request, language, shellOf).catch((fault: unknown) => {
      // what the interface refuses it has told of itself
      if (!(fault instanceof RefusedAskError)) parts.log(`первая картина: ${placeOfFault(fault)}`);
    });
    if (!page) return reply.sendFile(FILES[language]);
    return reply.header("cache-control", "no-store").type("text/html; charset=utf-8").send(page);
  };
}

async function drawn(
  server: FastifyInstance,
  parts: ServerParts,
  request: FastifyRequest,
  language: Language,
  shellOf: (language: Language) => Promise<PutPicture | undefined>,
): Promise<string | undefined> {
  // an address with a query says what is shown, which is for the code to read
  if (!parts.pictures || request.url.includes("?") || whoAsks(parts, request) === undefined) return undefined;
  const [draw, put] = await Promise.all([parts.pictures(language), shellOf(language)]);
  if (!put) return undefined;
  const picture = await inTime(draw({ path: request.url, cookies: request.cookies }, asker(server, request)));
  return picture && put(picture, request.cookies[STYLES_KEPT]);
}

/** What comes within the patience of a page, else undefined: the code draws what the server cannot draw at once. */
async function inTime<Value>(drawing: Promise<Value>): Promise<Value | undefined> {
  let waiting: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    waiting = setTimeout(() => done(undefined), PATIENCE_MS);
  });
  try {
    return await Promise.race([drawing, late]);
  } finally {
    clearTimeout(waiting);
  }
}

/** A question goes through the same door as one from outside: the same policy, the same reach, the same answer. */
function asker(server: FastifyInstance, request: FastifyRequest) {
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => HANDED_ON.has(name)));
  const remoteAddress = request.socket.remoteAddress;
  return async (url: string): Promise<unknown> => {
    const answer = await server.inject({ method: "GET", url, headers, ...(remoteAddress && { remoteAddress }) });
    if (answer.statusCode !== 200) throw new RefusedAskError(`${url.split("?")[0]!}: ${answer.statusCode}`);
    return answer.json();
  };
}

/** The person may not see what their home asks, or is not signed in any more. */
class RefusedAskError extends Error {}
