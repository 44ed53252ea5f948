import { letters } from "#domain/russian/letters.ts";
import { readTermAsTyped } from "#domain/phrases/read-term.ts";
import { remembered } from "./remembered.ts";
import { isBare, timeOf, type TimeSpan } from "./time-context.ts";

const LONGEST_TERM = 80;
/** No term is without one of these; most titles are, and the grammar costs more than all else a row is asked. */
const TIME_WORD = letters(
  /(?<!\p{L})(?:янв|фев|мар|апр|ма[йяе](?!\p{L})|июн|июл|авг|сен|окт|ноя|дек|весн|лет|осен|зим|д(?:ень|ня|не|ни)|недел|понед|вторн|сред[аыу]|четв|пятн|субб|воскр|декад|(?:по)?(?:месяц|месяч|кварт|недельн)|полуг|тримест|семест|год|учеб|каник|период|раз(?:а|овый)?(?!\p{L})|еже|кажд|регуляр|системат|постоян|непрерыв|весь|всего|всю|течени|мере|необходим|требован|запрос|план|график|отдельн|срок|одно|дву|тр[её]х|при(?!\p{L})|согласно|после|накануне|перед|момента|круглого|бессрочн|по(?!\p{L})|до(?!\p{L})|не позднее)|\d/iu,
);
const HAS_WORD = letters(/\p{L}{3}/u);
const DATED = /(?:19|20)\d\d|\d\.\d/;
const BRACKET = /\(([^()]+)\)\s*[.:]?$/;
const AFTER = /(?::|\s[–—-])\s+([^:]+)$/u;
const NAMES_TIME = letters(
  /январ|феврал|март|апрел|(?<!\p{L})ма[йяе](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр|квартал|четверт|полугоди|триместр|каникул|\d\.\d/iu,
);

/**
 * What a row or a line of text over others says of time, if it says nothing else: a month, a year, and whatever the grammar of terms
 * understands whole («Ежедневно», «1 раз в четверть», «Август – сентябрь»); undefined for any other text.
 */
export const timeAbove = remembered((text): TimeSpan | undefined => {
  const named = timeOf(text);
  if (named || text.length > LONGEST_TERM || !HAS_WORD.test(text) || !TIME_WORD.test(text)) return named;
  const words = text.replace(/\s*[.:]$/, "");
  return isBare(words) || isTerm(words) ? { kind: "term", month: null, year: null, words } : undefined;
});

/** The same for a paragraph over a table, where «на 2026-2028 годы» ends a title and a full date is that of the paper. */
export function isTimeLine(text: string): boolean {
  return (
    timeOf(text) !== undefined || (!DATED.test(text) && !/^(?:на|за) /i.test(text) && timeAbove(text) !== undefined)
  );
}

/** The term of a stage that stands after its name: «Подготовительный этап (август – сентябрь 2026 года)». */
export function timeBeside(title: string): TimeSpan | undefined {
  const words = (BRACKET.exec(title) ?? AFTER.exec(title))?.[1]?.trim();
  if (words === undefined || !NAMES_TIME.test(words)) return undefined;
  return timeOf(words) ?? (isTerm(words) ? { kind: "term", month: null, year: null, words } : undefined);
}

function isTerm(words: string): boolean {
  const { phases, rest } = readTermAsTyped(words);
  return rest === "" && phases.length > 0 && phases.every(({ kind }) => kind !== "unknown");
}
