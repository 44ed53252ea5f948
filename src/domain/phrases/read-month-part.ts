import { lastDayOfMonth, localDateOf, partsOf, weekdayOf } from "#shared/local-date.ts";
import { isEndWord, isLastWord, isStartWord, monthAt, ordinalAt } from "./calendar-words.ts";
import { DAYS_IN, dated, ownYear, type Parser } from "./own-year.ts";
import type { Point, Span } from "./point.ts";
import { keyAt, type Found, type Token } from "./tokens.ts";
import { weekdayAt } from "./weekdays.ts";

/** Days of a part of a month by the words «начало», «первая декада», «последняя неделя»; "end" is the month's last day. */
function partOfMonth(tokens: readonly Token[], at: number): Found<readonly [number, number | "end"]> | undefined {
  const key = keyAt(tokens, at);
  if (isStartWord(key)) return { value: [1, 10], next: at + 1 };
  if (/^середин(?:а|е|у|ы)$/.test(key)) return { value: [11, 20], next: at + 1 };
  if (isEndWord(key)) return { value: [21, "end"], next: at + 1 };
  const isLast = isLastWord(key);
  const ordinal = isLast ? 0 : ordinalAt(tokens, at);
  if (ordinal === undefined) return undefined;
  const next = at + 2;
  const unit = keyAt(tokens, at + 1);
  if (/^числ(?:а|ах|ам)$/.test(unit) && PLURAL_NUMBERS.test(keyAt(tokens, at))) return { value: [1, 10], next };
  const upper = upperOrdinal(tokens, at, ordinal);
  if (upper) {
    const first = partOfMonth([tokens[at]!, tokens[upper.next]!], 0)?.value;
    const last = partOfMonth([tokens[upper.next - 1]!, tokens[upper.next]!], 0)?.value;
    return first && last && { value: [first[0], last[1]], next: upper.next + 1 };
  }
  if (/^недел(?:я|и|ю|е)$/.test(unit) && ordinal <= 4)
    return { value: isLast ? [-6, "end"] : [ordinal * 7 - 6, ordinal * 7], next };
  if (/^декад(?:а|ы|у|е)$/.test(unit) && ordinal <= 3) {
    return { value: isLast || ordinal === 3 ? [21, "end"] : [ordinal * 10 - 9, ordinal * 10], next };
  }
  if (/^половин(?:а|ы|у|е)$/.test(unit) && (ordinal === 1 || ordinal === 2))
    return { value: ordinal === 1 ? [1, 15] : [16, "end"], next };
  return undefined;
}

const PLURAL_NUMBERS = /^перв(?:ые|ых|ым)$/;

/** «1-2 неделя», «вторая-третья декада» */
function upperOrdinal(tokens: readonly Token[], at: number, lower: number): Found<number> | undefined {
  if (!["-", "и", ","].includes(keyAt(tokens, at + 1))) return undefined;
  const upper = ordinalAt(tokens, at + 2);
  const isNext = keyAt(tokens, at + 1) === "-" ? (upper ?? 0) > lower : upper === lower + 1;
  return upper !== undefined && isNext ? { value: upper, next: at + 3 } : undefined;
}

/** «октябрь, 2 неделя», «март (последняя декада)» */
export const monthThenPart: Parser = (tokens, at) => {
  const which = monthAt(tokens, at);
  if (which === undefined) return undefined;
  const joint = keyAt(tokens, at + 1);
  const place = [",", "(", "-"].includes(joint) ? at + 2 : at + 1;
  const part = partOfMonth(tokens, place);
  if (!part || monthAt(tokens, part.next) !== undefined || (joint === "(" && keyAt(tokens, part.next) !== ")"))
    return undefined;
  return daysOfPart(which, part.value, tokens, joint === "(" ? part.next + 1 : part.next);
};

function daysOfPart(
  which: number,
  [first, last]: readonly [number, number | "end"],
  tokens: readonly Token[],
  next: number,
): Found<Span> {
  // the last seven days; of February those of a common year
  const day = first > 0 ? first : (which === 2 ? 28 : DAYS_IN[which - 1]!) + first;
  return dated({ month: which, day }, { month: which, day: last }, tokens, next);
}

export const monthPart: Parser = (tokens, at) => {
  const part = partOfMonth(tokens, at);
  const which = part && monthAt(tokens, part.next);
  if (!part || which === undefined) return undefined;
  return daysOfPart(which, part.value, tokens, part.next + 1);
};

/** «последний четверг ноября 2026 г.»: with its year it is a day. */
export const nthWeekday: Parser = (tokens, at) => {
  const isLast = isLastWord(keyAt(tokens, at));
  const ordinal = isLast ? 0 : ordinalAt(tokens, at);
  const weekday = weekdayAt(tokens, at + 1);
  const which = monthAt(tokens, at + 2);
  const year = ownYear(tokens, at + 3);
  if (ordinal === undefined || weekday === undefined || which === undefined || year.value === undefined)
    return undefined;
  const first = localDateOf(year.value, which, 1)!;
  const last = lastDayOfMonth(year.value, which);
  const day = isLast
    ? partsOf(last).day - ((weekdayOf(last) - weekday + 7) % 7)
    : 1 + ((weekday - weekdayOf(first) + 7) % 7) + (ordinal - 1) * 7;
  if (day > partsOf(last).day) return undefined;
  const point: Point = { year: year.value, month: which, day };
  return { value: { from: point, to: point, isDay: true }, next: year.next };
};
