import { Agent, request } from "node:http";

/** One journey to the server and back; `undefined` where no whole answer came, so that nobody knows whether the work was done. */
export interface Answer {
  readonly status: number;
  readonly body: any;
  readonly raw: Buffer;
  readonly retryAfter: number | undefined;
}

export interface Asked {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body?: unknown;
  /** instead of a body: one file, as the web client sends it */
  readonly file?: { readonly name: string; readonly content: Uint8Array } | undefined;
  readonly key?: string | undefined;
}

export interface Wire {
  send(token: string, asked: Asked): Promise<Answer | undefined>;
  close(): void;
}

const PATIENCE_MS = 60_000;

/** Speaks HTTP to the program on a port of this machine over kept connections, as browsers do. */
export function openWire(port: () => number): Wire {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    send: (token, asked) => once(agent, port(), token, asked),
    close: () => agent.destroy(),
  };
}

function once(agent: Agent, port: number, token: string, asked: Asked): Promise<Answer | undefined> {
  const { type, payload } = payloadOf(asked);
  return new Promise((resolve) => {
    const lost = () => resolve(undefined);
    const outgoing = request({
      agent,
      host: "127.0.0.1",
      port,
      method: asked.method,
      path: asked.path,
      timeout: PATIENCE_MS,
      headers: {
        cookie: `orientir_session=${token}`,
        "x-orientir": "1",
        ...(asked.key && { "idempotency-key": asked.key }),
        ...(payload && { "content-type": type, "content-length": payload.length }),
      },
    });
    outgoing.on("error", lost);
    outgoing.on("timeout", () => outgoing.destroy());
    outgoing.on("response", (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", lost);
      incoming.on("aborted", lost);
      incoming.on("end", () => {
        const raw = Buffer.concat(chunks);
        const isJson = String(incoming.headers["content-type"] ?? "").includes("json");
        try {
          const after = Number(incoming.headers["retry-after"]);
          resolve({
            status: incoming.statusCode ?? 0,
            body: isJson && raw.length > 0 ? JSON.parse(raw.toString("utf8")) : undefined,
            raw,
            retryAfter: after > 0 ? after : undefined,
          });
        } catch {
          lost();
        }
      });
    });
    outgoing.end(payload);
  });
}

function payloadOf({ body, file }: Asked): { type: string; payload: Buffer | undefined } {
  if (file) {
    const edge = "----orientir-chaos";
    const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    return {
      type: `multipart/form-data; boundary=${edge}`,
      payload: Buffer.concat([Buffer.from(head), file.content, Buffer.from(`\r\n--${edge}--\r\n`)]),
    };
  }
  return { type: "application/json", payload: body === undefined ? undefined : Buffer.from(JSON.stringify(body)) };
}
