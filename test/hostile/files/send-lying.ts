import { connect } from "node:net";
import type { Got } from "../send.ts";

/** after the last byte: then we are gone, as a browser that was closed */
const STAY_MS = 700;

/**
 * Sends a body under a length that is not its own and leaves; never throws. What came back until then is the answer, status 0 where nothing
 * did: whoever promises more than he gives may be left without one.
 */
export function sendLying(
  address: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
  length: number,
  stayMs = STAY_MS,
): Promise<Got> {
  const { hostname, port } = new URL(address);
  const begun = performance.now();
  return new Promise((resolve) => {
    let heard = "";
    const lines = Object.entries({ host: hostname, ...headers, "content-length": String(length) });
    const line = connect(Number(port), hostname, () => {
      line.write(`POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`);
      line.write(body, () => void setTimeout(() => line.destroy(), stayMs));
    });
    line.on("data", (part: Buffer) => void (heard += part.toString("utf8")));
    line.on("error", () => {});
    line.on("close", () => resolve(answerIn(heard, performance.now() - begun)));
  });
}

function answerIn(heard: string, milliseconds: number): Got {
  const [head = "", body = ""] = heard.split("\r\n\r\n", 2);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  const named = [...head.matchAll(/^([\w-]+): (.*)$/gm)].map(([, name, value]) => [name!.toLowerCase(), value!.trim()]);
  const json = /\{[\s\S]*\}/.exec(body)?.[0] ?? "";
  return {
    status,
    headers: Object.fromEntries(named) as Got["headers"],
    body: Buffer.from(json),
    milliseconds,
    isHung: false,
  };
}
