import type { Unquoted } from "./doubt.ts";
import { frequencyOf } from "./frequency.ts";
import type { PlanPiece } from "./plan-pieces.ts";
import { readPlanNumber } from "./plan-number.ts";
import { readPlanTail } from "./plan-tail.ts";
import { readPoint } from "./read-point.ts";
import type { PlanPart } from "./read-plan-value.ts";
import { readRhythm } from "./read-rhythm.ts";
import { keyAt, tokenise, type Token } from "./tokens.ts";

export interface FoundPart {
  readonly part: PlanPart;
  readonly doubts: readonly Unquoted[];
}

const YES = /^(?:да|\+|v|√|✓|✔|есть|имеется|наличие|в наличии)$/iu;
const NO = /^(?:нет|отсутствует)$/iu;
const NOT_NEEDED = /^не (?:требуется|планируется|предусмотрено)$/iu;
const LABELLED =
  /^(?:для\s+)?(?<label>(?!\d+\s*[-–—]|не\s|от\s|до\s|более|менее|свыше|минимум|максимум|[~≈<>≤≥⩾⩽])[^:]*?\p{L}[^:]*?)\s*(?:\s[-–—]\s?|[-–—]\s|:\s?)(?<value>(?:не\s|от\s|до\s|более|менее|свыше|минимум|максимум|[~≈<>≤≥⩾⩽]|\d).*)$/isu;
/** «ШНОР не менее 5», «ШНОР 100%» after «в том числе» */
const NAMED_FIRST = /^(?:для\s+)?(?<label>\p{L}[^\d%:]*?)\s(?<value>(?:не\s|от\s|≥|\d).*)$/isu;
const GROUP =
  /\p{Lu}{2,}|учител|педагог|школ|обучающ|учащ|класс|остальн|руковод|выпускник|родител|молод|организаци|учрежден|наставник|специалист|дет(?:и|ей)|ученик|тьютор|методист/u;
/** «80 % – ОО»: for whom, after the number */
const NAMED_LAST = /^(?<value>[^–—]*?\d\s*%)\s*[-–—]\s*(?:для\s+)?(?<label>\p{L}[^\d%:]*)$/isu;
/** «доля педагогов – 60 %»: the name of an indicator, not of those whom the number is for */
const MEASURED = /^(?:доля|процент|удельный вес|охват|уровень|количество|число|показатель|средний|степень)(?!\p{L})/iu;
const PERCENT_FIRST = /^%\s?(?<number>\d+(?:[.,]\d+)?)$/u;

const NO_NEED: Unquoted = { kind: "ambiguous", words: "«Не требуется» понято как «нет»." };
const SIGN_FIRST: Unquoted = { kind: "misprint", words: "Знак процента стоит перед числом." };
const COUNTED: Unquoted = { kind: "ambiguous", words: "Слова перед числом могут быть названием показателя." };

/** Reads one piece of a planned value; undefined where it is not understood. */
export function readPlanPiece(piece: PlanPiece): FoundPart | undefined {
  const found = readPart(piece);
  if (!found) return undefined;
  const { noun = "", subGroup = "" } = found.part;
  const doubts = [...found.doubts];
  if (namesTime(noun) || namesTime(subGroup)) doubts.push(TIMED);
  else if (LEADS.test(noun)) doubts.push(CONDITION);
  if (/^(?!ч)\p{L}$/iu.test(noun)) doubts.push(LETTER);
  return { ...found, doubts };
}

/** «сентябрь – 5», «10 к концу года» */
function namesTime(words: string): boolean {
  const tokens = tokenise(words);
  return tokens.some((_, at) => readPoint(tokens, at) !== undefined);
}

/** «5 по плану»: words that are not what is counted; «от общего числа» tells of what the share is */
const LEADS = /^(?:по|в|во|на|к|ко|с|со|за|без|из|у|о|об|под|через|между)\s/iu;
const CONDITION: Unquoted = { kind: "ambiguous", words: "Слова после числа могут быть условием." };
const LETTER: Unquoted = { kind: "ambiguous", words: "Неясно, что значит буква при числе." };
const TIMED: Unquoted = { kind: "narrowed", words: "Время, названное при числе, в чтение не вошло." };

function readPart({ text, isOfWhole }: PlanPiece): FoundPart | undefined {
  const bare = text.replace(/[.\s]+$/u, "");
  if (YES.test(bare)) return { part: { value: 1, atLeast: false, unit: "yes" }, doubts: [] };
  if (NO.test(bare)) return { part: { value: 0, atLeast: false, unit: "no" }, doubts: [] };
  if (NOT_NEEDED.test(bare)) return { part: { value: 0, atLeast: false, unit: "no" }, doubts: [NO_NEED] };
  const percent = PERCENT_FIRST.exec(bare)?.groups!.number;
  if (percent) return { part: { value: decimal(percent), atLeast: false, unit: "percent" }, doubts: [SIGN_FIRST] };
  return (
    readTimes(bare) ??
    readNumber(bare, isOfWhole ?? false) ??
    readLabelled(LABELLED, bare) ??
    readLabelled(NAMED_LAST, bare) ??
    (isOfWhole ? readLabelled(NAMED_FIRST, bare) : undefined)
  );
}

function decimal(text: string): number {
  return Number(text.replace(",", "."));
}

const LIKE_A_YEAR: Unquoted = { kind: "ambiguous", words: "Число похоже на год." };

/** «ШНОР – 100%», «учителя математики: не менее 80 %» are for whom; «справка – 1» is of what. */
function readLabelled(shape: RegExp, text: string): FoundPart | undefined {
  const groups = shape.exec(text)?.groups;
  const label = groups?.label?.trim();
  const found = groups && label ? (readTimes(groups.value!) ?? readNumber(groups.value!, false)) : undefined;
  if (!found || !label || /^\d{4}(?:\s?г\.?|\s?год\p{L}*)?$/u.test(label)) return undefined;
  if (GROUP.test(label)) {
    if (found.part.subGroup) return undefined;
    const doubts = MEASURED.test(label) ? [...found.doubts, COUNTED] : found.doubts;
    return { part: { ...found.part, subGroup: label }, doubts };
  }
  if (found.part.noun) return undefined;
  const doubts = /\s/.test(label) ? [...found.doubts, COUNTED] : found.doubts;
  return { part: { ...found.part, noun: label }, doubts };
}

const AT_MOST = /^(?:не более|не больше|не чаще|максимум)\s+(?=\S)/iu;
const AT_LEAST = /^(?:не|минимум|хотя)$/;

/** «не менее 1 раза в год», «не более 1 раза в неделю», «3 раза», «ежемесячно» */
function readTimes(text: string): FoundPart | undefined {
  const atMost = AT_MOST.exec(text)?.[0];
  const body = atMost ? text.slice(atMost.length) : text;
  if (/^ежегодно$/iu.test(body))
    return { part: { value: 1, atLeast: false, unit: "times", perUnit: "year" }, doubts: [] };
  const tokens = tokenise(body);
  const rhythm = readRhythm(tokens, 0);
  if (!rhythm) return readBareTimes(body, atMost !== undefined);
  if (rhythm.value.by || !endsAt(tokens, rhythm.next)) return undefined;
  const { times, every, unit } = frequencyOf(rhythm.value.freq);
  const doubt = rhythm.value.doubt;
  const isTrimester = tokens.some(({ key }) => key.startsWith("триместр"));
  return {
    part: {
      value: times,
      atLeast: AT_LEAST.test(keyAt(tokens, 0)) || doubt?.kind === "narrowed",
      ...(atMost ? { atMost: true } : {}),
      unit: "times",
      perUnit: every === 1 ? unit : `${every}${unit}`,
    },
    doubts: [...(doubt ? [doubt] : []), ...(isTrimester ? [TRIMESTER] : [])],
  };
}

const TRIMESTER: Unquoted = { kind: "ambiguous", words: "Триместр понят как учебная четверть." };

function readBareTimes(text: string, isMost: boolean): FoundPart | undefined {
  const number = readPlanNumber(text);
  if (!number || number.isPercent || !/^(?:раз|раза)$/iu.test(number.tail)) return undefined;
  const { value, atLeast, doubts } = number;
  const atMost = isMost || number.atMost;
  return { part: { value, atLeast, ...(atMost ? { atMost: true } : {}), unit: "times" }, doubts };
}

function endsAt(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at).every((token) => token.kind === "mark");
}

function readNumber(text: string, isOfWhole: boolean): FoundPart | undefined {
  const led = /^(?<each>ежегодно|ежемесячно|ежеквартально|еженедельно)\s*[-–—:,]?\s+(?<value>\S.*)$/iu.exec(
    text,
  )?.groups;
  const by = /^по\s+(?<value>\S.*)$/iu.exec(led?.value ?? text)?.groups?.value;
  const number = readPlanNumber(by ?? led?.value ?? text);
  if (!number) return undefined;
  const tail = readPlanTail(led ? `${number.tail} ${led.each}`.trim() : number.tail, {
    isOfWhole,
    isBy: by !== undefined,
  });
  if (!tail || (number.tail.startsWith("/") && !tail.perUnit)) return undefined;
  const isYear =
    !number.isPercent && /^(?:19|20)\d{2}$/.test(String(number.value)) && /^г(?:од\p{L}*|\.)?$/iu.test(number.tail);
  if (isYear) return undefined;
  return {
    part: {
      value: number.value,
      atLeast: number.atLeast,
      ...(number.atMost ? { atMost: true } : {}),
      unit: number.isPercent ? "percent" : "count",
      ...(tail.noun ? { noun: tail.noun } : {}),
      ...(tail.subGroup ? { subGroup: tail.subGroup } : {}),
      ...(tail.perUnit ? { perUnit: tail.perUnit } : {}),
    },
    doubts: [...number.doubts, ...tail.doubts, ...(/^20[1-4]\d$/.test(text) ? [LIKE_A_YEAR] : [])],
  };
}
