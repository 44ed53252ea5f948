import { fold } from "#domain/tables/fold.ts";

const LONGEST_SHORT = 60;

/** «X.», «2.1)», «I)» before the words of a heading; a Roman ten may be typed in Cyrillic. */
const NUMBER = /^(?:[IVXLCХ]+|\d{1,2}(?:\.\d{1,2})*)[.)]\s+/u;
const CAPITALS = /(?<!\p{L})\p{Lu}{5,}(?!\p{L})/gu;
const YEARS =
  /\s+на\s+20\d{2}(?:\s*[-–—/]\s*(?:20)?\d{2})?\s*(?:(?:учебны|календарны)\p{L}*\s+)?(?:год\p{L}*|гг?\.?)?/u;
/** words that cannot end a name that was cut */
const HANGING =
  /(?:[\s,;:–—-]+(?:и|а|или|в|во|на|по|с|со|к|о|об|у|для|из|от|до|за|при|том|числе)(?!\p{L}))*[\s,;:–—-]*$/iu;

/** «… реализации муниципальной» has lost its noun */
const LOST_ADJECTIVE = /\s+\p{L}{3,}(?:ого|его|ой|ых|их|ый|ий|ая|ое|ые|ую)$/u;

/**
 * A heading of a document as the name of a programme: without its number and its last full stop, words in capitals set as words, quotes
 * inside as „“, because the name itself is put into «».
 */
export function programmeTitle(heading: string): string {
  const words = fold(heading)
    .replace(NUMBER, "")
    .replace(CAPITALS, (word) => word.toLocaleLowerCase("ru"))
    .replace(/(?<=20\d{2})\s*-\s*(?=20\d{2}|\d{2}(?!\d))/g, "–")
    .replace(/(?<!(?<!\p{L})гг?)[\s.;:,]+$/u, "");
  return capitalised(innerQuotes(words.replace(/^[«"„“]([^«»"„“”]+)[»"“”]$/u, "$1")));
}

/** A short name out of a whole one: without quotes, brackets and years, cut at a word that can be the last. */
export function programmeShortTitle(title: string): string {
  const words = fold(
    title
      .replace(/[«»„“”"]/g, "")
      .replace(/\s*\([^)]*\)/g, "")
      .replace(YEARS, ""),
  );
  if (words.length <= LONGEST_SHORT) return capitalised(words);
  const cut = words.slice(0, LONGEST_SHORT + 1).replace(/\s+\S*$/, "");
  return capitalised(cut.replace(HANGING, "").replace(LOST_ADJECTIVE, "").replace(HANGING, ""));
}

/** «Дорожная карта» inside a name is „Дорожная карта“. */
function innerQuotes(text: string): string {
  return text
    .replace(/"([^"]*)"/g, "„$1“")
    .replaceAll("«", "„")
    .replaceAll("»", "“");
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase("ru") + text.slice(1);
}
