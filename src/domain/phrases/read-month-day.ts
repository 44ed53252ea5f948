import { dayAt, isEachWord, isLastWord, ordinalAt } from "./calendar-words.ts";
import type { FrequencyUnit, NamedSpan } from "./term.ts";
import { afterOneOf, keyAt, type Found, type Token, wordings } from "./tokens.ts";
import { weekdayAt } from "./weekdays.ts";

export const UNTIL = wordings("не позднее", "не позже", "до", "к", "по");
const IN = wordings("в", "во", "на", "по");
/** the words of «месяца, следующего за отчётным кварталом», in whatever order */
const NEXT_MONTH = /^(?:месяца|,|следующего|за|отчетным|месяцем|кварталом|периодом|полугодием)$/;

export interface DayOfMonth {
  readonly day: NamedSpan;
  /** the unit that the words themselves name: «месяца, следующего за отчётным кварталом» */
  readonly unit?: FrequencyUnit;
}

/**
 * «до 25 числа», «к первому числу», «последний день месяца», «до 15-го числа месяца, следующего за отчётным». A plain day is taken
 * only in a monthly rhythm (`isMonthly`): in a quarterly one it does not say of which month. `isAfterRhythm` allows «ежемесячно до 25».
 */
export function readDayOfMonth(
  tokens: readonly Token[],
  at: number,
  isMonthly: boolean,
  isAfterRhythm = false,
): Found<DayOfMonth> | undefined {
  const led = afterOneOf(tokens, at, UNTIL);
  const place = led ?? at;
  const last = readLastDay(tokens, place);
  if (last !== undefined) return isMonthly ? { value: { day: "monthDay/31" }, next: last } : undefined;
  const day = dayAt(tokens, place);
  if (!day) return undefined;
  const isNamed = /^числ(?:а|у|о|ах)$/.test(keyAt(tokens, day.next));
  const isBare = isAfterRhythm && led !== undefined && isEnd(tokens, day.next);
  if (!isNamed && !isBare) return undefined;
  const next = isNamed ? day.next + 1 : day.next;
  const after = readNextMonth(tokens, next);
  if (after) return { value: { day: `nextMonthDay/${day.value}`, ...after.value }, next: after.next };
  const ofQuarter = keyAt(tokens, next) === "последнего" && keyAt(tokens, next + 1) === "месяца" ? next + 2 : undefined;
  if (ofQuarter !== undefined && /^(?:квартала|полугодия)$/.test(keyAt(tokens, ofQuarter))) {
    const unit = keyAt(tokens, ofQuarter) === "квартала" ? "quarter" : "halfYear";
    return { value: { day: `monthDay/${day.value}`, unit }, next: ofQuarter + 1 };
  }
  return isMonthly ? { value: { day: `monthDay/${day.value}` }, next } : undefined;
}

function isEnd(tokens: readonly Token[], at: number): boolean {
  return tokens[at] === undefined || tokens[at].kind === "mark";
}

function readLastDay(tokens: readonly Token[], at: number): number | undefined {
  const place = /^(?:в|во)$/.test(keyAt(tokens, at)) ? at + 1 : at;
  if (!isLastWord(keyAt(tokens, place))) return undefined;
  const day = /^рабоч(?:ий|его|ему)$/.test(keyAt(tokens, place + 1)) ? place + 2 : place + 1;
  return /^(?:день|дня|дню|число|числа)$/.test(keyAt(tokens, day)) && /^месяца$/.test(keyAt(tokens, day + 1))
    ? day + 2
    : undefined;
}

function readNextMonth(tokens: readonly Token[], at: number): Found<{ unit?: FrequencyUnit }> | undefined {
  let next = at;
  const words = new Set<string>();
  while (next < at + 8 && NEXT_MONTH.test(keyAt(tokens, next))) {
    words.add(keyAt(tokens, next));
    next += 1;
  }
  if (!words.has("следующего") || !words.has("месяца")) return undefined;
  if (keyAt(tokens, next - 1) === ",") next -= 1;
  const unit = words.has("кварталом")
    ? { unit: "quarter" as const }
    : words.has("полугодием")
      ? { unit: "halfYear" as const }
      : words.has("отчетным") && !words.has("периодом")
        ? { unit: "month" as const }
        : {};
  return { value: unit, next };
}

export interface Weekdays {
  readonly days: readonly NamedSpan[];
  readonly unit: "week" | "month";
}

/**
 * «каждый вторник», «по средам и пятницам»; «вторая среда месяца», «каждую последнюю пятницу месяца». `isMonthly` stands for the word
 * «месяца» where «ежемесячно» came before; `isWeekly` for «по» and «каждый» where «еженедельно» did.
 */
export function readWeekdays(
  tokens: readonly Token[],
  at: number,
  told: "month" | "week" | undefined = undefined,
): Found<Weekdays> | undefined {
  const led = afterOneOf(tokens, at, IN) ?? at;
  const isPlural = keyAt(tokens, at) === "по" || isEachWord(keyAt(tokens, led));
  const place = isEachWord(keyAt(tokens, led)) ? led + 1 : led;
  const nth = readNth(tokens, place);
  if (nth) return readOfMonth(tokens, nth, told === "month");
  const found = readList(tokens, place);
  if (!found || (!isPlural && told !== "week")) return undefined;
  const ofMonth = keyAt(tokens, found.next) === "месяца" ? found.next + 1 : found.next;
  return { value: { days: found.value.map((day): NamedSpan => `weekday/${day}`), unit: "week" }, next: ofMonth };
}

function readList(tokens: readonly Token[], at: number): Found<number[]> | undefined {
  const days: number[] = [];
  let next = at;
  for (;;) {
    const day = weekdayAt(tokens, next);
    if (day === undefined) break;
    days.push(day);
    next += 1;
    const joint = [",", "и"].includes(keyAt(tokens, next)) ? next + 1 : next;
    const again = /^(?:по|в|во)$/.test(keyAt(tokens, joint)) ? joint + 1 : joint;
    if (joint === next || weekdayAt(tokens, again) === undefined) break;
    next = again;
  }
  return days.length ? { value: days, next } : undefined;
}

type Nth = number | "last";

/** «первый и третий» before a day of the week. */
function readNth(tokens: readonly Token[], at: number): Found<Nth[]> | undefined {
  const nths: Nth[] = [];
  let next = at;
  for (;;) {
    const nth = isLastWord(keyAt(tokens, next)) ? "last" : ordinalAt(tokens, next);
    if (nth === undefined || (nth !== "last" && nth > 5)) break;
    nths.push(nth);
    next += 1;
    if (![",", "и"].includes(keyAt(tokens, next))) break;
    next += 1;
  }
  return nths.length && weekdayAt(tokens, next) !== undefined ? { value: nths, next } : undefined;
}

function readOfMonth(tokens: readonly Token[], nth: Found<Nth[]>, isMonthly: boolean): Found<Weekdays> | undefined {
  const day = weekdayAt(tokens, nth.next)!;
  const each = isEachWord(keyAt(tokens, nth.next + 1)) ? nth.next + 2 : nth.next + 1;
  const isNamed = keyAt(tokens, each) === "месяца";
  if (!isNamed && !isMonthly) return undefined;
  return {
    value: { days: nth.value.map((one): NamedSpan => `monthWeekday/${one}-${day}`), unit: "month" },
    next: isNamed ? each + 1 : nth.next + 1,
  };
}
