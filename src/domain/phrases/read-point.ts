import {
  dayAt,
  isEndWord,
  isSchoolWord,
  isStartWord,
  isYearWord,
  monthAt,
  ordinalAt,
  yearAt,
} from "./calendar-words.ts";
import { keyAt, type Found, type Token } from "./tokens.ts";
import type { Point, Span } from "./point.ts";
import { readYears, spanOfYears } from "./read-years.ts";
import type { NamedSpan } from "./term.ts";
import { DAYS_IN, dated, type Parser } from "./own-year.ts";
import { monthPart, monthThenPart, nthWeekday } from "./read-month-part.ts";

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
  const word = isYearWord(keyAt(tokens, at + 1)) ? at + 2 : at + 1;
  const next = word > at + 1 && keyAt(tokens, word) === "г" ? word + 1 : word;
  return { value: day.day === undefined ? { from, to } : { from, to, isDay: true }, next };
};

const dayOfMonth: Parser = (tokens, at) => {
  const found = dayAt(tokens, at);
  if (!found) return undefined;
  const place = /^числ(?:а|о|у)$/.test(keyAt(tokens, found.next)) ? found.next + 1 : found.next;
  const month = monthAt(tokens, place);
  const day = found.value;
  if (month === undefined || day > DAYS_IN[month - 1]!) return undefined;
  return dated({ month, day }, { month, day }, tokens, place + 1, true);
};

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

const BREAK = /^каникул(?:ы|ах|ам|)$/;
const BREAKS = [
  ["осенн", "autumn"],
  ["зимн", "winter"],
  ["весенн", "spring"],
  ["летн", "summer"],
] as const;

/** the halves of a school year up to the end of teaching */
const SCHOOL_HALVES: readonly Span[] = [
  { from: { month: 9, day: 1 }, to: { month: 12, day: "end" } },
  { from: { month: 1, day: 1 }, to: { month: 5, day: "end" } },
];

const schoolSpan: Parser = (tokens, at) => {
  const ordinal = ordinalAt(tokens, at);
  const place = isSchoolWord(keyAt(tokens, at + 1)) ? at + 2 : at + 1;
  const noun = keyAt(tokens, place);
  if (
    ordinal !== undefined &&
    ordinal >= 1 &&
    ordinal <= 4 &&
    /^(?:четверт(?:ь|и|ью|ей)|триместр(?:|а|е|ы|ов))$/.test(noun)
  )
    return spanNamed(`schoolTerm/${ordinal}`, place + 1);
  const ofYear = isSchoolWord(keyAt(tokens, place + 1)) && isYearWord(keyAt(tokens, place + 2));
  if ((ordinal === 1 || ordinal === 2) && ofYear && noun.startsWith("полугоди"))
    return { value: SCHOOL_HALVES[ordinal - 1]!, next: place + 3 };
  if ((ordinal === 1 || ordinal === 2) && /^(?:пол|полуг|полугоди(?:е|я|и|ю|й))$/.test(noun))
    return spanNamed(`halfYear/${ordinal}`, place + 1);
  const key = keyAt(tokens, at);
  if (BREAK.test(key)) return spanNamed("schoolBreak", at + 1);
  if (
    /^каникулярн(?:ое|ый|ого|ом|ые|ых)$/.test(key) &&
    /^(?:время|период|периода|времени|периоды|дни)$/.test(keyAt(tokens, at + 1))
  ) {
    return spanNamed("schoolBreak", at + 2);
  }
  if (/^(?:школьн|учебн)(?:ые|ых|ым)$/.test(key) && BREAK.test(keyAt(tokens, at + 1)))
    return spanNamed("schoolBreak", at + 2);
  if (isEndWord(key) || /^окончани(?:е|и|ю|я)$/.test(key)) {
    const inner = schoolSpan(tokens, at + 1);
    return inner?.value.named && !inner.value.named.startsWith("schoolBreak") ? inner : undefined;
  }
  const which = BREAKS.find(([stem]) => key.startsWith(stem));
  if (which && BREAK.test(keyAt(tokens, at + 1))) return spanNamed(`schoolBreak/${which[1]}`, at + 2);
  return undefined;
};

const yearEdge: Parser = (tokens, at) => {
  const key = keyAt(tokens, at);
  const edge = isStartWord(key)
    ? "start"
    : isEndWord(key) || /^(?:окончани|завершени)(?:е|и|ю|я)$/.test(key)
      ? "end"
      : undefined;
  if (!edge) return undefined;
  const year = yearAt(tokens, at + 1);
  if (year !== undefined && edge === "start" && isYearWord(keyAt(tokens, at + 2)))
    return {
      value: { from: { year, month: 1, day: 1 }, to: { year, month: 1, day: "end" } },
      next: at + 3,
    };
  if (year !== undefined && edge === "end" && !isSchoolWord(keyAt(tokens, at + 2)) && keyAt(tokens, at + 2) !== "-") {
    const day: Point = { year, month: 12, day: "end" };
    return { value: { from: { ...day, day: 1 }, to: day }, next: isYearWord(keyAt(tokens, at + 2)) ? at + 3 : at + 2 };
  }
  const years = readYears(tokens, at + 1);
  if (years?.value.kind === "school")
    return { value: { ...spanOfYears(years.value), named: `schoolYear/${edge}` }, next: years.next };
  const school = isSchoolWord(keyAt(tokens, at + 1));
  const place = school ? at + 2 : at + 1;
  // «начало года», «конец 2021/22»: of which year the words do not say is asked where the doubts are told
  return isYearWord(keyAt(tokens, place))
    ? spanNamed(`${school ? "schoolYear" : "year"}/${edge}`, place + 1)
    : undefined;
};

/** «первая половина учебного года», «вторая половина 2025 года» */
const halfOfYear: Parser = (tokens, at) => {
  const half = ordinalAt(tokens, at);
  if ((half !== 1 && half !== 2) || !/^половин(?:а|ы|у|е)$/.test(keyAt(tokens, at + 1))) return undefined;
  if (isSchoolWord(keyAt(tokens, at + 2)) && isYearWord(keyAt(tokens, at + 3)))
    return { value: SCHOOL_HALVES[half - 1]!, next: at + 4 };
  const year = yearAt(tokens, at + 2);
  if (year === undefined || !isYearWord(keyAt(tokens, at + 3))) return undefined;
  return {
    value: { from: { year, month: half * 6 - 5, day: 1 }, to: { year, month: half * 6, day: "end" } },
    next: at + 4,
  };
};

const PARSERS: readonly Parser[] = [
  halfOfYear,
  nthWeekday,
  writtenDay,
  dayOfMonth,
  monthPart,
  monthThenPart,
  quarter,
  schoolSpan,
  yearEdge,
  season,
  month,
];

/** One day, month, quarter, season or named span of the school year, with its own year where that stands right after it. */
export const readPoint: Parser = (tokens, at) => {
  for (const parser of PARSERS) {
    const found = parser(tokens, at);
    if (found) return found;
  }
  return undefined;
};
