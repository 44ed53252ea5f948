import { isSchoolWord, isYearWord, monthAt, ordinalAt, yearAt } from "./calendar-words.ts";
import { keyAt, type Found, type Token } from "./tokens.ts";
import type { Point, Span } from "./point.ts";
import type { NamedSpan } from "./term.ts";

type Parser = (tokens: readonly Token[], at: number) => Found<Span> | undefined;

/** A year that belongs to the day or month before it: «15 октября 2026 г.»; not the beginning of «2021-2023 гг.». */
function ownYear(tokens: readonly Token[], at: number): Found<number | undefined> {
  // «до 25 декабря текущего года» is of whichever year the measure runs in
  if (/^(?:текущего|отчетного)$/.test(keyAt(tokens, at)) && isYearWord(keyAt(tokens, at + 1)))
    return { value: undefined, next: at + 2 };
  const year = yearAt(tokens, at);
  const joint = keyAt(tokens, at + 1);
  const isRange =
    (joint === "-" || joint === "/") &&
    /^\d{2}(?:\d{2})?$/.test(keyAt(tokens, at + 2)) &&
    monthAt(tokens, at + 3) === undefined;
  if (year === undefined || isRange || isSchoolWord(joint)) return { value: undefined, next: at };
  return { value: year, next: isYearWord(joint) ? at + 2 : at + 1 };
}

function dated(from: Point, to: Point, tokens: readonly Token[], at: number, isDay = false): Found<Span> {
  const { value: year, next } = ownYear(tokens, at);
  const own = year === undefined ? {} : { year };
  return { value: { from: { ...from, ...own }, to: { ...to, ...own }, ...(isDay ? { isDay } : {}) }, next };
}

const writtenDay: Parser = (tokens, at) => {
  const day = tokens[at]?.kind === "date" ? tokens[at].day : undefined;
  if (!day) return undefined;
  const whole = { month: day.month, ...(day.year === undefined ? {} : { year: day.year }) };
  const [from, to]: [Point, Point] =
    day.day === undefined
      ? [
          { ...whole, day: 1 },
          { ...whole, day: "end" },
        ]
      : [
          { ...whole, day: day.day },
          { ...whole, day: day.day },
        ];
  if (day.year === undefined) return dated(from, to, tokens, at + 1, true);
  const next = isYearWord(keyAt(tokens, at + 1)) ? at + 2 : at + 1;
  return { value: day.day === undefined ? { from, to } : { from, to, isDay: true }, next };
};

const dayOfMonth: Parser = (tokens, at) => {
  const day = tokens[at]?.kind === "number" ? Number(tokens[at].key) : 0;
  const place = keyAt(tokens, at + 1) === "числа" ? at + 2 : at + 1;
  const month = monthAt(tokens, place);
  if (month === undefined || day < 1 || day > DAYS_IN[month - 1]!) return undefined;
  return dated({ month, day }, { month, day }, tokens, place + 1, true);
};

const DAYS_IN = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const month: Parser = (tokens, at) => {
  const which = monthAt(tokens, at);
  return which === undefined
    ? undefined
    : dated({ month: which, day: 1 }, { month: which, day: "end" }, tokens, afterMonthWord(tokens, at + 1));
};

function afterMonthWord(tokens: readonly Token[], at: number): number {
  return /^месяц(?:|а|е)$/.test(keyAt(tokens, at)) ? at + 1 : at;
}

const SEASONS: readonly (readonly [RegExp, number, number])[] = [
  [/^(?:лето|лета|летом)$/, 6, 8],
  [/^(?:осень|осени|осенью)$/, 9, 11],
  [/^(?:весна|весны|весной|весну)$/, 3, 5],
  [/^(?:зима|зимы|зимой|зиму)$/, 12, 2],
];
const SEASON_PERIODS: readonly (readonly [RegExp, number, number])[] = [
  [/^летн(?:ий|его|ем)$/, 6, 8],
  [/^осенн(?:ий|его|ем)$/, 9, 11],
  [/^весенн(?:ий|его|ем)$/, 3, 5],
  [/^зимн(?:ий|его|ем)$/, 12, 2],
];

const season: Parser = (tokens, at) => {
  const isPeriod = /^период(?:|а|е)$/.test(keyAt(tokens, at + 1));
  const found = (isPeriod ? SEASON_PERIODS : SEASONS).find(([shape]) => shape.test(keyAt(tokens, at)));
  if (!found) return undefined;
  const [, first, last] = found;
  const next = isPeriod ? at + 2 : at + 1;
  // «зима 2022» may begin in either year: the year is left to be asked
  if (first > last) return { value: { from: { month: first, day: 1 }, to: { month: last, day: "end" } }, next };
  return dated({ month: first, day: 1 }, { month: last, day: "end" }, tokens, next);
};

/** Days of a part of a month by the words «начало», «первая декада», «последняя неделя»; "end" is the month's last day. */
function partOfMonth(tokens: readonly Token[], at: number): Found<readonly [number, number | "end"]> | undefined {
  const key = keyAt(tokens, at);
  if (/^начал(?:о|е|у|а)$/.test(key)) return { value: [1, 10], next: at + 1 };
  if (/^середин(?:а|е|у|ы)$/.test(key)) return { value: [11, 20], next: at + 1 };
  if (/^кон(?:ец|це|цу|ца)$/.test(key)) return { value: [21, "end"], next: at + 1 };
  const isLast = /^последн(?:яя|ей|юю|ие|их)$/.test(key);
  const ordinal = isLast ? 0 : ordinalAt(tokens, at);
  if (ordinal === undefined) return undefined;
  const next = at + 2;
  const unit = keyAt(tokens, at + 1);
  if (/^недел(?:я|и|ю|е)$/.test(unit) && ordinal <= 4)
    return { value: isLast ? [-6, "end"] : [ordinal * 7 - 6, ordinal * 7], next };
  if (/^декад(?:а|ы|у|е)$/.test(unit) && ordinal <= 3) {
    return { value: isLast || ordinal === 3 ? [21, "end"] : [ordinal * 10 - 9, ordinal * 10], next };
  }
  if (/^половин(?:а|ы|у|е)$/.test(unit) && (ordinal === 1 || ordinal === 2))
    return { value: ordinal === 1 ? [1, 15] : [16, "end"], next };
  return undefined;
}

const monthPart: Parser = (tokens, at) => {
  const part = partOfMonth(tokens, at);
  const which = part && monthAt(tokens, part.next);
  if (!part || which === undefined) return undefined;
  const [first, last] = part.value;
  // the last seven days; of February those of a common year
  const day = first > 0 ? first : (which === 2 ? 28 : DAYS_IN[which - 1]!) + first;
  return dated({ month: which, day }, { month: which, day: last }, tokens, part.next + 1);
};

const quarter: Parser = (tokens, at) => {
  const first = ordinalAt(tokens, at);
  const isRange = keyAt(tokens, at + 1) === "-";
  const last = isRange ? ordinalAt(tokens, at + 2) : first;
  const place = isRange ? at + 3 : at + 1;
  if (!/^(?:кв|квартал(?:|а|е|у|ом|ы|ов|ах))$/.test(keyAt(tokens, place))) return undefined;
  if (first === undefined || last === undefined || first < 1 || first > last || last > 4) return undefined;
  return dated({ month: first * 3 - 2, day: 1 }, { month: last * 3, day: "end" }, tokens, place + 1);
};

function spanNamed(name: NamedSpan, next: number): Found<Span> {
  return { value: { from: null, to: null, named: name }, next };
}

const BREAKS = [
  ["осенн", "autumn"],
  ["зимн", "winter"],
  ["весенн", "spring"],
  ["летн", "summer"],
] as const;

const schoolSpan: Parser = (tokens, at) => {
  const ordinal = ordinalAt(tokens, at);
  const place = isSchoolWord(keyAt(tokens, at + 1)) ? at + 2 : at + 1;
  const noun = keyAt(tokens, place);
  if (ordinal !== undefined && ordinal >= 1 && ordinal <= 4 && /^четверт(?:ь|и|ью)$/.test(noun))
    return spanNamed(`schoolTerm/${ordinal}`, place + 1);
  if ((ordinal === 1 || ordinal === 2) && /^полугоди(?:е|я|и|ю)$/.test(noun))
    return spanNamed(`halfYear/${ordinal}`, place + 1);
  const key = keyAt(tokens, at);
  if (/^каникул(?:ы|ах|ам|)$/.test(key)) return spanNamed("schoolBreak", at + 1);
  if (
    /^каникулярн(?:ое|ый|ого|ом|ые|ых)$/.test(key) &&
    /^(?:время|период|периода|времени|периоды|дни)$/.test(keyAt(tokens, at + 1))
  ) {
    return spanNamed("schoolBreak", at + 2);
  }
  const which = BREAKS.find(([stem]) => key.startsWith(stem));
  if (which && /^каникул(?:ы|ах|ам|)$/.test(keyAt(tokens, at + 1))) return spanNamed(`schoolBreak/${which[1]}`, at + 2);
  return undefined;
};

const yearEdge: Parser = (tokens, at) => {
  const key = keyAt(tokens, at);
  const edge = /^начал(?:о|е|у|а)$/.test(key) ? "start" : /^кон(?:ец|це|цу|ца)$/.test(key) ? "end" : undefined;
  if (!edge) return undefined;
  const year = yearAt(tokens, at + 1);
  if (year !== undefined && edge === "end" && !isSchoolWord(keyAt(tokens, at + 2)) && keyAt(tokens, at + 2) !== "-") {
    const day: Point = { year, month: 12, day: "end" };
    return { value: { from: { ...day, day: 1 }, to: day }, next: isYearWord(keyAt(tokens, at + 2)) ? at + 3 : at + 2 };
  }
  const school = isSchoolWord(keyAt(tokens, at + 1));
  const place = school ? at + 2 : at + 1;
  return isYearWord(keyAt(tokens, place))
    ? spanNamed(`${school ? "schoolYear" : "year"}/${edge}`, place + 1)
    : undefined;
};

const PARSERS: readonly Parser[] = [writtenDay, dayOfMonth, monthPart, quarter, schoolSpan, yearEdge, season, month];

/** One day, month, quarter, season or named span of the school year, with its own year where that stands right after it. */
export const readPoint: Parser = (tokens, at) => {
  for (const parser of PARSERS) {
    const found = parser(tokens, at);
    if (found) return found;
  }
  return undefined;
};
