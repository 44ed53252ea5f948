import { isSchoolWord, isYearWord, yearAt } from "./calendar-words.ts";
import { keyAt, type Found, type Token } from "./tokens.ts";
import { dayOfYear, isYearless, type Point, type Span } from "./point.ts";

export interface Years {
  readonly kind: "calendar" | "school";
  /** for school years the year in which the first of them begins */
  readonly first: number;
  /** for school years the year in which the last of them ends */
  readonly last: number;
  /** «2020-2021 год»: two calendar years, or one school year without its word; good only for a span that crosses the year */
  readonly isUnclear?: boolean;
  /** «с 2021 по 2023 год»: both ends are named by prepositions */
  readonly isSpan?: boolean;
}

const MANY_YEARS = /^(?:гг|год(?:ы|ов|ам|ах|ами))$/;

/** «2021 г.», «2021-2023 гг.», «2020/21 учебный год», «2017-2019 учебные годы»; undefined for spans of over 30 years. */
export function readYears(tokens: readonly Token[], at: number): Found<Years> | undefined {
  const first = yearAt(tokens, at) ?? shortYear(tokens, at);
  if (first === undefined) return undefined;
  const place = isYearWord(keyAt(tokens, at + 1)) && !isSchoolWord(keyAt(tokens, at + 2)) ? at + 2 : at + 1;
  const joint = keyAt(tokens, place);
  const isSpan = joint === "по" || joint === "до";
  const hasLast = (joint === "-" && yearAt(tokens, place + 1) !== undefined) || isSpan || place === at + 1;
  const isJoint = joint === "-" || joint === "/" || isSpan;
  const last = isJoint && hasLast ? lastYear(tokens, place + 1, first, isSpan) : undefined;
  const afterYears = last === undefined ? at + 1 : place + 2;
  const school = isSchoolWord(keyAt(tokens, afterYears));
  const word = keyAt(tokens, school ? afterYears + 1 : afterYears);
  let next = school ? afterYears + 1 : afterYears;
  if (isYearWord(word)) next += keyAt(tokens, next + 1) === "г" && word === "г" ? 2 : 1;
  if (last === undefined) return school ? undefined : { value: { kind: "calendar", first, last: first }, next };
  if (last <= first || last - first > 30) return undefined;
  if (isSpan && !school) return { value: { kind: "calendar", first, last, isSpan }, next };
  const isOneSchoolYear = last === first + 1;
  if (school && !isOneSchoolYear && !MANY_YEARS.test(word)) return undefined;
  const listed = keyAt(tokens, next) === "," && !isYearWord(word) ? readYears(tokens, next + 1) : undefined;
  const isListed = isOneSchoolYear && listed?.value.kind === "school";
  if (school || isListed || (joint === "/" && isOneSchoolYear)) return { value: { kind: "school", first, last }, next };
  const plural = MANY_YEARS.test(word) || next - afterYears === 2;
  const isUnclear = isOneSchoolYear && !plural;
  return { value: { kind: "calendar", first, last, ...(isUnclear ? { isUnclear } : {}) }, next };
}

/** «26/27 учебный год»: two digits of a year, where the school year says that they are one. */
function shortYear(tokens: readonly Token[], at: number): number | undefined {
  const [first, joint, last] = [tokens[at], keyAt(tokens, at + 1), tokens[at + 2]];
  if (first?.kind !== "number" || last?.kind !== "number" || !["-", "/"].includes(joint)) return undefined;
  if (first.key.length !== 2 || Number(last.key) !== Number(first.key) + 1 || !isSchoolWord(keyAt(tokens, at + 3)))
    return undefined;
  return 2000 + Number(first.key);
}

function lastYear(tokens: readonly Token[], at: number, first: number, isWhole: boolean): number | undefined {
  const whole = yearAt(tokens, at);
  if (whole !== undefined || isWhole) return whole;
  const short = tokens[at];
  if (short?.kind !== "number" || short.key.length !== 2) return undefined;
  return Math.floor(first / 100) * 100 + Number(short.key);
}

/** The whole of the years as one span: 1 January … 31 December, or 1 September … 31 August. */
export function spanOfYears({ kind, first, last }: Years): Span {
  if (kind === "calendar")
    return { from: { year: first, month: 1, day: 1 }, to: { year: last, month: 12, day: "end" } };
  return { from: { year: first, month: 9, day: 1 }, to: { year: last, month: 8, day: "end" } };
}

/** Each of the years as a span of its own. */
export function eachYear({ kind, first, last }: Years): Years[] {
  const step = kind === "school" ? 1 : 0;
  return Array.from({ length: last - step - first + 1 }, (_, at) => ({
    kind,
    first: first + at,
    last: first + at + step,
  }));
}

/**
 * Lays years that stand apart («Январь-март, 2017») upon spans without a year, one span for each year. Undefined where the phrase
 * leaves it open: a span over the New Year with one year, August of a school year (the one before it or its last month?).
 */
export function withYears(span: Span, years: Years): Span[] | undefined {
  if (!isYearless(span)) return undefined;
  const { from, to } = span;
  const crosses = from !== null && to !== null && dayOfYear(from) > dayOfYear(to);
  if (span.named) return years.isUnclear ? undefined : eachYear(years).flatMap((year) => dated(span, year) ?? []);
  if (years.kind === "calendar" && crosses) {
    if (years.last !== years.first + 1) return undefined;
    return [{ ...span, from: { ...from, year: years.first }, to: { ...to, year: years.last } }];
  }
  if (years.isUnclear) return undefined;
  const spans = eachYear(years).map((year) =>
    year.kind === "school" ? inSchoolYear(span, year) : inYear(span, year.first),
  );
  return spans.every((each) => each !== undefined) ? spans : undefined;
}

/** The span in a year, whatever year it had. */
export function inYear({ from, to, ...span }: Span, year: number): Span {
  return { ...span, from: from && { ...from, year }, to: to && { ...to, year } };
}

function inSchoolYear({ from, to, ...span }: Span, { first, last }: Years): Span | undefined {
  const yearOf = (point: Point) => (point.month >= 9 ? first : last);
  const fromAugust = from?.month === 8 && to !== null && to.month !== 8;
  if (!fromAugust && (from ?? to)?.month === 8) return undefined;
  return {
    ...span,
    from: from && { ...from, year: fromAugust ? first : yearOf(from) },
    to: to && { ...to, year: yearOf(to) },
  };
}

/** A half-year of a calendar year has days; other named spans lie inside the year named. */
function dated(span: Span, years: Years): Span | undefined {
  const isDay = span.isDay ? { isDay: true } : {};
  const half = /^halfYear\/(\d)$/.exec(span.named ?? "");
  if (half && years.kind === "calendar") {
    const isFirst = half[1] === "1";
    return {
      from: span.isDay ? null : { year: years.first, month: isFirst ? 1 : 7, day: 1 },
      to: { year: years.first, month: isFirst ? 6 : 12, day: "end" },
      ...isDay,
    };
  }
  return { ...spanOfYears(years), named: span.named!, ...isDay };
}
