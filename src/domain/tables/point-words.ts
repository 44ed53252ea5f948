import { letters } from "#domain/russian/letters.ts";
import { readTerm } from "#domain/phrases/read-term.ts";
import { fold } from "./fold.ts";

const WORD = letters(/[\p{L}\d«"(][^\s]*/gu);
const NO_LETTER = letters(/[^\p{L}]/gu);
const NO_LETTER_NOR_HYPHEN = letters(/[^\p{L}-]/gu);
const CAPITAL = letters(/^\p{Lu}/u);
const CAPITALS = letters(/^\p{Lu}{2,}/u);
const PLACE_OR_MONTH = letters(/^в\s+\p{L}+(?:е|ах|ях)$/iu);
const SHORT_WORD = letters(/(?<!\p{L})(?:\p{Lu}|гг?|др|пр)$/u);

/** What a point of an order says, in its own words. */
export interface PointWords {
  /** who must do it, in the case it is printed in: «Руководителям школ» */
  readonly bearer: string | null;
  /** what is to be done; empty where the point only names who */
  readonly deed: string;
  readonly term: string | null;
  /** names after «Ответственный:» */
  readonly answers: string | null;
}

const NO_VERB =
  /^(?:.*(?:ость|есть|асть)|сеть|печать|мать|память|гладь|пять|шесть|девять|десять|двадцать|тридцать|путь|суть|кровать|речь|ночь|дочь|нить)$/iu;
const INFINITIVE = letters(
  /^(?:\p{L}+(?:ать|ять|ить|еть|уть|оть|ыть)(?:ся)?|\p{L}*(?:йти|вести|нести|сти|зти|лечь|мочь|беречь|речь)(?:сь)?)$/u,
);
const PREPOSITION =
  /^(?:в|во|на|с|со|по|для|при|до|к|ко|о|об|за|из|от|у|не|ежегодно|ежемесячно|ежеквартально|еженедельно|постоянно|своевременно|повторно|дополнительно|совместно|также|далее)$/iu;
/** «Работу вести», «Итоги подвести»: what is done, not who. */
const OBJECT = /(?:ию|ку|боту|изу|чу|[гкч]и)$/iu;
const DATIVE = /(?:ому|ему|ым|им|ой|ей|ам|ям|у|ю|е|и)$/u;

/** Reads one point. Texts stay as printed; a term that stands in the middle is named and left where it stands. */
export function wordsOfPoint(lines: readonly string[]): PointWords {
  const { text: whole, answers, term: labelled } = withoutLabels(fold(lines.join(" ")));
  const asked = ASKED.exec(whole)?.[0] ?? "";
  const text = whole.slice(asked.length);
  const { head, rest } = parted(text);
  const opening = head === "" ? null : (termAtEnd(head) ?? termWhole(head));
  const who = opening ? opening.before : head;
  const bearer = isBearer(who, asked !== "") ? who.replace(/[\s,:–—-]+$/u, "") : null;
  const kept = bearer === null && opening?.before !== "" ? whole : rest;
  const closing = labelled === null ? termAtEnd(kept) : null;
  const deed = closing ? closing.before : kept;
  const term = labelled ?? closing?.term ?? opening?.term ?? termInside(kept);
  return { bearer, deed: trimmed(deed), term, answers };
}

/** Whether words stand before the first verb or colon: without them nobody is named. */
export function mayNameBearer(lines: readonly string[]): boolean {
  const { text } = withoutLabels(fold(lines.join(" ")));
  return parted(text.replace(ASKED, "")).head !== "";
}

/** Up to the first verb of command: «Руководителям школ» | «провести опрос». A colon without a verb before it parts them too. */
function parted(text: string): { head: string; rest: string } {
  let depth = 0;
  for (const found of text.matchAll(WORD)) {
    const word = found[0];
    const bare = word.replace(NO_LETTER, "");
    if (depth === 0 && !/^[«"(]/.test(word) && INFINITIVE.test(bare) && !NO_VERB.test(bare)) {
      return { head: text.slice(0, found.index).trim(), rest: text.slice(found.index) };
    }
    if (/[()«»]/.test(word)) depth += count(word, /[(«]/g) - count(word, /[)»]/g);
    if (depth <= 0 && word.endsWith(":")) {
      const end = found.index + word.length;
      return { head: text.slice(0, end).trim(), rest: text.slice(end).trim() };
    }
  }
  return { head: "", rest: text };
}

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;

/** «Рекомендовать руководителям школ …»: whom the point speaks to comes after the verb. */
const ASKED = letters(/^(?:рекомендовать|поручить|предложить|обязать)\s+(?=\p{L}+(?:ому|ему|ам|ям|у|ю|е)(?!\p{L}))/iu);

function isBearer(text: string, asked: boolean): boolean {
  const [first = ""] = text.split(/\s/);
  const bare = first.replace(NO_LETTER_NOR_HYPHEN, "");
  if (bare === "" || PREPOSITION.test(bare) || !(asked || CAPITAL.test(bare))) return false;
  return CAPITALS.test(bare) || (DATIVE.test(bare) && !OBJECT.test(bare));
}

const LABEL = letters(
  /(?:^|[.;,(]\s*|\s)(срок(?:и)?(?:\s+(?:исполнения|выполнения|реализации|проведения))?|ответственн\p{L}+(?:\s+(?:исполнител\p{L}+|лиц\p{L}+))?|исполнител[ьи]|отв\.)\s*(?:\([^)]*\))?\s*[:–—]\s*/giu,
);

/** Takes «Срок: …» and «Ответственный: …» off the end of a point. */
function withoutLabels(text: string): { text: string; term: string | null; answers: string | null } {
  const found = /[:–—]/.test(text) ? [...text.matchAll(LABEL)].filter(({ index }) => index > 0) : [];
  const first = found[0];
  if (!first) return { text, term: null, answers: null };
  let term: string | null = null;
  let answers: string | null = null;
  found.forEach((label, at) => {
    const value = trimmed(text.slice(label.index + label[0].length, found[at + 1]?.index ?? text.length));
    if (label[1]!.toLowerCase().startsWith("срок")) term = [term, value].filter(Boolean).join("; ");
    else answers = [answers, value].filter(Boolean).join("; ");
  });
  return { text: text.slice(0, first.index + (first[0].startsWith(".") ? 1 : 0)).trim(), term, answers };
}

const OPENS_TERM = letters(
  /^(?:в срок|до|не позднее|к|ко|с|со|в|во|в течение|ежегодно|ежемесячно|ежеквартально|еженедельно|ежедневно|постоянно|систематически|не реже|не менее|раз|один|дважды|\d+ раз|начиная|весь|каждый|каждую|каждое|по мере|по запрос\p{L}*|\d{1,2}(?:\.\d{2}\.\d{4}|\s+\p{L}+\s+\d{4}))(?!\p{L})/iu,
);
const MOST_TERM_WORDS = 14;
/** Time is spoken of by a figure or by one of these, and not far from where a term begins: other words need not be read as one at all. */
const TIMELY = letters(
  /\d|(?<!\p{L})(?:янв|фев|март|апр|ма[йея]|июн|июл|авг|сент|окт|нояб|дек|еже|постоян|системат|раз|дважды|год|квартал|месяц|недел|четверт|триместр|полугод|каникул|период|запрос|мере|необходим|план|график|течени|срок|дн[яеи]|день|понедельник|вторник|сред[уаы]|пятниц|суббот|лет|осен|зим|весн|начал|кон[ец]|перв|втор|трет|декад|числ|позднее|времен|соответстви|весь|кажд)/iu,
);
const FIRST_WORDS = /^(?:\S+\s+){0,2}\S*/u;

/** The longest end of a text that is a term from its first word to its last: «… в срок до 15.10.2026». */
function termAtEnd(text: string): { before: string; term: string } | null {
  const clean = text.replace(/[\s.;,]+$/u, "");
  if (!TIMELY.test(clean)) return null;
  const starts = [...clean.matchAll(/(?<![^\s(])[^\s(]/gu)].map(({ index }) => index).slice(-MOST_TERM_WORDS);
  for (const at of starts) {
    const inBrackets = clean[at - 1] === "(" && clean.endsWith(")");
    const phrase = inBrackets ? clean.slice(at, -1) : clean.slice(at);
    if (!OPENS_TERM.test(phrase) || !TIMELY.test(FIRST_WORDS.exec(phrase)![0])) continue;
    const printed = endsWithShortYear(phrase) && text.slice(clean.length).startsWith(".") ? `${phrase}.` : phrase;
    const { phases, rest } = readTerm(phrase);
    if (rest !== "" || phases.length === 0 || phases.some(({ kind }) => kind === "unknown")) continue;
    if (PLACE_OR_MONTH.test(phrase) && !phases.some(({ windows }) => windows.length > 0)) continue;
    return { before: clean.slice(0, inBrackets ? at - 1 : at).trim(), term: printed };
  }
  return null;
}

/** «Ежеквартально, до 10 числа, …»: words of time only partly understood are still the term; what is not understood is asked later. */
function termWhole(head: string): { before: string; term: string } | null {
  const clean = trimmed(head);
  if (head.endsWith(":") || !OPENS_TERM.test(clean) || !/\d|^еже/iu.test(clean)) return null;
  const known = readTerm(clean).phases.some(({ kind }) => kind !== "unknown" && kind !== "by-schedule");
  return known ? { before: "", term: clean } : null;
}

const endsWithShortYear = (text: string): boolean => /\sг$/iu.test(text);

const DAY =
  /(?:в срок\s+)?(?:до|не позднее|к)\s+\d{1,2}(?:\.\d{2}(?:\.\d{2,4})?|\s+(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[ья]?а?)(?:\s+\d{4})?(?:\s*(?:года|г\.))?/iu;

function termInside(text: string): string | null {
  return DAY.exec(text)?.[0].trim() ?? null;
}

/** Without the marks around it; the dot of an initial or of a short word («г.») is its own. */
function trimmed(text: string): string {
  const bare = text.replace(/[\s.;,:]+$/u, "").replace(/^[\s.;,:–—-]+/u, "");
  return SHORT_WORD.test(bare) && text.trimEnd().slice(bare.length).includes(".") ? `${bare}.` : bare;
}
