import { Agent, request } from "node:http";

/** What goes over the line, byte for byte. */
export interface Sent {
  readonly method: string;
  /** path with its query, as it stands in the first line of the request */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
}

export interface Got {
  /** 0: the line was closed without an answer */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  readonly milliseconds: number;
  /** nothing came in time */
  readonly isHung: boolean;
}

export type Send = (sent: Sent) => Promise<Got>;

/** of the clock, on a machine that may be busy with other work */
const PATIENCE_MS = 45_000;

/**
 * Sends to the address over kept connections; never throws: a closed line is an answer of status 0. A kept connection may be closed by the
 * other side just as it is used: that is asked again, once.
 */
export function sender(address: string, lanes: number): Send {
  const send = senderOnce(address, lanes);
  return async (sent) => {
    const got = await send(sent);
    return got.status === 0 && !got.isHung ? send(sent) : got;
  };
}

function senderOnce(address: string, lanes: number): Send {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const { hostname, port } = new URL(address);
  return ({ method, path, headers, body }) =>
    new Promise((resolve) => {
      const begun = performance.now();
      const end = (status: number, got: Got["headers"], content: Buffer, isHung = false) =>
        resolve({ status, headers: got, body: content, milliseconds: performance.now() - begun, isHung });
      // told for every method: Node leaves it out for those that seldom have a body
      const length = body && !headers["transfer-encoding"] ? { "content-length": String(body.length) } : {};
      const options = { agent, hostname, port, method, path, headers: { ...headers, ...length } };
      const asked = request(options, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => void parts.push(part));
        answer.on("end", () => end(answer.statusCode ?? 0, answer.headers, Buffer.concat(parts)));
        answer.on("error", () => end(0, {}, Buffer.alloc(0)));
      });
      asked.setTimeout(PATIENCE_MS, () => {
        end(0, {}, Buffer.alloc(0), true);
        asked.destroy();
      });
      asked.on("error", () => end(0, {}, Buffer.alloc(0)));
      asked.end(body);
    });
}
