import { matchKey } from "#domain/russian/match-key.ts";
import type { Unquoted } from "./doubt.ts";
import { NUMBER_WORDS } from "./number-words.ts";

/** A number with its bound and unit, and the words after it. */
export interface PlanNumber {
  readonly value: number;
  readonly atLeast: boolean;
  readonly atMost?: true;
  readonly isPercent: boolean;
  readonly tail: string;
  readonly doubts: readonly Unquoted[];
}

const WORD = `(?:${[...NUMBER_WORDS.keys()].join("|").replaceAll("е", "[её]")})(?!\\p{L})`;
const DIGITS = "(?:\\d{1,3}(?:[ \\u00A0\\u202F]\\d{3})+|\\d+)(?:[.,]\\d+)?";
const AT_LEAST =
  "не\\s?менее,?\\s+чем|не\\s?менее|не\\s?мене|не\\s?ниже,?\\s+чем|не\\s?ниже|не\\s?меньше|не\\s?реже|минимум|как\\s+минимум|хотя\\s+бы|от|более|свыше|>=|≥|⩾|>";
const AT_MOST = "не\\s?более,?\\s+чем|не\\s?более|не\\s?выше|не\\s?больше|менее|максимум|до|<=|≤|⩽|<";
const NEAR = "~|≈|около|примерно|порядка|приблизительно";
const PERCENT = "%{1,2}(?:-?н(?:ое|ый|ая|ую|ых|ые|ого|ой)(?!\\p{L}))?|процент\\p{L}{0,3}|проц\\.?";
const SHAPE = new RegExp(
  "^(?<near>(?:" +
    NEAR +
    ")\\s?)?(?:(?<atLeast>" +
    AT_LEAST +
    ")\\s*(?:[-–—]\\s)?|(?<atMost>" +
    AT_MOST +
    ")\\s*(?:[-–—]\\s)?)?(?<growth>на\\s+(?=\\d))?(?<number>" +
    DIGITS +
    "|" +
    WORD +
    ")(?<letter>[ОоO])?(?:-?(?:х|ти|ми|го)(?![\\p{L}]))?(?<range>\\s?(?:[-–—]|до)\\s?(?:" +
    DIGITS +
    "))?(?<said>\\s*\\(\\s?" +
    WORD +
    "\\s?\\))?\\s*(?<more>\\+|и\\s+(?:более|выше|больше))?\\s*(?<percent>" +
    PERCENT +
    ")?\\s*(?<moreLater>и\\s+(?:более|выше|больше))?(?<note>\\*)?(?<tail>.*)$",
  "isu",
);

const DOUBTS = {
  near: { kind: "ambiguous", words: "Число названо приблизительно." },
  range: { kind: "narrowed", words: "Из промежутка взято меньшее число." },
  growth: { kind: "narrowed", words: "Это прирост, а не само значение." },
  letter: { kind: "misprint", words: "Буква прочитана как ноль." },
  note: { kind: "ambiguous", words: "У числа стоит сноска." },
  plus: { kind: "ambiguous", words: "Плюс понят как «не менее»." },
  spelling: { kind: "misprint", words: "Прочитано как «не менее»." },
  percents: { kind: "misprint", words: "Знак процента стоит дважды." },
  over: { kind: "ambiguous", words: "Больше ста процентов." },
  upTo: { kind: "ambiguous", words: "«До» может значить и «не более», и «довести до»." },
  thousands: { kind: "ambiguous", words: "Точка может разделять тысячи." },
  fraction: { kind: "ambiguous", words: "Запятая может разделять два числа." },
} as const satisfies Record<string, Unquoted>;

/** The number a text begins with; undefined where it begins with none. */
export function readPlanNumber(text: string): PlanNumber | undefined {
  const groups = SHAPE.exec(text)?.groups;
  if (!groups) return undefined;
  const { number = "", range, said, letter, percent, note } = groups;
  const inWords = NUMBER_WORDS.get(matchKey(number));
  const digits = number.replace(/[\s\u00A0\u202F]/gu, "").replace(",", ".");
  const value = (inWords ?? Number(digits)) * (letter ? 10 : 1);
  if (said && !saysNumber(said, value)) return undefined;
  const isPercent = percent !== undefined;
  // «2023 – 50 %» is no range: a year and its value, or two things that are no one number
  if (range && Number(/\d.*/su.exec(range)![0].replace(/\s/g, "").replace(",", ".")) <= value) return undefined;
  const more = groups.more ?? groups.moreLater;
  const doubts: Unquoted[] = [];
  if (groups.near) doubts.push(DOUBTS.near);
  if (range) doubts.push(DOUBTS.range);
  if (groups.growth) doubts.push(DOUBTS.growth);
  if (letter) doubts.push(DOUBTS.letter);
  if (note) doubts.push(DOUBTS.note);
  if (more === "+") doubts.push(DOUBTS.plus);
  if (/^не\s?мене$/iu.test(groups.atLeast ?? "")) doubts.push(DOUBTS.spelling);
  if (percent === "%%") doubts.push(DOUBTS.percents);
  if (isPercent && value > 100) doubts.push(DOUBTS.over);
  if (/^до$/iu.test(groups.atMost ?? "")) doubts.push(DOUBTS.upTo);
  if (/^\d{1,3}\.\d{3}$/.test(number)) doubts.push(DOUBTS.thousands);
  if (/,\d*[1-9]\d*0$/.test(number) && !isPercent && groups.tail === "") doubts.push(DOUBTS.fraction);
  return {
    value,
    atLeast: groups.atLeast !== undefined || more !== undefined || range !== undefined,
    ...(groups.atMost === undefined ? {} : { atMost: true }),
    isPercent,
    tail: (groups.tail ?? "").trim(),
    doubts,
  };
}

/** «5 (пять)», «1 (одного)» */
function saysNumber(bracket: string, value: number): boolean {
  return NUMBER_WORDS.get(matchKey(bracket.replace(/[()]/g, ""))) === value;
}
