import { isYearWord, monthAt } from "./calendar-words.ts";
import { dayBefore, dayOfYear, windowOf, type Point, type Span } from "./point.ts";
import { readPoint } from "./read-point.ts";
import { afterOneOf, keyAt, type Found, type Token, wordings } from "./tokens.ts";

export interface Spans {
  readonly spans: readonly Span[];
  /** begins with a preposition, so it belongs to the words before it: «ежемесячно с сентября по май» */
  readonly isLed: boolean;
}

const BY = wordings("в срок до", "срок до", "в срок к", "не позднее", "не позже", "до", "к", "ко");
const SINCE = wordings("в период с", "в период со", "период с", "начиная с", "начиная со", "с", "со");
const WITHIN = wordings("в течение", "в течении", "втечение", "на протяжении", "в период", "в срок", "в", "во", "на");

/** Days, months, quarters and their ranges; undefined where no span begins here or its days do not exist. */
export function readSpan(tokens: readonly Token[], at: number): Found<Spans> | undefined {
  const found = readDeadline(tokens, at) ?? readSince(tokens, at) ?? readWithin(tokens, at) ?? readBare(tokens, at);
  return found && found.value.spans.every((span) => windowOf(span) !== undefined) ? found : undefined;
}

function readDeadline(tokens: readonly Token[], at: number): Found<Spans> | undefined {
  const place = afterOneOf(tokens, at, BY);
  const point = place === undefined ? undefined : readPoint(tokens, place);
  if (!point) return undefined;
  const { from, to, isDay, named } = point.value;
  // a deadline at the end of a named span is the span itself; «до начала учебного года» has no day and is asked about
  if (named)
    return named.endsWith("/end") ? { value: { spans: [point.value], isLed: true }, next: point.next } : undefined;
  const isInclusive = isDay || keyAt(tokens, at) === "не" || /^кон(?:ца|цу)$/.test(keyAt(tokens, place!));
  // «до октября» and «к октябрю» end where October begins; «до начала октября» too
  const last = isInclusive ? to! : dayBefore(from!);
  return { value: { spans: [{ from: null, to: last, isDay: true }], isLed: true }, next: point.next };
}

function readSince(tokens: readonly Token[], at: number): Found<Spans> | undefined {
  const place = afterOneOf(tokens, at, SINCE);
  if (place === undefined) return undefined;
  const range = readRange(tokens, place);
  if (range) return { value: { spans: [range.value], isLed: true }, next: range.next };
  const start = readPoint(tokens, place);
  if (!start || start.value.named) return undefined;
  return { value: { spans: [{ from: start.value.from, to: null }], isLed: true }, next: start.next };
}

function readWithin(tokens: readonly Token[], at: number): Found<Spans> | undefined {
  const place = afterOneOf(tokens, at, WITHIN);
  const found = place === undefined ? undefined : readBare(tokens, place);
  return found && { value: { ...found.value, isLed: true }, next: found.next };
}

function readBare(tokens: readonly Token[], at: number): Found<Spans> | undefined {
  const range = readRange(tokens, at) ?? readMonthsInRow(tokens, at);
  if (range) return { value: { spans: [range.value], isLed: false }, next: range.next };
  const days = readDaysOfMonth(tokens, at);
  if (days) return { value: { spans: days.value, isLed: false }, next: days.next };
  const point = readPoint(tokens, at);
  return point && { value: { spans: [point.value], isLed: false }, next: point.next };
}

/** «сентябрь – октябрь», «10-15 октября», «с 1 по 10 сентября», «август 2021 – май 2022». */
function readRange(tokens: readonly Token[], at: number): Found<Span> | undefined {
  const start = readPoint(tokens, at);
  const bareDay = isDayNumber(tokens[at]) && isJoint(tokens, at + 1);
  const joint = start?.next ?? at + 1;
  if ((!start && !bareDay) || !isJoint(tokens, joint)) return undefined;
  const end = readPoint(tokens, joint + 1);
  if (!end?.value.to || start?.value.from === null) return undefined;
  const isDay = end.value.isDay ?? false;
  const isBefore = keyAt(tokens, joint) === "до" && !isDay;
  const last = isBefore ? dayBefore(end.value.from!) : end.value.to;
  const first = start ? start.value.from! : isDay ? { ...last, day: Number(tokens[at]!.key) } : undefined;
  if (!first) return undefined;
  return agree(first, last, tokens, end.next);
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
 * its year is left unread, so that the phrase is asked about.
 */
function agree(from: Point, to: Point, tokens: readonly Token[], next: number): Found<Span> {
  const crosses = dayOfYear(from) > dayOfYear(to);
  if (from.year === undefined && to.year !== undefined) {
    const isWritten = tokens[next - 1]?.kind === "date" || tokens[next - 2]?.kind === "date";
    if (!crosses || isWritten) return { value: { from: { ...from, year: to.year - (crosses ? 1 : 0) }, to }, next };
    const yearless = { month: to.month, day: to.day };
    return { value: { from, to: yearless }, next: isYearWord(keyAt(tokens, next - 1)) ? next - 2 : next - 1 };
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
  while (monthAt(tokens, next) === (last % 12) + 1 && keyAt(tokens, next + 1) !== "-" && next - at < 11) {
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
