import { strays } from "./conforms.ts";
import type { Operation } from "./operations.ts";
import type { Got } from "./send.ts";

export type FaultKind = "500" | "зависание" | "обрыв" | "не по договору";

export interface Fault {
  readonly kind: FaultKind;
  readonly what: string;
}

/** Answers of the door itself, before any operation is known. */
const DOOR = new Set([400, 404, 405, 408, 411, 413, 414, 415, 417, 431, 501]);

/**
 * What is wrong with an answer: none, 500 and above, JSON that leaves the declared schema, a problem that the operation does not
 * declare, an answer without the headers of every answer. `isWhole`: the address and the method are the operation's own.
 */
export function judgeAnswer(got: Got, operation: Operation, isWhole: boolean): Fault | undefined {
  const contract = (what: string): Fault => ({ kind: "не по договору", what });
  if (got.isHung) return { kind: "зависание", what: "нет ответа" };
  if (got.status === 0) return { kind: "обрыв", what: "соединение закрыто без ответа" };
  const text = got.body.toString("utf8");
  if (got.status === 503 && got.headers["retry-after"]) return undefined;
  if (got.status >= 500) return { kind: "500", what: `${got.status} ${text.slice(0, 200)}` };
  const type = String(got.headers["content-type"] ?? "");
  if (got.status < 400) {
    if (!isWhole) return undefined;
    if (type.includes("html")) return contract("страница вместо ответа");
    if (!type.includes("application/json") || !operation.reply) return headersOf(got);
    const stray = strays(operation.reply, JSON.parse(text));
    return stray ? contract(`ответ ${got.status}: ${stray}`) : headersOf(got);
  }
  if (!type.includes("application/problem+json"))
    return DOOR.has(got.status) && !isWhole
      ? undefined
      : contract(`отказ ${got.status} не application/problem+json: ${type}`);
  if (got.body.length === 0) return isWhole ? contract(`отказ ${got.status} без слов`) : undefined;
  const { code = "", status } = JSON.parse(text) as { code?: string; status?: number };
  if (status !== got.status) return contract(`отказ ${code}: статус ${status} вместо ${got.status}`);
  if (isWhole && !(operation.problems.get(got.status) ?? "").includes(`${code}: `))
    return contract(`отказ ${got.status} ${code} не объявлен`);
  return headersOf(got);
}

function headersOf(got: Got): Fault | undefined {
  const missing = ["content-security-policy", "x-content-type-options", "cache-control"].find(
    (one) => !got.headers[one],
  );
  return missing ? { kind: "не по договору", what: `ответ ${got.status} без ${missing}` } : undefined;
}
