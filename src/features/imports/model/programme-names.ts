import { cutText } from "#shared/cut-text.ts";
import { withRussianQuotes } from "#domain/russian/quotes.ts";
import { fold } from "#domain/tables/fold.ts";
import { subjectOf } from "./programme-subject.ts";

const LONGEST_SHORT = 60;

/** «X.», «2.1)», «I)» before the words of a heading; a Roman ten may be typed in Cyrillic. */
const NUMBER = /^(?:[IVXLCХ]+|\d{1,2}(?:\.\d{1,2})*)[.)]\s+/u;
const CAPITALS = /(?<!\p{L})\p{Lu}{5,}(?!\p{L})/gu;
const YEARS =
  /\s+на\s+20\d{2}(?:\s*[-–—/]\s*(?:20)?\d{2})?\s*(?:(?:учебны|календарны)\p{L}*\s+)?(?:год\p{L}*|гг?\.?)?/u;
/** words that cannot end a name that was cut */
const HANGING =
  /(?:[\s,;:–—-]+(?:и|а|или|в|во|на|по|с|со|к|о|об|у|для|из|от|до|за|при|том|числе)(?!\p{L}))*[\s,;:–—-]*$/iu;

/** before a mark, or before a word that begins the next phrase */
const PHRASE_END =
  /[,;:]|\s+[–—]\s|\s+(?=(?:и|или|а|в|во|на|по|с|со|к|о|об|у|для|из|от|до|за|при|через|после)(?!\p{L}))/giu;

/** «… реализации муниципальной» has lost its noun */
const LOST_ADJECTIVE = /\s+\p{L}{3,}(?:ого|его|ой|ых|их|ый|ий|ая|ое|ые|ую)$/u;

/**
 * A heading of a document as the name of a programme: without its number and its last full stop, words in capitals set as words, its
 * quotations in «»: where the name itself is printed in quotes, `quoted()` makes them „“.
 */
export function programmeTitle(heading: string): string {
  const words = fold(heading)
    .replace(NUMBER, "")
    .replace(CAPITALS, (word) => word.toLocaleLowerCase("ru"))
    .replace(/(?<=20\d{2})\s*-\s*(?=20\d{2}|\d{2}(?!\d))/g, "–")
    .replace(/(?<!(?<!\p{L})гг?)[\s.;:,]+$/u, "");
  return capitalised(withRussianQuotes(words.replace(/^[«"„“]([^«»"„“”]+)[»"“”]$/u, "$1")));
}

/** A short name out of a whole one: what it is about, without quotes, brackets and years, cut where a phrase ends. */
export function programmeShortTitle(title: string): string {
  const words = subjectOf(
    fold(
      title
        .replace(/[«»„“”"]/g, "")
        .replace(/\s*\([^)]*\)/g, "")
        .replace(YEARS, ""),
    ),
  );
  return capitalised(words.length <= LONGEST_SHORT ? words : cutAtPhrase(words));
}

/** Up to the last place before a conjunction, a preposition or a mark; within a phrase only where there is no such place. */
function cutAtPhrase(words: string): string {
  const ends = [...words.matchAll(PHRASE_END)]
    .map(({ index }) => words.slice(0, index).replace(HANGING, ""))
    .filter((phrase) => phrase.length <= LONGEST_SHORT && phrase.includes(" "));
  const cut = cutText(words, LONGEST_SHORT + 1).replace(/\s+\S*$/, "");
  return ends.at(-1) ?? cut.replace(HANGING, "").replace(LOST_ADJECTIVE, "").replace(HANGING, "");
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase("ru") + text.slice(1);
}
