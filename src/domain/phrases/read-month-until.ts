import { dayAt, monthAt } from "./calendar-words.ts";
import { DAYS_IN } from "./own-year.ts";
import type { Span } from "./point.ts";
import { UNTIL } from "./read-month-day.ts";
import { readPoint } from "./read-point.ts";
import { afterOneOf, keyAt, type Found, type Token } from "./tokens.ts";

/** after the day these say another term: «октябрь, до 5 числа каждого месяца» */
const OF_OTHERS = /^(?:кажд\p{L}+|месяца|следующего|последнего|ежемесячно)$/u;

/** «октябрь, не позднее 20 числа», «август до 25»: by that day of the month named before it. */
export function readMonthUntil(tokens: readonly Token[], at: number): Found<Span> | undefined {
  const point = monthAt(tokens, at) === undefined ? undefined : readPoint(tokens, at);
  const last = point?.value.to;
  if (!point || !last || point.value.from?.day !== 1 || last.day !== "end" || point.value.from.month !== last.month)
    return undefined;
  const joint = [",", "("].includes(keyAt(tokens, point.next)) ? point.next + 1 : point.next;
  const place = afterOneOf(tokens, joint, UNTIL);
  const day = place === undefined ? undefined : dayAt(tokens, place);
  if (!day || day.value > DAYS_IN[last.month - 1]!) return undefined;
  const isNamed = /^числ(?:а|у|о)$/.test(keyAt(tokens, day.next));
  const next = isNamed ? day.next + 1 : day.next;
  const isEnd = isNamed ? !OF_OTHERS.test(keyAt(tokens, next)) : [undefined, "mark"].includes(tokens[next]?.kind);
  return isEnd ? { value: { from: null, to: { ...last, day: day.value }, isDay: true }, next } : undefined;
}
