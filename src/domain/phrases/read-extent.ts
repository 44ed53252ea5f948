import { isSchoolWord, isYearWord, THROUGHOUT } from "./calendar-words.ts";
import type { Span } from "./point.ts";
import { readYears, spanOfYears } from "./read-years.ts";
import { after, afterOneOf, keyAt, type Found, type Token, wordings } from "./tokens.ts";

const STANDING = wordings("круглый год", "на постоянной основе", "на регулярной основе", "в постоянном режиме");
const PERIOD = wordings("в период", "на период", "период", "в рамках", "в ходе", "в сроки", "в срок", ...THROUGHOUT);

/** What goes on all the time: through the whole programme, or through the years or the school year that it names. */
export interface Extent {
  readonly span?: Span;
  /** begins with a preposition, so it belongs to the words before it: «еженедельно в течение года» */
  readonly isLed: boolean;
}

const THROUGH = wordings(...THROUGHOUT, "в теч", "на весь", "за весь", "в продолжение");
const CURRENT = /^текущ(?:ий|ем|его)$/;
const SCHOOL_YEAR: Span = { from: { month: 9, day: 1 }, to: { month: 8, day: "end" } };

/** «постоянно», «в течение года», «весь период реализации программы», «в течение 2021-2022 учебного года». */
export function readExtent(tokens: readonly Token[], at: number): Found<Extent> | undefined {
  const adverb = readAlways(tokens, at);
  if (adverb !== undefined) return { value: { isLed: false }, next: adverb };
  const led = afterOneOf(tokens, at, THROUGH);
  const place = led ?? at;
  const whole = /^(?:весь|всего|всей|все)$/.test(keyAt(tokens, place)) ? place + 1 : place;
  const isWhole = whole > place || (led !== undefined && /^(?:на|за)$/.test(keyAt(tokens, at)));
  if (led === undefined && !isWhole) return readRunning(tokens, at) ?? readCurrent(tokens, at);
  const value = { isLed: led !== undefined };
  const years = readYears(tokens, whole);
  if (years && !years.value.isUnclear) return { value: { ...value, span: spanOfYears(years.value) }, next: years.next };
  const current = CURRENT.test(keyAt(tokens, whole)) ? whole + 1 : whole;
  const calendar = /^календарн(?:ого|ый)$/.test(keyAt(tokens, current));
  const school = isSchoolWord(keyAt(tokens, current));
  const noun = school || calendar ? current + 1 : current;
  if (isYearWord(keyAt(tokens, noun)) || (school && /^период(?:|а)$/.test(keyAt(tokens, noun)))) {
    return { value: school ? { ...value, span: SCHOOL_YEAR } : value, next: noun + 1 };
  }
  if (school || calendar) return undefined;
  const period = /^(?:период|периода|срок|срока|времени|время)$/.test(keyAt(tokens, noun)) ? noun + 1 : undefined;
  const running = afterRunning(tokens, period ?? noun);
  const isPeriod = period !== undefined && (isWhole || running !== undefined);
  return isPeriod || running !== undefined ? { value, next: running ?? period! } : undefined;
}

/** «учебный год», «в текущем учебном году», «текущий год» */
function readCurrent(tokens: readonly Token[], at: number): Found<Extent> | undefined {
  const led = /^(?:в|за|на)$/.test(keyAt(tokens, at));
  const place = led ? at + 1 : at;
  const current = CURRENT.test(keyAt(tokens, place)) ? place + 1 : place;
  const school = isSchoolWord(keyAt(tokens, current));
  const noun = school ? current + 1 : current;
  if ((!school && current === place) || !/^(?:год|года|году|г)$/.test(keyAt(tokens, noun))) return undefined;
  return { value: { isLed: led, ...(school ? { span: SCHOOL_YEAR } : {}) }, next: noun + 1 };
}

function readAlways(tokens: readonly Token[], at: number): number | undefined {
  const format = after(tokens, at, "постоянно", "действующий", "формат");
  if (format !== undefined) return format;
  if (/^(?:постоянно|непрерывно|круглогодично|систематически|бессрочно)$/.test(keyAt(tokens, at))) return at + 1;
  return afterOneOf(tokens, at, STANDING);
}

/** «в период реализации программы» */
function readRunning(tokens: readonly Token[], at: number): Found<Extent> | undefined {
  const period = afterOneOf(tokens, at, PERIOD);
  const next = period === undefined ? undefined : afterRunning(tokens, period);
  return next === undefined ? undefined : { value: { isLed: true }, next };
}

const PAPERS = wordings(
  "дорожной карты",
  "плана мероприятий",
  "программы поддержки",
  "программы развития",
  "программы",
  "проекта",
  "плана",
  "мероприятий",
  "комплекса мер",
);

function afterRunning(tokens: readonly Token[], at: number): number | undefined {
  if (!/^(?:реализации|действия|выполнения)$/.test(keyAt(tokens, at))) return undefined;
  const adjective = /^(?:муниципальн|настоящ|данн|региональн|целев|комплексн)(?:ой|ей|ого|его)$/.test(
    keyAt(tokens, at + 1),
  )
    ? at + 2
    : at + 1;
  return afterOneOf(tokens, adjective, PAPERS) ?? at + 1;
}
