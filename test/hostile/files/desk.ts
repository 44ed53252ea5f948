import type { Id } from "#shared/ids.ts";
import type { Persona } from "../../probe/place.ts";
import { judgeAnswer, type FaultKind } from "../judge-answer.ts";
import type { Operation } from "../operations.ts";
import type { Got, Send } from "../send.ts";
import type { HostileFile } from "./make-file.ts";
import { sendLying } from "./send-lying.ts";

/** One person at work in one territory: asks the running program, and every answer is judged. */
export interface Desk {
  readonly persona: Persona;
  readonly territoryId: Id;
  /** by the name of the operation; `ids` fill its path, what is left goes into the query */
  ask(action: string, ids: Readonly<Record<string, string>>, body?: unknown): Promise<Got>;
  /** sends a file to an operation that takes one */
  put(action: string, file: HostileFile): Promise<Got>;
}

export interface DeskParts {
  readonly address: string;
  readonly send: Send;
  readonly operations: readonly Operation[];
  readonly tell: (kind: FaultKind, what: string) => void;
}

const BOUNDARY = "orientirHostileBoundary";

export function deskOf(parts: DeskParts, persona: Persona, territoryId: Id): Desk {
  const byAction = new Map(parts.operations.map((one) => [one.action, one]));
  const judged = (operation: Operation, got: Got, isTorn = false): Got => {
    // what was promised and not given is refused at the door, or not at all
    const fault = got.status === 0 && isTorn ? undefined : judgeAnswer(got, operation, !isTorn);
    if (fault) parts.tell(fault.kind, `${operation.action}: ${fault.what}`);
    else if (got.status >= 400) {
      const wordless = speechless(got);
      if (wordless) parts.tell("не по договору", `${operation.action}: ${wordless}`);
    }
    return got;
  };
  return {
    persona,
    territoryId,
    async ask(action, ids, body) {
      const operation = byAction.get(action)!;
      const left = { ...ids };
      const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = left[name] ?? territoryId;
        delete left[name];
        return value;
      });
      const query = new URLSearchParams(left).toString();
      const headers = { ...persona.headers, ...(body !== undefined && { "content-type": "application/json" }) };
      const got = await parts.send({
        method: operation.method,
        path: query ? `${path}?${query}` : path,
        headers,
        body: body === undefined ? undefined : Buffer.from(JSON.stringify(body)),
      });
      return judged(operation, got);
    },
    async put(action, file) {
      const operation = byAction.get(action)!;
      const { body, contentType, length } = file.wrap?.(file.bytes, BOUNDARY) ?? usual(file);
      const path = `${operation.path}?territoryId=${territoryId}`;
      const headers = { ...persona.headers, ...(contentType && { "content-type": contentType }) };
      if (length !== undefined) {
        const got = await sendLying(parts.address, path, headers, body, length);
        return judged(operation, got, true);
      }
      return judged(operation, await parts.send({ method: operation.method, path, headers, body }));
    },
  };
}

function usual({ name, bytes, type = "application/octet-stream" }: HostileFile) {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
    length: undefined,
  };
}

/** A refusal says in Russian what is wrong, and has a code. */
function speechless(got: Got): string | undefined {
  const { code, title } = JSON.parse(got.body.toString("utf8") || "{}") as { code?: string; title?: string };
  if (!code) return `отказ ${got.status} без кода`;
  return /[а-яё]{3}/i.test(title ?? "") ? undefined : `отказ ${code} не по-русски: ${title}`;
}
