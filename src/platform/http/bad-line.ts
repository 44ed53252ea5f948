import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { COMMON_PROBLEMS } from "#shared/problem.ts";

const STATUS: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout"],
};

/**
 * What could not be read as a request at all: answered like every other refusal, and the line is closed after it, for nobody knows where the
 * next request would begin (two readers of one line that disagree about that are how requests are smuggled).
 */
export function answerBadLine(fault: NodeJS.ErrnoException, socket: Socket): void {
  if (fault.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, words] = STATUS[fault.code ?? ""] ?? [400, "Bad Request"];
  const { text } = COMMON_PROBLEMS["bad-request"];
  const body = JSON.stringify({
    type: "urn:orientir:bad-request",
    code: "bad-request",
    status,
    title: text,
    fields: {},
  });
  socket.end(
    [
      `HTTP/1.1 ${status} ${words}`,
      "Content-Type: application/problem+json; charset=utf-8",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Content-Security-Policy: default-src 'none'",
      "X-Content-Type-Options: nosniff",
      "Cache-Control: no-store",
      "Connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}

/**
 * Whoever asks to go on in another protocol gets an ordinary answer, and the line is closed after it. Kept open, Node would take the next
 * request on it for a word of that protocol where it cannot be read: `answerBadLine` would not be called, and nothing would be answered.
 */
export function endUpgradeLines(server: FastifyInstance): void {
  // no hook: an address that cannot be decoded is answered before any
  server.server.prependListener("request", ({ headers }, response) => {
    if (headers.upgrade !== undefined) response.setHeader("connection", "close");
  });
}
