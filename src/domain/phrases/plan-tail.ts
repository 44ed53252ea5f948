import { unitAt } from "./calendar-words.ts";
import type { Unquoted } from "./doubt.ts";
import type { FrequencyUnit } from "./term.ts";
import { tokenise } from "./tokens.ts";

/** What the words after a number say. */
export interface PlanTail {
  readonly noun: string;
  readonly subGroup?: string;
  readonly perUnit?: FrequencyUnit;
  readonly doubts: readonly Unquoted[];
}

const ADVERBS: readonly (readonly [string, FrequencyUnit])[] = [
  ["ежегодно", "year"],
  ["ежемесячно", "month"],
  ["ежеквартально", "quarter"],
  ["еженедельно", "week"],
];
const PER = /^(?<noun>.*?)\s?(?:(?<!\p{L})(?:в|за)\s+|\/\s?)(?<unit>(?:учебн\p{L}+|уч\.?)?\s?\p{L}+)\.?$/iu;
/** «2 (ежегодно)», «10 (в год)» */
const RHYTHM_BRACKET = /\s?\(\s?(еже\p{L}+|в\s(?:\p{L}+\s)?\p{L}+)\s?\)$/iu;
const EACH =
  /(?<!\p{L})(?:на|от|с|в|для)\s+кажд\p{L}+(?:\s.*)?$|(?<!\p{L})(?:на|от|с)\s+(?:одн\p{L}+\s)?(?:\p{Lu}{2,}|(?:школ|класс|организаци|учреждени|педагог|учител|команд|район|муниципал)\p{L}*).*$|(?<!\p{L})кажд\p{L}+(?:\s.*)?$/u;
const FOR =
  /^(?<noun>.*?)\s?(?:\(\s?(?:для\s+)?(?<bracket>(?:\p{Lu}{2,}|учител|педагог|школ|остальн|проч|обучающ|учащ|выпускник|родител|молод|дет(?:и|ей)(?!\p{L}))[^()\d]*)\)|для\s+(?<for>\p{Lu}{2,}.*))$/u;
/** letters with quotes and brackets of words, a dash inside quotes; digits only of school classes */
const NOUN =
  /^(?:\p{L}(?:[\p{L}\s.,«»"-]|\([\p{L}\s«»"-]*\)|(?<=«[^»]*)[–—]|\d{1,2}(?:[-–—]\d{1,2})?(?:-?[хе])?(?=\s?(?:кл|класс|и\s\d)))*)?$/u;
/** «2 полугодие» is a time, «9 класс» a class, «2 р.» times or roubles, «одна вторая» a share: none of them is a count */
const NO_COUNT =
  /^(?:полугодие|квартал|четверть|триместр|декада|классы?|кл|р|(?:втор|четверт|пят|десят)(?:ая|ых)|треть(?:я|их))$/iu;
const NO_NOUN =
  /(?<!\p{L})(?:при|если|возможно|возможности|примерно|около|приблизительно|ориентировочно|до|раз|раза|место|п\.\s?п|больше|меньше|из|не(?!\s+\p{L}*(?:вш|ущ|ющ|ащ|ящ|нн|ем)\p{L}*)|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[ьяюе]м?|(?:март|август)[ауе]?|ма[йяе])(?!\p{L})/iu;

const OF_EACH: Unquoted = { kind: "narrowed", words: "Число названо на каждого: сколько это всего, не сказано." };

/**
 * The words after a number: what is counted, for whom, in which unit of time («2 семинара в год»), and whether it is for each
 * («по 2 от каждой ОО»). Undefined where they are not only that.
 */
export function readPlanTail(
  tail: string,
  { isOfWhole, isBy }: { readonly isOfWhole: boolean; readonly isBy: boolean },
): PlanTail | undefined {
  const bare = tail
    .replace(/[.\s]+$/u, "")
    .replace(RHYTHM_BRACKET, " $1")
    .trim();
  const adverb = ADVERBS.find(
    ([word]) => bare.toLowerCase().endsWith(word) && !/\p{L}/u.test(bare.at(-word.length - 1) ?? " "),
  );
  if (adverb) return withNoun(bare.slice(0, -adverb[0].length), { perUnit: adverb[1], doubts: [] });
  const per = PER.exec(bare)?.groups;
  const unit = per ? unitOf(per.unit!) : undefined;
  if (unit) return withNoun(per!.noun!, { perUnit: unit, doubts: [] });
  const each = EACH.exec(bare);
  if (each) return withNoun(bare.slice(0, each.index), { doubts: [OF_EACH] });
  const group = FOR.exec(bare)?.groups;
  const subGroup = (group?.bracket ?? group?.for)?.trim();
  if (group && subGroup) return withNoun(group.noun!, { subGroup, doubts: [] });
  if (NO_COUNT.test(bare)) return undefined;
  if (isOfWhole && bare && withNoun(bare, { doubts: [] })) return { noun: "", subGroup: bare, doubts: [] };
  return withNoun(bare, { doubts: isBy ? [OF_EACH] : [] });
}

function unitOf(words: string): FrequencyUnit | undefined {
  const tokens = tokenise(words);
  const unit = unitAt(tokens, 0);
  return unit && unit.next === tokens.length ? unit.value : undefined;
}

function withNoun(words: string, tail: Omit<PlanTail, "noun">): PlanTail | undefined {
  const noun = words.replace(/[.\s]+$/u, "").trim();
  return NOUN.test(noun) && noun.length <= 120 && !NO_NOUN.test(noun) ? { noun, ...tail } : undefined;
}
