/**
 * The problem mechanism. A slice declares its problems once, in `model/problems.ts`, as a table code → status and Russian sentence;
 * they leave the server as `application/problem+json` (RFC 9457) with the stable code and the sentence.
 */
export interface ProblemKind {
  /** HTTP status, 4xx or 5xx */
  readonly status: number;
  /** what happened, what is kept, what to do: one or two Russian sentences; {name} places are filled from `values` */
  readonly text: string;
}

export type ProblemTable = Readonly<Record<string, ProblemKind>>;

/** One refusal: the code, the sentence as shown, and the fields of the form it points to (path → sentence). */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: Readonly<Record<string, string>>;
  /** further data the client shows, e.g. both versions of a stale write */
  readonly extra: unknown;
  /** what went into the places of the sentence: pages in another language fill their own with it */
  readonly values: ProblemDetail["values"];

  constructor(code: string, status: number, text: string, detail: ProblemDetail = {}) {
    super(text);
    this.name = "Problem";
    this.code = code;
    this.status = status;
    this.fields = detail.fields ?? {};
    this.extra = detail.extra;
    this.values = detail.values;
  }
}

export interface ProblemDetail {
  readonly values?: Readonly<Record<string, string | number>>;
  readonly fields?: Readonly<Record<string, string>>;
  readonly extra?: unknown;
}

/** Makes the function that raises a slice's problems: `const problem = problemsOf(TABLE); throw problem("report-closed")`. */
export function problemsOf<Table extends ProblemTable>(table: Table) {
  return (code: keyof Table & string, detail: ProblemDetail = {}): Problem => {
    const kind = table[code]!;
    const text = kind.text.replace(/\{(\w+)\}/g, (whole, name: string) => String(detail.values?.[name] ?? whole));
    return new Problem(code, kind.status, text, detail);
  };
}

/** Problems that any route may answer. */
export const COMMON_PROBLEMS = {
  "not-signed-in": {
    status: 401,
    text: "Вход закончился. Войдите снова: то, что вы набрали, сохранено на этом устройстве.",
  },
  "not-allowed": {
    status: 403,
    text: "У вашей роли нет права на это действие. Если оно нужно для работы, обратитесь в управление образования.",
  },
  "not-found": { status: 404, text: "Такой записи нет или она вам не видна. Вернитесь к списку и откройте её оттуда." },
  "bad-request": {
    status: 422,
    text: "Часть сведений заполнена не так, как нужно. Поправьте отмеченные поля и отправьте ещё раз.",
  },
  "stale-write": {
    status: 409,
    text: "Пока вы правили, запись изменил другой человек. Ваш вариант сохранён рядом: сравните и выберите.",
  },
  "key-reused": {
    status: 422,
    text: "Этот запрос уже выполнен с другими данными. Обновите страницу и повторите действие.",
  },
  "too-large": { status: 413, text: "Файл больше 30 МБ. Сожмите его или разделите на части и загрузите снова." },
  "uploads-at-once": {
    status: 429,
    text: "С вашей учётной записи загружается сразу много файлов: больше {most} не принимается. Дождитесь, пока загрузятся начатые, и повторите.",
  },
  "too-many": { status: 429, text: "Слишком много попыток подряд. Подождите {seconds} с и повторите." },
  unavailable: {
    status: 503,
    text: "Программа сейчас перезапускается или ждёт базу данных. Набранное сохранено на этом устройстве: повторите через несколько секунд.",
  },
  overloaded: {
    status: 503,
    text: "Сейчас к программе обращается слишком много людей сразу. Ничего не потеряно: повторите через несколько секунд.",
  },
  "no-room": {
    status: 503,
    text: "Серверу некуда записывать: кончилось место или сбоит диск. Принятое раньше цело; сообщите администратору и повторите позже.",
  },
  failed: {
    status: 500,
    text: "Не получилось выполнить действие. Ничего не потеряно: повторите через минуту, а если не выйдет, сообщите администратору код {reference}.",
  },
} as const satisfies ProblemTable;

export const commonProblem = problemsOf(COMMON_PROBLEMS);

/** Words that a program gives: anything else in their place may be somebody's name. */
const OWN_WORD = /^[\w.-]{1,60}$/;

/** Code and stack of an unforeseen fault for the log; the message stays out, for a database's may quote personal values. */
export function placeOfFault(fault: unknown): string {
  const { code, name } = (fault ?? {}) as { readonly code?: unknown; readonly name?: unknown };
  const what = [code, name, typeof fault].find((one) => typeof one === "string" && OWN_WORD.test(one)) as string;
  return `${what} ${fault instanceof Error ? stackOf(fault) : ""}`;
}

/** Lines of the stack below the message: a message of many lines may begin one with «at» too. */
function stackOf({ stack = "", message }: Error): string {
  const at = stack.indexOf(message);
  if (at < 0) return "";
  return stack
    .slice(at + message.length)
    .split("\n")
    .filter((line) => line.trim().startsWith("at "))
    .slice(0, 5)
    .join(" | ");
}
