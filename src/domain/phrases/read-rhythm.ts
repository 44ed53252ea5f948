import { countAt, unitAt } from "./calendar-words.ts";
import type { FrequencyUnit, NamedSpan, Phase } from "./term.ts";
import { after, afterOneOf, keyAt, type Found, type Token, wordings } from "./tokens.ts";

const PER = wordings("в течение", "в течении", "за", "в", "во", "/");
const AT_END = wordings("по итогам", "по результатам", "по окончании", "по завершении", "в конце");
const UNTIL = wordings("не позднее", "не позже", "до", "к");

export interface Rhythm {
  readonly freq: NonNullable<Phase["freq"]>;
  /** by which day of the month: «ежемесячно, до 25 числа» */
  readonly by?: NamedSpan;
  /** an adverb governs the spans after it: «ежемесячно сентябрь-май»; «1 раз в год март» may be two terms of a list */
  readonly isAdverb: boolean;
}

const ADVERBS = new Map<string, FrequencyUnit>([
  ["ежедневно", "day"],
  ["еженедельно", "week"],
  ["понедельно", "week"],
  ["ежемесячно", "month"],
  ["помесячно", "month"],
  ["ежеквартально", "quarter"],
  ["поквартально", "quarter"],
]);

const FLOORS = wordings("не реже чем", "не менее чем", "не реже", "не менее", "как минимум", "минимум", "хотя бы");
const EACH = /^кажд(?:ый|ую|ое|ого|ой)$/;

/** «не реже 1 раза в четверть», «2 раза в год», «ежемесячно», «каждую неделю», «до 25 числа каждого месяца». */
export function readRhythm(tokens: readonly Token[], at: number): Found<Rhythm> | undefined {
  const found = readMonthDay(tokens, at) ?? readTimes(tokens, at) ?? readAdverb(tokens, at);
  if (!found || found.value.by) return found;
  const joint = keyAt(tokens, found.next) === "," ? found.next + 1 : found.next;
  const by = readDayOfMonth(tokens, joint, found.value.freq.endsWith("/month"));
  return by ? { value: { ...found.value, by: by.value }, next: by.next } : found;
}

function readTimes(tokens: readonly Token[], at: number): Found<Rhythm> | undefined {
  const floor = afterOneOf(tokens, at, FLOORS) ?? at;
  const count = countAt(tokens, floor) ?? 1;
  // «1-2 раза» owes the smaller number
  const upper = keyAt(tokens, floor + 1) === "-" && (countAt(tokens, floor + 2) ?? 0) > count ? floor + 2 : floor;
  const place = countAt(tokens, floor) === undefined ? floor : upper + 1;
  if (!/^(?:раз|раза|разов|р)$/.test(keyAt(tokens, place))) return undefined;
  const joint = afterOneOf(tokens, place + 1, PER);
  if (joint === undefined) return undefined;
  const unit = unitAt(tokens, EACH.test(keyAt(tokens, joint)) ? joint + 1 : joint);
  return unit && { value: { freq: `${count}/${unit.value}`, isAdverb: false }, next: unit.next };
}

function readAdverb(tokens: readonly Token[], at: number): Found<Rhythm> | undefined {
  const adverb = ADVERBS.get(keyAt(tokens, at));
  if (adverb) return { value: { freq: `1/${adverb}`, isAdverb: true }, next: at + 1 };
  if (EACH.test(keyAt(tokens, at))) {
    const unit = unitAt(tokens, at + 1);
    if (unit && unit.value !== "year") return { value: { freq: `1/${unit.value}`, isAdverb: true }, next: unit.next };
  }
  return readAtEnd(tokens, at);
}

/** «по итогам четверти», «в конце каждого квартала»: once in the unit. */
function readAtEnd(tokens: readonly Token[], at: number): Found<Rhythm> | undefined {
  if (after(tokens, at, "по", "четвертям")) return { value: { freq: "1/schoolTerm", isAdverb: true }, next: at + 2 };
  const place = afterOneOf(tokens, at, AT_END);
  if (place === undefined) return undefined;
  const each = EACH.test(keyAt(tokens, place));
  const unit = unitAt(tokens, each ? place + 1 : place);
  const isYear = unit?.value === "year" || unit?.value === "schoolYear";
  if (!unit || unit.value === "day" || unit.value === "week" || (keyAt(tokens, at) === "в" && isYear && !each))
    return undefined;
  return { value: { freq: `1/${unit.value}`, isAdverb: true }, next: unit.next };
}

/** «до 25 числа каждого месяца», «25 числа ежемесячно». */
function readMonthDay(tokens: readonly Token[], at: number): Found<Rhythm> | undefined {
  const day = readDayOfMonth(tokens, at, true);
  if (!day) return undefined;
  const isMonthly = EACH.test(keyAt(tokens, day.next)) && /^месяца$/.test(keyAt(tokens, day.next + 1));
  if (isMonthly) return { value: { freq: "1/month", by: day.value, isAdverb: true }, next: day.next + 2 };
  const joint = keyAt(tokens, day.next) === "," ? day.next + 1 : day.next;
  const adverb = ADVERBS.get(keyAt(tokens, joint));
  if (!adverb || (adverb !== "month" && day.value.startsWith("monthDay"))) return undefined;
  return { value: { freq: `1/${adverb}`, by: day.value, isAdverb: true }, next: joint + 1 };
}

/**
 * «до 25 числа», «до 15-го числа месяца, следующего за отчётным». A plain day is taken only in a monthly rhythm:
 * in a quarterly one it does not say of which month.
 */
function readDayOfMonth(tokens: readonly Token[], at: number, isMonthly: boolean): Found<NamedSpan> | undefined {
  const place = afterOneOf(tokens, at, UNTIL) ?? at;
  const day = tokens[place]?.kind === "number" ? Number(tokens[place].key) : 0;
  if (day < 1 || day > 31 || keyAt(tokens, place + 1) !== "числа") return undefined;
  const next = afterNextMonth(tokens, place + 2);
  if (next !== undefined) return { value: `nextMonthDay/${day}`, next };
  return isMonthly ? { value: `monthDay/${day}`, next: place + 2 } : undefined;
}

function afterNextMonth(tokens: readonly Token[], at: number): number | undefined {
  const short = after(tokens, at, "следующего", "месяца");
  if (short !== undefined) return short;
  const whole =
    after(tokens, at, "месяца", ",", "следующего", "за", "отчетным") ??
    after(tokens, at, "месяца", "следующего", "за", "отчетным");
  if (whole === undefined) return undefined;
  return /^(?:месяцем|кварталом|периодом)$/.test(keyAt(tokens, whole)) ? whole + 1 : whole;
}
