import { refusalWords, type RefusalValues } from "../language/refusal-words.ts";

/** A refusal as the server worded it (application/problem+json), or the lack of an answer. */
export class ApiProblem extends Error {
  /** stable name of the refusal; "no-connection" where the server did not answer */
  readonly code: string;
  /** HTTP status; 0 without an answer */
  readonly status: number;
  /** what happened, what is kept, what to do: one or two Russian sentences */
  readonly text: string;
  /** path of a field in the body → its sentence */
  readonly fields: Readonly<Record<string, string>>;
  readonly extra: unknown;
  /** after how many seconds the server bids to ask again */
  retryAfter: number | undefined;

  constructor(
    code: string,
    status: number,
    text: string,
    fields: Readonly<Record<string, string>> = {},
    extra?: unknown,
  ) {
    super(text);
    this.name = "ApiProblem";
    this.code = code;
    this.status = status;
    this.text = text;
    this.fields = fields;
    this.extra = extra;
  }
}

const NO_CONNECTION = "Сервер не ответил. Набранное сохранено на этом устройстве: проверьте связь и повторите.";
const UNREADABLE =
  "Сервер ответил непонятно. Повторите через минуту; если не выйдет, сообщите администратору код {status}.";
const UNEXPECTED = "Страница споткнулась. Обновите её; если повторится, сообщите администратору, что вы делали.";

/** The seconds of a Retry-After header. */
export function retryAfterOf(header: string | null): number | undefined {
  const seconds = Number(header ?? Number.NaN);
  return seconds > 0 ? seconds : undefined;
}

export function noConnection(): ApiProblem {
  return new ApiProblem("no-connection", 0, NO_CONNECTION);
}

/** Reads a refusal; anything that is not a problem document (a proxy's page, an empty body) becomes one of ours. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  if (isRecord(body)) {
    const text = firstText(body["text"], body["detail"], body["title"]);
    const code = firstText(body["code"], body["type"]);
    if (text && code) {
      const words = refusalWords(code, valuesOf(body["values"]), text);
      return new ApiProblem(code, status, words, fieldsOf(body["fields"]), body["extra"]);
    }
  }
  return new ApiProblem("unreadable", status, UNREADABLE.replace("{status}", String(status)));
}

/** The sentence to show for whatever was thrown. */
export function problemText(error: unknown): string {
  return error instanceof ApiProblem ? error.text : UNEXPECTED;
}

/** Whether the server understood and said no: the same question gets the same answer. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429;
}

/** The sentence for one field of a form, by the path of the body; undefined where that field is in order. */
export function fieldProblem(error: unknown, path: string): string | undefined {
  return error instanceof ApiProblem ? error.fields[path] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function firstText(...values: readonly unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === "string" && value !== "");
}

function valuesOf(value: unknown): RefusalValues {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
    ),
  );
}

function fieldsOf(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
