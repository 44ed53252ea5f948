import { letters } from "#domain/russian/letters.ts";
import { readTermAsTyped } from "#domain/phrases/read-term.ts";
import { remembered } from "./remembered.ts";
import { isBare, timeOf, type TimeSpan } from "./time-context.ts";

const LONGEST_TERM = 80;
/** How a term begins: with a number that counts nothing, a small word or a word of time. Most titles begin otherwise, and the grammar is dear. */
const TERM_START = letters(
  /^[^\p{L}\d]*(?:\d+(?!\d*[.)]\s)|[IVХX]+(?![\p{L}.)])|(?:в|во|с|со|к|ко|на|за|по|до|от|из|не|при|весь|вся|всё|все|один|раз|май|мая|мае|д(?:ень|ня|ни|н[еёю]\p{L}*))(?!\p{L})|янв|фев|мар|апр|июн|июл|авг|сен|окт|ноя|дек|весн|весен|лет|осен|зим|недел|понед|вторн|сред[аыу]|четв|пятн|субб|воскр|декад|(?:по)?(?:месяц|месяч|кварт|недельн)|полуг|перв|втор|трет|тримест|семест|год|учебн|каник|период|еже|кажд|регуляр|система|постоян|непрерыв|всего|течени|мере|необход|требов|запрос|план|график|отдельн|срок|одно|дв[аеу]|три|тр[её]|согласно|после|накануне|перед|круглого|бессроч|нача[лт]|начина|через|минимум|максимум|текущ|следующ|втечени|середин|кон[ец]|около|позднее|ранее|последн)/iu,
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
  if (named || text.length > LONGEST_TERM || !HAS_WORD.test(text) || !TERM_START.test(text)) return named;
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
