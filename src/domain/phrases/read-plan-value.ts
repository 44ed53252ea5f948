import { matchKey } from "#domain/russian/match-key.ts";
import { confidenceOf, type Confidence, type PhraseDoubt } from "./doubt.ts";
import type { FrequencyUnit } from "./term.ts";
import { readRhythm } from "./read-rhythm.ts";
import { keyAt, tokenise, type Token } from "./tokens.ts";

export type PlanUnit = "count" | "percent" | "times" | "yes" | "no";

export interface PlanPart {
  /** 1 for «да», 0 for «нет» */
  readonly value: number;
  /** «не менее 3» */
  readonly atLeast: boolean;
  /** present for «не более 10 %» */
  readonly atMost?: true;
  /** counts are of what the result names; times are of doing: «1 раз в год» */
  readonly unit: PlanUnit;
  /** what is counted, where the cell says it: «10 школ» */
  readonly noun?: string;
  /** whom the number is for, where it is not for all: «в том числе ШНОР и ШНСУ – 100 %» */
  readonly subGroup?: string;
  /** in which unit of time it is to be reached: «не менее 1 раза в год» */
  readonly perUnit?: FrequencyUnit;
}

export interface PlanValue {
  readonly text: string;
  /** several for several results («1; 10»), in the order of the results */
  readonly parts: readonly PlanPart[];
  /** the words that were not used, white space folded */
  readonly rest: string;
  readonly doubts: readonly PhraseDoubt[];
  readonly confidence: Confidence;
}

const NUMBER = /(?:\d{1,3}(?:[ \u00A0\u202F]\d{3})+|\d+)(?:[.,]\d+)?/u;
const AT_LEAST = "не менее чем|не менее|не ниже|не меньше|не реже|от|более|свыше|>=|≥|⩾";
const AT_MOST = "не более чем|не более|не выше|не больше|<=|≤|⩽";
const VALUE = new RegExp(
  `^(?:(?<atLeast>${AT_LEAST})\\s*|(?<atMost>${AT_MOST})\\s*)?(?<number>${NUMBER.source})\\s*(?<percent>%|процент\\p{L}{0,3})?(?<tail>.*)$`,
  "isu",
);
const SUB_GROUP =
  /^(?:в\s+том\s+числе|в\s+т\.\s?ч\.|из\s+них)\s+(?<who>[^\d%]*?)\s?(?:[-–—:]\s?)?(?=(?:не\s|от\s|≥|≤|\d))/iu;
const EMPTY = /^[-–—xхXХ.\s]*$/u;

/**
 * Reads a planned value: «10», «не менее 1», «1; 10», «не менее 50 %, в том числе ШНОР и ШНСУ – 100 %», «1 раз в год», «да».
 * «–», «х» and an empty cell plan nothing. What is not understood stands in `rest`; never throws.
 */
export function readPlanValue(text: string): PlanValue {
  const parts: PlanPart[] = [];
  const rest: string[] = [];
  for (const piece of cut(text)) {
    const part = readPart(piece);
    if (part) parts.push(part);
    else if (!EMPTY.test(piece)) rest.push(piece);
  }
  const doubts: PhraseDoubt[] = [];
  const left = rest.join(" ");
  return { text, parts, rest: left, doubts, confidence: confidenceOf(parts.length > 0, left, doubts) };
}

/** Pieces between semicolons, line ends, and commas before a sub-group; a comma between digits belongs to the number. */
function cut(text: string): string[] {
  return text
    .normalize("NFC")
    .split(/[;\n]|,(?!\d)|[(](?=\s?(?:в\s+том|в\s+т\.|из\s+них))/iu)
    .map((piece) => piece.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

function readPart(piece: string): PlanPart | undefined {
  const group = SUB_GROUP.exec(piece);
  const who = group?.groups!.who?.trim();
  const bare = group ? piece.slice(group[0].length) : piece;
  const subGroup = who ? { subGroup: who } : {};
  if (/^(?:да|\+|есть|имеется)$/iu.test(bare)) return { value: 1, atLeast: false, unit: "yes", ...subGroup };
  if (/^(?:нет|не требуется)$/iu.test(bare)) return { value: 0, atLeast: false, unit: "no", ...subGroup };
  return readTimes(bare, subGroup) ?? readNumber(bare, subGroup);
}

function readTimes(piece: string, subGroup: { subGroup?: string }): PlanPart | undefined {
  const tokens = tokenise(piece);
  const rhythm = readRhythm(tokens, 0);
  if (!rhythm || rhythm.value.by || !endsAt(tokens, rhythm.next)) return undefined;
  const [value, unit] = rhythm.value.freq.split("/") as [string, FrequencyUnit];
  return {
    value: Number(value),
    atLeast: /^(?:не|минимум|хотя)$/.test(keyAt(tokens, 0)),
    unit: "times",
    ...subGroup,
    perUnit: unit,
  };
}

function endsAt(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at).every((token) => token.kind === "mark");
}

function readNumber(piece: string, subGroup: { subGroup?: string }): PlanPart | undefined {
  const groups = VALUE.exec(piece)?.groups;
  if (!groups) return undefined;
  const tail = nounOf(groups.tail ?? "");
  if (tail === undefined) return undefined;
  return {
    value: Number(groups.number!.replace(/[\s\u00A0\u202F]/gu, "").replace(",", ".")),
    atLeast: groups.atLeast !== undefined,
    ...(groups.atMost === undefined ? {} : { atMost: true }),
    unit: groups.percent ? "percent" : "count",
    ...(tail.noun ? { noun: tail.noun } : {}),
    ...subGroup,
    ...tail.perUnit,
  };
}

/** The words after a number: what is counted and in which unit of time («2 семинара в год»); undefined where they are not only that. */
function nounOf(tail: string): { noun: string; perUnit?: { perUnit: FrequencyUnit } } | undefined {
  const bare = tail.replace(/[).\s]+$/u, "").trim();
  if (!/^(?:\p{L}[\p{L}\s.-]{0,59})?$/u.test(bare) || /(?<!\p{L})(?:не|до|и|или|раз|раза)(?!\p{L})/iu.test(bare))
    return undefined;
  const yearly =
    /^(?<noun>.*?)\s?(?<!\p{L})(?:ежегодно|в год|в учебный год|ежеквартально|в квартал|ежемесячно|в месяц)$/iu.exec(
      bare,
    );
  if (!yearly) return { noun: bare };
  const unit = bare.slice(yearly.groups!.noun!.length).trim().toLowerCase();
  const perUnit: FrequencyUnit = /месяч|месяц/.test(unit)
    ? "month"
    : /кварт/.test(unit)
      ? "quarter"
      : /учебн/.test(unit)
        ? "schoolYear"
        : "year";
  return { noun: yearly.groups!.noun!.trim(), perUnit: { perUnit } };
}

/** Whether two planned values say the same, however they are typed. */
export function isSamePlan(one: PlanValue, other: PlanValue): boolean {
  const told = (plan: PlanValue) =>
    JSON.stringify([
      plan.parts.map(({ subGroup, noun, ...part }) => [part, matchKey(subGroup ?? ""), matchKey(noun ?? "")]),
      matchKey(plan.rest),
    ]);
  return told(one) === told(other);
}
