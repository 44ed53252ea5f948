import { isClippedMonth, isEndWord, monthAt, ordinalAt } from "./calendar-words.ts";
import type { PhraseDoubt, PhraseDoubtKind } from "./doubt.ts";
import { frequencyOf } from "./frequency.ts";
import { doubtsOfLookAlikes } from "./look-alikes.ts";
import { DAYS_IN } from "./own-year.ts";
import type { Placed } from "./read-parts.ts";
import type { DayWindow, FrequencyUnit, Phase } from "./term.ts";
import { after, keyAt, type Token } from "./tokens.ts";

/** What a person should look at in a term that was read, or why it was not: in the order of the phrase's words within each kind. */
export function doubtsOfTerm(
  phrase: string,
  tokens: readonly Token[],
  parts: readonly Placed[],
  phases: readonly Phase[],
): PhraseDoubt[] {
  const doubts: PhraseDoubt[] = doubtsOfLookAlikes(phrase);
  const quoteOf = (first: number, next: number) => phrase.slice(tokens[first]!.start, tokens[next - 1]!.end);
  for (const { part, first, next } of parts) {
    if (part.doubt) doubts.push({ ...part.doubt, quote: quoteOf(first, next) });
    if (parts.length > 1 && after(tokens, first, "при", "наличии") !== undefined)
      doubts.push({ kind: "narrowed", quote: quoteOf(first, next), words: "Условие в чтение не вошло." });
  }
  tokens.forEach((_, at) => {
    const doubt = doubtOfToken(tokens, at, phrase);
    if (doubt) doubts.push({ kind: doubt[0], quote: quoteOf(at, doubt[2] ?? at + 1), words: doubt[1] });
  });
  return [...doubts, ...doubtsOfPhases(phrase, phases)];
}

type Found = readonly [kind: PhraseDoubtKind, words: string, next?: number];

function doubtOfToken(tokens: readonly Token[], at: number, phrase: string): Found | undefined {
  const token = tokens[at]!;
  if (token.mended) return ["misprint", `Прочитано как «${token.mended}».`];
  if (token.kind === "word" && isClippedMonth(token.key) && phrase[token.end] !== ".")
    return ["misprint", "Месяц написан не до конца."];
  if (/^ежегодн(?:а|ы)$/.test(token.key)) return ["misprint", "Прочитано как «ежегодно»."];
  if (token.kind === "time") return doubtOfTime(token);
  if (token.kind === "mark" && /^\d+\.\d+\.\d+$/.test(token.key)) return ["impossible", "Такого дня нет в календаре."];
  if (token.kind === "number" && Number(token.key) > 28 && Number(token.key) < 100) {
    const month = monthAt(tokens, at + 1);
    if (month !== undefined && Number(token.key) > DAYS_IN[month - 1]!)
      return ["impossible", "Такого дня нет в календаре.", at + 2];
  }
  if (
    /^числ(?:а|ах)$/.test(token.key) &&
    at > 0 &&
    /(?:\d-?(?:е|х)|ые|ых)$/u.test(phrase.slice(0, token.start).trimEnd())
  )
    return ["ambiguous", "Несколько дней названы приблизительно."];
  if (isEndWord(token.key) && ordinalAt(tokens, at + 1) && /^(?:четверт|полугоди)/.test(keyAt(tokens, at + 2)))
    return ["narrowed", "Какие дни в конце, не сказано.", at + 3];
  if (token.key.startsWith("триместр")) return ["ambiguous", "Триместр понят как учебная четверть того же номера."];
  return token.kind === "date" ? doubtOfDate(tokens, at) : undefined;
}

function doubtOfTime({ key }: Token): Found {
  const [hour, minute] = key.split(/[.:]/).map(Number) as [number, number];
  return hour > 23 || minute > 59 || (minute >= 1 && minute <= 12 && hour > 28)
    ? ["impossible", "Такого дня нет в календаре."]
    : ["hours", "Это время суток, а не день."];
}

function doubtOfDate(tokens: readonly Token[], at: number): Found | undefined {
  const { day, key } = tokens[at]!;
  const short = /^\d+\.\d+\.(\d{2})$/.exec(key)?.[1];
  if (short && (Number(short) < 10 || Number(short) > 49)) return ["ambiguous", `Год понят как ${day!.year}.`];
  const next = keyAt(tokens, at + 1) === "-" ? tokens[at + 2] : undefined;
  if (
    next?.kind === "date" &&
    day!.year !== undefined &&
    next.day!.year !== undefined &&
    order(next) < order(tokens[at]!)
  )
    return ["impossible", "Конец стоит раньше начала.", at + 3];
  return undefined;
}

function order({ day }: Token): number {
  return (day!.year ?? 0) * 10000 + day!.month * 100 + (day!.day ?? 1);
}

function doubtsOfPhases(phrase: string, phases: readonly Phase[]): PhraseDoubt[] {
  const windows = phases.flatMap((phase) => phase.windows);
  const doubts: PhraseDoubt[] = [];
  if (windows.some(({ from, named }) => from === null && named?.startsWith("halfYear")))
    doubts.push({ kind: "ambiguous", quote: phrase.trim(), words: "Полугодие может быть учебным и календарным." });
  if (windows.some(({ from, named }) => from === null && named?.startsWith("year/")))
    doubts.push({ kind: "ambiguous", quote: phrase.trim(), words: "Год может быть учебным и календарным." });
  if (windows.some(({ from, to }) => from === "02-29" || to === "02-29"))
    doubts.push({ kind: "ambiguous", quote: phrase.trim(), words: "Дня 29 февраля в обычном году нет." });
  if (phases.some((phase) => phase.kind === "yearly" && isOfOneYear(phase.windows)))
    doubts.push({ kind: "ambiguous", quote: phrase.trim(), words: "Срок ежегодный, а год назван один." });
  for (const phase of phases) {
    if (hasOtherCount(phase))
      doubts.push({ kind: "ambiguous", quote: phrase.trim(), words: "Сроков названо не столько, сколько раз." });
    if (goesBack(phase.windows))
      doubts.push({ kind: "ambiguous", quote: phrase.trim(), words: "Годы названы не по порядку." });
    if (new Set(phase.windows.map((window) => JSON.stringify(window))).size < phase.windows.length)
      doubts.push({ kind: "misprint", quote: phrase.trim(), words: "Один срок назван дважды." });
  }
  return doubts;
}

const IN_A_YEAR: Readonly<Partial<Record<FrequencyUnit, number>>> = {
  year: 1,
  schoolYear: 1,
  halfYear: 2,
  quarter: 4,
  schoolTerm: 4,
};

/** «1 раз в год (октябрь, апрель)», «2 раза в год (октябрь)» */
function hasOtherCount({ freq, windows }: Phase): boolean {
  if (!freq) return false;
  const { times, every, unit } = frequencyOf(freq);
  const isYearly = every === 1 && IN_A_YEAR[unit] !== undefined;
  const own = windows.filter(
    ({ from, to, named }) => !named && from?.length !== 10 && to?.length !== 10 && to !== null,
  );
  if (!isYearly || own.length === 0 || own.length < windows.length) return false;
  const count = times * IN_A_YEAR[unit]!;
  if (own.length > 1) return own.length !== count;
  return count > 1 && own[0]!.from?.slice(0, 2) === own[0]!.to!.slice(0, 2);
}

/** «декабрь 2024, январь 2024»: a later one of several dated spans lies before an earlier one. */
function goesBack(windows: readonly DayWindow[]): boolean {
  const days = windows.flatMap(({ from, to }) => from ?? to ?? []).filter((day) => day.length === 10);
  return days.some((day, at) => at > 0 && day < days[at - 1]!);
}

/** A single window with its own years that is not whole years: «ноябрь 2021 – март 2022 (ежегодно)». */
function isOfOneYear(windows: readonly DayWindow[]): boolean {
  const [only] = windows;
  if (windows.length !== 1 || only!.named || only!.to?.length !== 10) return false;
  const edges = `${only!.from?.slice(5) ?? ""}..${only!.to.slice(5)}`;
  return edges !== "01-01..12-31" && edges !== "09-01..08-31";
}
