import type { NamedSpan } from "./term.ts";

interface Weekday {
  readonly dative: string;
  readonly nominative: string;
  readonly gender: "m" | "f" | "n";
}

const WEEKDAYS: readonly Weekday[] = [
  { nominative: "понедельник", dative: "понедельникам", gender: "m" },
  { nominative: "вторник", dative: "вторникам", gender: "m" },
  { nominative: "среда", dative: "средам", gender: "f" },
  { nominative: "четверг", dative: "четвергам", gender: "m" },
  { nominative: "пятница", dative: "пятницам", gender: "f" },
  { nominative: "суббота", dative: "субботам", gender: "f" },
  { nominative: "воскресенье", dative: "воскресеньям", gender: "n" },
];
const ORDINALS = [
  { m: "первый", f: "первая", n: "первое" },
  { m: "второй", f: "вторая", n: "второе" },
  { m: "третий", f: "третья", n: "третье" },
  { m: "четвёртый", f: "четвёртая", n: "четвёртое" },
  { m: "пятый", f: "пятая", n: "пятое" },
] as const;
const LAST = { m: "последний", f: "последняя", n: "последнее" } as const;

const listed = (words: readonly string[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(", ")} и ${words.at(-1)}` : words.join("");

/** Days of the week of a rhythm: «по вторникам», «вторая среда месяца». Undefined where the spans are no such days, or of several kinds. */
export function printWeekdays(spans: readonly NamedSpan[]): string | undefined {
  const weekly = spans.map((span) => /^weekday\/(\d)$/.exec(span)?.[1]);
  if (weekly.every((day) => day !== undefined)) {
    return `по ${listed(weekly.map((day) => WEEKDAYS[Number(day) - 1]!.dative))}`;
  }
  const monthly = spans.map((span) => /^monthWeekday\/(\d|last)-(\d)$/.exec(span));
  const day = monthly[0]?.[2];
  if (!monthly.every((one) => one !== null && one[2] === day)) return undefined;
  const { nominative, gender } = WEEKDAYS[Number(day) - 1]!;
  const nths = monthly.map((one) => (one![1] === "last" ? LAST : ORDINALS[Number(one![1]) - 1]!)[gender]);
  return `${listed(nths)} ${nominative} месяца`;
}
