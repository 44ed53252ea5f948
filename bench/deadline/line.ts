import { Agent, request, type IncomingHttpHeaders } from "node:http";
import { randomUUID } from "node:crypto";

/** Pauses before the same is asked again, s, as the pages of the product do (`src/web/api/again.ts`). */
const PAUSES = [1, 3, 6] as const;

interface Asked {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly json?: unknown;
  /** goes as one multipart file, in the field `file` */
  readonly file?: Buffer;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What was answered with a refusal or not at all, after all repetitions. */
export class LoadError extends Error {}

/** A browser of one person: its connections, its cookies, the address it comes from. */
export class PersonLine {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 6 });
  readonly #cookies = new Map<string, string>();
  /** how often something had to be asked again */
  again = 0;

  constructor(
    readonly base: URL,
    readonly from: string,
  ) {}

  /** The answer as JSON; text where it is a page. Throws LoadError. */
  async ask<Value>(asked: Asked): Promise<Value> {
    const key = randomUUID();
    for (const pause of [...PAUSES, undefined]) {
      const answer = await this.#once(asked, key).catch((fault: Error) => fault);
      if (!(answer instanceof Error) && answer.status < 300) {
        this.#keep(answer.headers["set-cookie"] ?? []);
        return (answer.headers["content-type"]?.includes("json") ? JSON.parse(answer.text) : answer.text) as Value;
      }
      const retryAfter = answer instanceof Error ? 0 : Number(answer.headers["retry-after"]);
      const mayPass = answer instanceof Error || (answer.status === 503 && !Number.isNaN(retryAfter));
      const said = answer instanceof Error ? answer.message : `${answer.status} ${answer.text.slice(0, 200)}`;
      if (!mayPass || pause === undefined) throw new LoadError(`${asked.method} ${shapeOf(asked.path)}: ${said}`);
      this.again += 1;
      await new Promise((wait) => setTimeout(wait, Math.max(pause, retryAfter) * 1000));
    }
    throw new LoadError("never here");
  }

  close(): void {
    this.#agent.destroy();
  }

  #once({ method, path, json, file }: Asked, key: string): Promise<Answer> {
    const body = file ? inForm(file) : json === undefined ? undefined : Buffer.from(JSON.stringify(json));
    const headers = {
      accept: "application/json",
      "accept-encoding": "identity",
      "x-forwarded-for": this.from,
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      ...(method !== "GET" && { "x-orientir": "1", "idempotency-key": key }),
      ...(body && { "content-type": file ? FORM : "application/json", "content-length": String(body.length) }),
    };
    return new Promise((done, fail) => {
      const { hostname, port } = this.base;
      const asking = request({ hostname, port, method, path, headers, agent: this.#agent }, (reply) => {
        const parts: Buffer[] = [];
        reply.on("data", (part: Buffer) => parts.push(part)).on("error", fail);
        reply.on("end", () =>
          done({ status: reply.statusCode!, headers: reply.headers, text: Buffer.concat(parts).toString() }),
        );
      });
      asking.on("error", fail);
      asking.end(body);
    });
  }

  #keep(given: readonly string[]): void {
    for (const one of given) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(one)!;
      this.#cookies.set(name!, value!);
    }
  }
}

const BOUNDARY = "orientir-bench-7d81f0";
const FORM = `multipart/form-data; boundary=${BOUNDARY}`;
const HEAD = Buffer.from(
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="part"\r\ncontent-type: application/octet-stream\r\n\r\n`,
);
const TAIL = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
const inForm = (file: Buffer) => Buffer.concat([HEAD, file, TAIL]);

/** One line of a table of errors, whoever they met. */
const shapeOf = (path: string) => path.replace(/\?.*$/, "").replace(/[0-9a-f-]{36}/g, ":id");
