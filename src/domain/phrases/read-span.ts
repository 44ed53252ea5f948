import { lastDayOfMonth } from "#shared/local-date.ts";
import { isYearWord, monthAt, THROUGHOUT, yearAt } from "./calendar-words.ts";
import type { Unquoted } from "./doubt.ts";
import { dayBefore, dayOfYear, windowOf, type Point, type Span } from "./point.ts";
import { readBreaks, readEdges, readOrdinals } from "./read-listed.ts";
import { readMonthUntil } from "./read-month-until.ts";
import { readPoint } from "./read-point.ts";
import { afterOneOf, keyAt, type Found, type Token, wordings } from "./tokens.ts";

export interface Spans {
  readonly spans: readonly Span[];
  /** begins with a preposition, so it belongs to the words before it: «ежемесячно с сентября по май» */
  readonly isLed: boolean;
  readonly doubt?: Unquoted;
}

const BY = wordings("в срок до", "срок до", "в срок к", "не позднее", "не позже", "до", "к", "ко", "по");
const SINCE = wordings(
  "в период с",
  "в период со",
  "период с",
  "начиная с",
  "начиная со",
  "не ранее чем с",
  "не ранее",
  "не раньше",
  "с",
  "со",
  "от",
);
const WITHIN = wordings(
  ...THROUGHOUT,
  "в теч",
  "в период",
  "во время",
  "в срок",
  "в дни",
  "период",
  "в",
  "во",
  "на",
  "за",
);

const UNSURE_EDGE: Unquoted = { kind: "ambiguous", words: "Неясно, входит ли названное время в срок." };
const UNSURE_YEAR: Unquoted = { kind: "ambiguous", words: "Год мог относиться и к началу, и к концу." };

/** Days, months, quarters and their ranges; undefined where no span begins here or its days do not exist. */
export function readSpan(tokens: readonly Token[], at: number): Found<Spans> | undefined {
  const found =
    readDeadline(tokens, at) ??
    readSince(tokens, at) ??
    readAfter(tokens, at) ??
    readWithin(tokens, at) ??
    readBare(tokens, at);
  if (!found || !found.value.spans.every((span) => windowOf(span) !== undefined)) return undefined;
  const doubt = found.value.doubt ?? found.value.spans.find((span) => span.doubt)?.doubt;
  return doubt ? { ...found, value: { ...found.value, doubt } } : found;
}

function readDeadline(tokens: readonly Token[], at: number): Found<Spans> | undefined {
  const place = afterOneOf(tokens, at, BY);
  if (place === undefined) return undefined;
  const end = readEnd(tokens, place);
  if (end) return end;
  const point = readPoint(tokens, place);
  if (!point) return readYearDeadline(tokens, place);
  const { from, to, isDay, named } = point.value;
  if (named?.endsWith("/start")) {
    const isSchool = named.startsWith("school");
    // of a named school year the day before it lies in the year of its beginning
    const year = from?.year === undefined ? {} : { year: isSchool ? from.year : from.year - 1 };
    const last: Point = { ...year, month: isSchool ? 8 : 12, day: "end" };
    return { value: { spans: [{ from: null, to: last, isDay: true }], isLed: true }, next: point.next };
  }
  if (named) {
    // «до конца года» is sure; «до каникул», «к II полугодию» may as well mean by the first day of what is named
    const doubt = named.endsWith("/end") ? {} : { doubt: UNSURE_EDGE };
    return { value: { spans: [{ ...point.value, isDay: true }], isLed: true, ...doubt }, next: point.next };
  }
  const edge = keyAt(tokens, place);
  const isInclusive = isDay || /^(?:не|по)$/.test(keyAt(tokens, at)) || /^кон(?:ца|цу)$/.test(edge);
  const by = (last: Point, doubt?: Unquoted): Found<Spans> => ({
    value: { spans: [{ from: null, to: last, isDay: true }], isLed: true, ...(doubt && { doubt }) },
    next: point.next,
  });
  if (isInclusive) return by(to!);
  if (/^середин(?:ы|е)$/.test(edge)) return by({ ...from!, day: 15 });
  const isSure = /^начал(?:а|у)$/.test(edge) || keyAt(tokens, at).startsWith("к");
  // «к октябрю» ends where October begins; «до октября» does too, and often means October itself
  return by(dayBefore(from!), isSure ? undefined : UNSURE_EDGE);
}

/** «до конца I квартала», «к концу II четверти»: by the last day. */
function readEnd(tokens: readonly Token[], at: number): Found<Spans> | undefined {
  const point = /^(?:конца|концу|окончания|окончанию|завершения|завершению)$/.test(keyAt(tokens, at))
    ? readPoint(tokens, at + 1)
    : undefined;
  if (!point || point.value.isDay) return undefined;
  const { to, named } = point.value;
  const span: Span = named ? { ...point.value, isDay: true } : { from: null, to, isDay: true };
  return { value: { spans: [span], isLed: true }, next: point.next };
}

/** «до 2025 года»: in plans it often means that year too, so it is asked about. */
function readYearDeadline(tokens: readonly Token[], at: number): Found<Spans> | undefined {
  const year = yearAt(tokens, at);
  if (year === undefined || !isYearWord(keyAt(tokens, at + 1)) || keyAt(tokens, at - 1) === "по") return undefined;
  const last: Point = { year: year - 1, month: 12, day: "end" };
  const doubt = { kind: "ambiguous", words: `Неясно, входит ли ${year} год в этот срок.` } as const;
  return { value: { spans: [{ from: null, to: last, isDay: true }], isLed: true, doubt }, next: at + 2 };
}

function readSince(tokens: readonly Token[], at: number): Found<Spans> | undefined {
  const place = afterOneOf(tokens, at, SINCE);
  if (place === undefined) return undefined;
  const range = readRange(tokens, place);
  if (range) return { value: { spans: [range.value], isLed: true }, next: range.next };
  // «приказ от 1 сентября» begins nothing
  if (keyAt(tokens, at) === "от") return undefined;
  const start = readPoint(tokens, place);
  if (!start || start.value.named) return undefined;
  const isFloor = keyAt(tokens, at) === "не";
  const span: Span = { from: start.value.from, to: null, ...(isFloor && { isFloor }) };
  return { value: { spans: [span], isLed: true }, next: start.next };
}

/** «после 20 мая»: from the day after it, and till when is not said. */
function readAfter(tokens: readonly Token[], at: number): Found<Spans> | undefined {
  const point = keyAt(tokens, at) === "после" ? readPoint(tokens, at + 1) : undefined;
  const last = point?.value.to;
  if (!point || !last) return undefined;
  const isEnd = last.day === "end" || last.day === Number(lastDayOfMonth(last.year ?? 2023, last.month).slice(8));
  const from: Point = isEnd
    ? { ...last, month: (last.month % 12) + 1, day: 1, ...(last.year && last.month === 12 && { year: last.year + 1 }) }
    : { ...last, day: (last.day as number) + 1 };
  const doubt = { kind: "ambiguous", words: "Не сказано, до какого дня." } as const;
  return { value: { spans: [{ from, to: null, isFloor: true }], isLed: true, doubt }, next: point.next };
}

function readWithin(tokens: readonly Token[], at: number): Found<Spans> | undefined {
  const place = afterOneOf(tokens, at, WITHIN);
  const found = place === undefined ? undefined : readBare(tokens, place);
  return found && { value: { ...found.value, isLed: true }, next: found.next };
}

function readBare(tokens: readonly Token[], at: number): Found<Spans> | undefined {
  const range = readMonthUntil(tokens, at) ?? readRange(tokens, at) ?? readMonthsInRow(tokens, at);
  if (range) return { value: { spans: [range.value], isLed: false }, next: range.next };
  const listed = readOrdinals(tokens, at) ?? readBreaks(tokens, at) ?? readEdges(tokens, at);
  if (listed) return { value: { spans: listed.value, isLed: false }, next: listed.next };
  const days = readDaysOfMonth(tokens, at);
  if (days) return { value: { spans: days.value, isLed: false }, next: days.next };
  const point = readPoint(tokens, at);
  return point && { value: { spans: [point.value], isLed: false }, next: point.next };
}

/** «сентябрь – октябрь», «10-15 октября», «с 1 по 10 сентября», «август 2021 – май 2022», «сентябрь 2024 – постоянно». */
function readRange(tokens: readonly Token[], at: number): Found<Span> | undefined {
  const start = readPoint(tokens, at);
  const bareDay = isDayNumber(tokens[at]) && isJoint(tokens, at + 1);
  const joint = start?.next ?? at + 1;
  if ((!start && !bareDay) || !isJoint(tokens, joint)) return undefined;
  const isOpen = keyAt(tokens, joint) === "-" && keyAt(tokens, joint + 1) === "постоянно";
  if (isOpen && start?.value.from) return { value: { from: start.value.from, to: null }, next: joint + 2 };
  const end = readLastOfChain(tokens, joint + 1);
  if (!end?.value.to || start?.value.from === null) return undefined;
  const isDay = end.value.isDay ?? false;
  const isBefore = keyAt(tokens, joint) === "до" && !isDay;
  const last = isBefore ? dayBefore(end.value.from!) : end.value.to;
  const first = start ? start.value.from! : isDay ? { ...last, day: Number(tokens[at]!.key) } : undefined;
  if (!first) return undefined;
  const { value, next } = agree(first, last, tokens, end.next);
  return { value: isBefore ? { doubt: UNSURE_EDGE, ...value } : value, next };
}

/** The end of «октябрь-ноябрь-декабрь»: months that follow one another by dashes are one span. */
function readLastOfChain(tokens: readonly Token[], at: number): Found<Span> | undefined {
  const end = readPoint(tokens, at);
  const month = monthAt(tokens, at);
  const isChain = end?.next === at + 1 && keyAt(tokens, at + 1) === "-" && month !== undefined;
  const isNext = isChain && monthAt(tokens, at + 2) === (month % 12) + 1;
  return isNext ? readLastOfChain(tokens, at + 2) : end;
}

/** «2021 до 1 сентября» begins with a year, which is no day of a month. */
function isDayNumber(token: Token | undefined): boolean {
  return token?.kind === "number" && Number(token.key) >= 1 && Number(token.key) <= 31;
}

function isJoint(tokens: readonly Token[], at: number): boolean {
  return ["-", "по", "до"].includes(keyAt(tokens, at));
}

/**
 * One year of two: it goes to the other end where the span stays inside it. «ноябрь – февраль 2022» may begin in either year:
 * the year is taken for its end, and the phrase is asked about.
 */
function agree(from: Point, to: Point, tokens: readonly Token[], next: number): Found<Span> {
  const crosses = dayOfYear(from) > dayOfYear(to);
  if (from.year === undefined && to.year !== undefined) {
    const isWritten = tokens[next - 1]?.kind === "date" || tokens[next - 2]?.kind === "date";
    if (!crosses || isWritten) return { value: { from: { ...from, year: to.year - (crosses ? 1 : 0) }, to }, next };
    return { value: { from: { ...from, year: to.year - 1 }, to, doubt: UNSURE_YEAR }, next };
  }
  if (from.year !== undefined && to.year === undefined)
    return { value: { from, to: { ...to, year: from.year + (crosses ? 1 : 0) } }, next };
  return { value: { from, to }, next };
}

/** «Декабрь январь»: months that follow one another with nothing between them are one span, typed without its dash. */
function readMonthsInRow(tokens: readonly Token[], at: number): Found<Span> | undefined {
  const first = monthAt(tokens, at);
  if (first === undefined) return undefined;
  let last = first;
  let next = at + 1;
  while (
    !tokens[next]?.beginsLine &&
    monthAt(tokens, next) === (last % 12) + 1 &&
    keyAt(tokens, next + 1) !== "-" &&
    next - at < 11
  ) {
    last = (last % 12) + 1;
    next += 1;
  }
  if (next === at + 1) return undefined;
  const end = readPoint(tokens, next - 1)!;
  return agree({ month: first, day: 1 }, end.value.to!, tokens, end.next);
}

/** «1, 15 и 20 октября»: bare days that share the month after the last of them. */
function readDaysOfMonth(tokens: readonly Token[], at: number): Found<Span[]> | undefined {
  const days: number[] = [];
  let place = at;
  while (tokens[place]?.kind === "number" && [",", "и"].includes(keyAt(tokens, place + 1)) && days.length < 31) {
    days.push(Number(tokens[place]!.key));
    place += 2;
  }
  const last = days.length ? readPoint(tokens, place) : undefined;
  if (!last?.value.isDay || tokens[place]?.kind !== "number" || days.some((day) => day < 1 || day > 31))
    return undefined;
  const spans = [
    ...days.map((day): Span => ({ from: { ...last.value.from!, day }, to: { ...last.value.to!, day }, isDay: true })),
    last.value,
  ];
  return { value: spans, next: last.next };
}
