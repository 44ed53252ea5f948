import { countAt, isEachWord, THROUGHOUT, unitAt } from "./calendar-words.ts";
import type { Unquoted } from "./doubt.ts";
import { frequencyOf, printFreq, type Frequency } from "./frequency.ts";
import { readDayOfMonth, readWeekdays } from "./read-month-day.ts";
import type { FrequencyUnit, NamedSpan, Phase } from "./term.ts";
import { afterOneOf, keyAt, type Found, type Token, wordings } from "./tokens.ts";

const PER = wordings(...THROUGHOUT, "за", "в", "во", "на", "/");
const AT_END = wordings("по итогам", "по результатам", "по окончании", "по завершении", "в конце", "на конец");
const AT_START = wordings("в начале", "на начало", "к началу");
const BY_END = wordings("до конца", "к концу");

export interface Rhythm {
  readonly freq: NonNullable<Phase["freq"]>;
  /** by which day of the month or on which days of the week: «ежемесячно, до 25 числа», «по вторникам» */
  readonly by?: readonly NamedSpan[];
  /** an adverb governs the spans after it: «ежемесячно сентябрь-май»; «1 раз в год март» may be two terms of a list */
  readonly isAdverb: boolean;
  readonly doubt?: Unquoted;
}

const ADVERBS: readonly (readonly [RegExp, FrequencyUnit])[] = [
  [/^(?:ежедневно|каждодневно|ежесуточно)$/, "day"],
  [/^(?:еженедельно|понедельно|еженед)$/, "week"],
  [/^(?:ежемесячно|помесячно|ежемес)$/, "month"],
  [/^(?:ежеквартально|поквартально|ежекв)$/, "quarter"],
];
const adverbAt = (tokens: readonly Token[], at: number) =>
  ADVERBS.find(([shape]) => shape.test(keyAt(tokens, at)))?.[1];

const FLOORS = wordings(
  "не реже , чем",
  "не менее , чем",
  "не реже чем",
  "не менее чем",
  "не реже",
  "не менее",
  "не меньше",
  "как минимум",
  "минимум",
  "хотя бы",
);
/** «раз в 10 лет»; what comes more seldom no programme plans */
const MOST_UNITS = 10;
const RANGE: Unquoted = { kind: "narrowed", words: "Понято по меньшему числу." };
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/^(?:единожды|однажды|однократно)$/, 1],
  [/^(?:дважды|двукратно)$/, 2],
  [/^(?:трижды|трехкратно)$/, 3],
  [/^четырежды$/, 4],
];
const BY_UNITS: readonly (readonly [string, FrequencyUnit])[] = [
  ["четвертям", "schoolTerm"],
  ["триместрам", "schoolTerm"],
  ["полугодиям", "halfYear"],
  ["кварталам", "quarter"],
  ["месяцам", "month"],
  ["неделям", "week"],
];

/** «не реже 1 раза в четверть», «дважды в год», «раз в две недели», «ежемесячно», «каждый вторник», «до 25 числа каждого месяца». */
export function readRhythm(tokens: readonly Token[], at: number): Found<Rhythm> | undefined {
  const found =
    readMonthDay(tokens, at) ??
    readTimes(tokens, at) ??
    readDaysFirst(tokens, at) ??
    readWeekly(tokens, at) ??
    readEach(tokens, at);
  if (!found || found.value.by) return found;
  const joint = [",", "(", "-", ":"].includes(keyAt(tokens, found.next)) ? found.next + 1 : found.next;
  const unit = found.value.freq.split("/")[1];
  const by = readDayOfMonth(tokens, joint, unit === "month", true);
  if (by) return { value: { ...found.value, by: [by.value.day] }, next: by.next };
  const told = unit === "month" ? unit : unit?.endsWith("week") ? "week" : undefined;
  if (!told) return found;
  const days = readWeekdays(tokens, joint, told);
  return days ? { value: onDays(found.value, days.value.days), next: days.next } : found;
}

function readTimes(tokens: readonly Token[], at: number): Found<Rhythm> | undefined {
  // «по 1 разу в квартал»
  const by = keyAt(tokens, at) === "по" && keyAt(tokens, at + 2) === "разу" ? at + 1 : at;
  const floor = afterOneOf(tokens, by, FLOORS);
  const count = readCount(tokens, floor ?? by);
  // «раза в год»: its number was lost; «не реже раза в год» needs none
  if (!count || (floor === undefined && keyAt(tokens, by) === "раза")) return undefined;
  const doubt = count.isRange ? { doubt: RANGE } : {};
  const adverb = keyAt(tokens, count.next) === "ежегодно" ? "year" : adverbAt(tokens, count.next);
  if (adverb) return { value: { freq: `${count.value}/${adverb}`, isAdverb: false, ...doubt }, next: count.next + 1 };
  const joint = afterOneOf(tokens, count.next, PER);
  const period = joint === undefined ? undefined : readPeriod(tokens, joint);
  return (
    period && {
      value: { freq: printFreq({ times: count.value, ...period.value }), isAdverb: false, ...doubt },
      next: period.next,
    }
  );
}

/** «2 раза», «1-2 раза» (the smaller number is owed), «дважды». */
function readCount(tokens: readonly Token[], at: number): (Found<number> & { isRange?: boolean }) | undefined {
  const adverb = TIMES.find(([shape]) => shape.test(keyAt(tokens, at)))?.[1];
  if (adverb !== undefined) return { value: adverb, next: at + 1 };
  const from = keyAt(tokens, at) === "от" && keyAt(tokens, at + 2) === "до" ? at + 1 : at;
  const count = countAt(tokens, from);
  const isRange =
    count !== undefined &&
    ["-", "до", "или"].includes(keyAt(tokens, from + 1)) &&
    (countAt(tokens, from + 2) ?? 0) > count;
  const place = count === undefined ? from : isRange ? from + 3 : from + 1;
  return /^(?:раз|раза|разу|разов|р)$/.test(keyAt(tokens, place))
    ? { value: count ?? 1, next: place + 1, isRange }
    : undefined;
}

/** «месяц», «каждый учебный год», «2 года», «две недели». */
function readPeriod(tokens: readonly Token[], at: number): Found<Pick<Frequency, "every" | "unit">> | undefined {
  const place = isEachWord(keyAt(tokens, at)) ? at + 1 : at;
  const many = countAt(tokens, place);
  const unit = unitAt(tokens, many === undefined ? place : place + 1);
  if (!unit) return undefined;
  const every = many ?? 1;
  if (every > MOST_UNITS) return undefined;
  // school terms are not of one length, and nobody counts them in pairs
  return every > 1 && unit.value === "schoolTerm" ? undefined : { value: { every, unit: unit.value }, next: unit.next };
}

function once(unit: FrequencyUnit, next: number): Found<Rhythm> {
  return { value: { freq: `1/${unit}`, isAdverb: true }, next };
}

/** «ежемесячно», «каждую неделю», «каждые две недели», «в каждой четверти», «по полугодиям», «в конце квартала». */
function readEach(tokens: readonly Token[], at: number): Found<Rhythm> | undefined {
  const adverb = adverbAt(tokens, at);
  if (adverb) return once(adverb, at + 1);
  const place = afterOneOf(tokens, at, PER) ?? at;
  if (isEachWord(keyAt(tokens, place))) {
    const period = readPeriod(tokens, place);
    if (period && (period.value.unit !== "year" || period.value.every > 1))
      return { value: { freq: printFreq({ times: 1, ...period.value }), isAdverb: true }, next: period.next };
  }
  const units = keyAt(tokens, at) === "по" && BY_UNITS.find(([word]) => word === keyAt(tokens, at + 1));
  return units ? once(units[1], at + 2) : (readAtEnd(tokens, at) ?? readAtStart(tokens, at));
}

/** «каждого квартала», «четверти»: a unit that something begins or ends, and whether it is one year, which is named by itself. */
function readEdgeOf(tokens: readonly Token[], at: number) {
  const isEach = isEachWord(keyAt(tokens, at));
  const unit = unitAt(tokens, isEach ? at + 1 : at);
  if (!unit || unit.value === "day") return undefined;
  const isOneYear = !isEach && (unit.value === "year" || unit.value === "schoolYear");
  return { ...once(unit.value, unit.next), isEach, isOneYear };
}

/** «по итогам четверти», «в конце каждого квартала», «до конца каждого месяца»: once in the unit. */
function readAtEnd(tokens: readonly Token[], at: number): Found<Rhythm> | undefined {
  const by = afterOneOf(tokens, at, BY_END);
  const place = by ?? afterOneOf(tokens, at, AT_END);
  const edge = place === undefined ? undefined : readEdgeOf(tokens, place);
  const isAccount = keyAt(tokens, at) === "по";
  if (!edge || (by !== undefined && !edge.isEach) || (!isAccount && edge.isOneYear)) return undefined;
  const { value, next, isOneYear } = edge;
  // a unit in general is answered for by its end; the account of one year comes some time after it
  return { value: isOneYear ? { ...value, doubt: AFTER_END } : value, next };
}

/** «в начале каждого квартала», «на начало четверти»: once in the unit, and by which day is not said. */
function readAtStart(tokens: readonly Token[], at: number): Found<Rhythm> | undefined {
  const place = afterOneOf(tokens, at, AT_START);
  const edge = place === undefined ? undefined : readEdgeOf(tokens, place);
  return edge && !edge.isOneYear ? { value: { ...edge.value, doubt: AFTER_START }, next: edge.next } : undefined;
}

const AFTER_END: Unquoted = { kind: "ambiguous", words: "Не сказано, к какому дню после конца." };
const AFTER_START: Unquoted = { kind: "ambiguous", words: "Не сказано, к какому дню от начала." };

function readWeekly(tokens: readonly Token[], at: number): Found<Rhythm> | undefined {
  const found = readWeekdays(tokens, at);
  if (!found) return undefined;
  const { days, unit } = found.value;
  const place = [",", "("].includes(keyAt(tokens, found.next)) ? found.next + 1 : found.next;
  const isRepeated = adverbAt(tokens, place) === unit;
  return {
    value: { freq: `${days.length}/${unit}`, by: days, isAdverb: true },
    next: isRepeated ? place + 1 : found.next,
  };
}

/** «понедельник, еженедельно», «четверг, 1 раз в две недели»: the day stands before the rhythm that it belongs to. */
function readDaysFirst(tokens: readonly Token[], at: number): Found<Rhythm> | undefined {
  const days = readWeekdays(tokens, at, "week");
  if (days?.value.unit !== "week") return undefined;
  const place = [",", "-", "("].includes(keyAt(tokens, days.next)) ? days.next + 1 : days.next;
  const rhythm = readTimes(tokens, place) ?? readEach(tokens, place);
  if (!rhythm || !/(?:week|month)$/.test(rhythm.value.freq)) return undefined;
  return { value: onDays(rhythm.value, days.value.days), next: rhythm.next };
}

/** «2 раза в месяц по средам» */
const SOME_DAYS: Unquoted = { kind: "ambiguous", words: "Неясно, в какие из этих дней." };
const OTHER_COUNT: Unquoted = { kind: "ambiguous", words: "Дней названо не столько, сколько раз." };

/** «еженедельно по вторникам и четвергам» is twice a week; «1 раз в неделю (вторник, четверг)» does not say on which of them. */
function onDays(rhythm: Rhythm, by: readonly NamedSpan[]): Rhythm {
  const frequency = frequencyOf(rhythm.freq);
  if (frequency.unit === "month" && by[0]?.startsWith("weekday")) return { doubt: SOME_DAYS, ...rhythm, by };
  if (frequency.times === by.length) return { ...rhythm, by };
  if (!rhythm.isAdverb) return { ...rhythm, by, doubt: rhythm.doubt ?? OTHER_COUNT };
  return { ...rhythm, by, freq: printFreq({ ...frequency, times: by.length }) };
}

/** «до 25 числа каждого месяца», «25 числа ежемесячно», «до 10 числа месяца, следующего за отчётным кварталом». */
function readMonthDay(tokens: readonly Token[], at: number): Found<Rhythm> | undefined {
  const day = readDayOfMonth(tokens, at, true);
  if (!day) return undefined;
  const by = [day.value.day];
  const isMonthly = isEachWord(keyAt(tokens, day.next)) && keyAt(tokens, day.next + 1) === "месяца";
  if (isMonthly) return { value: { freq: "1/month", by, isAdverb: true }, next: day.next + 2 };
  const joint = keyAt(tokens, day.next) === "," ? day.next + 1 : day.next;
  const adverb = adverbAt(tokens, joint);
  if (adverb && (adverb === "month" || day.value.day.startsWith("next")))
    return { value: { freq: `1/${adverb}`, by, isAdverb: true }, next: joint + 1 };
  if (day.value.unit) return { value: { freq: `1/${day.value.unit}`, by, isAdverb: true }, next: day.next };
  const isLast = day.value.day === "monthDay/31" && keyAt(tokens, day.next - 1) === "месяца";
  return isLast ? { value: { freq: "1/month", by, isAdverb: true }, next: day.next } : undefined;
}
