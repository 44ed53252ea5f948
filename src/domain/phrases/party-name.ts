import type { Unquoted } from "./doubt.ts";
import { folded } from "./folded.ts";
import { saysWho } from "./party-forms.ts";
import { AREA, HEAD } from "./party-names.ts";
import type { PartyPart } from "./party.ts";
import { readTermAsTyped } from "./read-term.ts";

/** One name of a phrase as it was understood. */
export interface PartyName {
  /** empty where the words name nobody */
  readonly name: string;
  readonly byAgreement: boolean;
  /** said after the name: «УО – ответственный», «ИМЦ (соисполнитель)» */
  readonly part?: PartyPart;
  readonly rest: readonly string[];
  readonly doubts: readonly Unquoted[];
}

export const BY_AGREEMENT = /\(?\s?(?:[-–—]\s?)?по\s+согл(?:асованию|\.)\s?\)?/iu;
const AGREED_WITH = /\(?\s?по\s+согласованию\s+с[^)]*\)?/iu;
const AND_OTHERS = /(?<!\p{L})(?:и\s+)?(?:др\.|другие|пр\.|т\.\s?д\.|т\.\s?п\.)\s*$|(?:…|\.{3})\s*$/iu;
/** bullets and stray marks around a name; the stop of an initial («Петрова А. А.») belongs to it */
const EDGES = /^[\s\-–—•·.:*]+|(?<![\s.]\p{Lu})[\s\-–—.:;,]+$/gu;
const BULLET = /^\s*(?:\d{1,2}[.)]|(?:а\s+)?также|и)\s+/iu;
const EXCEPT = /\(\s?(?:кроме|за исключением)[^)]*\)|(?:кроме|за исключением)\s.*$/iu;
/** words that stand where a name should and name nobody */
const NOBODY =
  /^(?:все|все участники|все желающие|(?:он|она|они|тот|та|те|то)\s+же|выше(?:назван|указан|перечислен)\p{L}*|см\.?\s.*|по назначению|не назначен\p{L}*|не определ\p{L}*|ответственн\p{L}{2,4}(?:\s+(?:лиц[оа]|сотрудник\p{L}*|работник\p{L}*))?|(?:назначенн|указанн|уполномоченн|определенн|определённ)\p{L}+\s(?:.*\s)?лиц[оа]|лиц[оа],?\s(?:назначенн|указанн|уполномоченн|определенн|определённ).*|исполнител\p{L}{1,3}|(?:ответственн\p{L}*\s+)?по приказу|приказ\s.*|ответственн\p{L}*\s+назнача.*|уточня\p{L}*|нет|х|x|\d+\s?(?:чел\p{L}*\.?|педагог\p{L}*|школ\p{L}*))$/iu;
const SAID_AFTER =
  /\s*(?:\(\s*(?<bracket>ответственн\p{L}{2,4}|исполнител\p{L}{1,3}|соисполнител\p{L}{1,3}|участник\p{L}{0,2}|координатор\p{L}{0,2}|контроль|исполнение)\s*\)|\s[-–—]\s?(?<dash>ответственн\p{L}{2,4}(?:\s+исполнител\p{L}{1,3})?|исполнител\p{L}{1,3}|соисполнител\p{L}{1,3}|участник\p{L}{0,2}|координатор\p{L}{0,2}|контроль|исполнение))\s*$/iu;

const DOUBTS = {
  agreedWith: { kind: "narrowed", words: "С кем согласуют, в чтение не вошло." },
  except: { kind: "narrowed", words: "Исключение в чтение не вошло." },
  either: { kind: "ambiguous", words: "Назван либо один, либо другой." },
  question: { kind: "ambiguous", words: "В документе стоит знак вопроса." },
  dash: { kind: "ambiguous", words: "Неясно, одно это имя или два." },
  sentence: { kind: "narrowed", words: "После имени стоит предложение, в чтение оно не вошло." },
  quote: { kind: "misprint", words: "Кавычка или скобка без пары." },
  everyone: { kind: "ambiguous", words: "Кто это, в документе не перечислено." },
  watches: { kind: "ambiguous", words: "Неясно, кто исполняет, а кто отвечает или следит." },
  range: { kind: "narrowed", words: "Номера названы от и до: школы не перечислены." },
  colon: { kind: "ambiguous", words: "Неясно, что значит двоеточие: имя до него или те, кто после." },
  term: { kind: "narrowed", words: "Срок стоит при имени, в чтение он не вошёл." },
  note: { kind: "ambiguous", words: "У имени стоит сноска." },
  sometimes: { kind: "narrowed", words: "Перед именем сказано, когда или при чём оно." },
  who: { kind: "ambiguous", words: "Неясно, кто это: ни должности, ни названия среди слов нет." },
  torn: { kind: "misprint", words: "Слово разорвано дефисом." },
  place: { kind: "ambiguous", words: "Неясно, одна это школа или несколько." },
} as const satisfies Record<string, Unquoted>;

const SIGNS: readonly (readonly [RegExp, Unquoted])[] = [
  [/(?<!\p{L})или(?!\p{L})(?<!и\/или)/iu, DOUBTS.either],
  [/\?/u, DOUBTS.question],
  [/\*$/u, DOUBTS.note],
  [
    /^(?:затем|далее|потом|возможно|(?:при|по)\s(?:\p{L}+\s)?(?:необходимости|возможности|наличии))(?!\p{L})/iu,
    DOUBTS.sometimes,
  ],
  [/^\p{Lu}{2,6}\s?[-–—]\s\p{Lu}{2,6}$|^\p{Lu}{2,6}\s[-–—]\s?\p{Lu}{2,6}$/u, DOUBTS.dash],
  [/^[^«]*»|^[^“„]*”$/u, DOUBTS.quote],
  [/^(?:все|всех)\s+участник/iu, DOUBTS.everyone],
  // «организация – УО»: what is done, and who does it
  [/^(?:\p{L}+\s){0,2}\p{L}+(?:ция|ние|вка|ство)\s[-–—]\s/iu, DOUBTS.watches],
  [/№\s?\d+\s?[-–—]\s?\d+/u, DOUBTS.range],
  [/^[^«"„“]*\p{L}:\s/u, DOUBTS.colon],
  [/^(?:с|д|п|пос|г|х|ст)\.\s?\p{Lu}/u, DOUBTS.place],
];

/** Reads the words between two marks: the name, what is said after it, and what of the words it leaves out. */
export function readName(written: string): PartyName {
  const doubts: Unquoted[] = [];
  const cut = (shape: RegExp, doubt: Unquoted, text: string): string => {
    if (!shape.test(text)) return text;
    doubts.push(doubt);
    return text.replace(shape, " ");
  };
  const agreed = cut(AGREED_WITH, DOUBTS.agreedWith, written);
  const byAgreement = BY_AGREEMENT.test(agreed);
  const bare = cut(EXCEPT, DOUBTS.except, folded(agreed.replace(BY_AGREEMENT, " ").replace(BULLET, "")));
  const others = AND_OTHERS.exec(bare)?.[0].trim();
  const said = SAID_AFTER.exec(others ? bare.slice(0, -others.length) : bare);
  const after = (said?.groups!.bracket ?? said?.groups!.dash)?.toLowerCase();
  if (after && /^(?:координ|контр|исполнение)/.test(after)) doubts.push(DOUBTS.watches);
  const whole = folded(said ? said.input.slice(0, said.index) : others ? bare.slice(0, -others.length) : bare);
  const first = firstSentence(whole);
  if (first !== whole) doubts.push(DOUBTS.sentence);
  const name = folded(first.replace(EDGES, ""));
  const rest = others ? [others] : [];
  const nobody = { name: "", byAgreement, doubts };
  if (!/\p{L}/u.test(name)) {
    const left = name || (byAgreement ? written.trim() : "");
    return { ...nobody, rest: left ? [left, ...rest] : rest };
  }
  if (NOBODY.test(name) || isTerm(name)) return { ...nobody, rest: [name, ...rest] };
  for (const [shape, doubt] of SIGNS) if (shape.test(name)) doubts.push(doubt);
  if (saysTerm(name)) doubts.push(DOUBTS.term);
  if (!saysWho(name) || AREA.test(name)) doubts.push(DOUBTS.who);
  if (isTorn(name)) doubts.push(DOUBTS.torn);
  return { name: name.replace(/\s?\?$/u, ""), byAgreement, ...(after && { part: partSaid(after) }), rest, doubts };
}

/** «Замести-тель директора»: the word of a position goes on behind the hyphen. */
function isTorn(name: string): boolean {
  return [...name.toLowerCase().matchAll(/(?<!\p{L})(\p{L}+)-(\p{L}+)/gu)].some(
    ([, first, second]) => (HEAD.exec(first! + second!)?.[0].length ?? 0) > first!.length,
  );
}

function partSaid(word: string): PartyPart {
  if (word.startsWith("участ")) return "participant";
  if (word.startsWith("соисп")) return "coAssignee";
  return /исполн|координ/.test(word) ? "assignee" : "accountable";
}

/** «УО. Ответственность за явку несут …»: a name and a sentence after it; stops of initials and short words end no sentence. */
function firstSentence(text: string): string {
  const end = /(?<=\p{L}{2})\.\s+\p{Lu}\p{Ll}{3,}\s+\p{Ll}/u.exec(text);
  return end && !/(?:^|\s)(?:зам|рук|кл|соц|гл|адм|им|пед|нач|отв|исп|спец)$/iu.test(text.slice(0, end.index))
    ? text.slice(0, end.index)
    : text;
}

/** «УО ежегодно», «ОО (по графику)»: a term beside the name. */
function saysTerm(name: string): boolean {
  const bracket = /\(([^()]*)\)\s*$/u.exec(name)?.[1];
  const last = /\s(еже\p{L}+|постоянно)$/iu.exec(name)?.[1];
  return [bracket, last].some(
    (words) => words !== undefined && !/приказ|договор|соглашени/iu.test(words) && isTerm(words),
  );
}

/** A term in the wrong column. */
function isTerm(name: string): boolean {
  const { rest, phases, doubts } = readTermAsTyped(name);
  return rest === "" && phases.length > 0 && doubts.every(({ kind }) => kind !== "relative" && kind !== "misprint");
}
