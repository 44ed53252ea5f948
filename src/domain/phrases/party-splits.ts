import type { Unquoted } from "./doubt.ts";
import { maskText } from "./masked-text.ts";
import { LONGEST_PHRASE } from "./longest-phrase.ts";
import { BY_AGREEMENT, type PartyName } from "./party-name.ts";
import { PERSON } from "./party-names.ts";

const NUMBER = /^№{0,2}\s?(?<number>\d{1,4})$/u;
const NUMBERED = /^(?<name>.*?)(?<signs>№{1,2})(?<space>\s?)\d{1,4}$/u;
const BODY = "(?:УО|КО|МОУО|РОО|ГУО|ИМЦ|ММЦ|ЦРО|ИРО|МЦ)";
const CODE = "\\p{Lu}{2,7}";
const GLUED = new RegExp(`^${BODY}(?:(?:\\s+|\\.)${CODE})+$`, "u");
const TWO_PERSONS = new RegExp(`^(${PERSON})\\s+(${PERSON})$`, "u");

/** positions in the nominative that begin a name of their own */
const POSITION =
  "(?:зам(?:\\.|естител[ьи])?\\s?директор(?:а|ов)|зам\\.|директор|методисты?|учител[ья]|(?:классн|социальн)\\p{L}{2}\\s(?:руководител[ьи]|педагоги?)|педагоги?|руководител[ьи]\\s(?:ШМО|РМО|МО)|администрация\\sшколы)";
const HEADS = new RegExp(
  `^(?:${POSITION}|руководител[ьи]|куратор|председатель|(?:(?:главн|ведущ|старш)\\p{L}{2}\\s)?специалисты?)(?!\\p{L})`,
  "iu",
);
const NEXT_POSITION = new RegExp(`(?:\\s*\\.\\s*|(?<![:,–—-])\\s+)(?=${POSITION}(?!\\p{L}))`, "giu");
/** «учитель методист» is one position */
const RANK = /^(?:учител[ья]|педагоги?)\s(?:методист|наставник)/iu;

const NO_MARK: Unquoted = { kind: "misprint", words: "Между именами нет запятой." };
const PLURAL: Unquoted = { kind: "ambiguous", words: "Имя повторено для каждого номера." };

/** «3» after «МБОУ СОШ № 1»: a school of its own, «МБОУ СОШ № 3»; undefined for words that are no such number. */
export function numberedName(written: string, before: string | undefined): PartyName | undefined {
  const bare = written.replace(BY_AGREEMENT, "");
  const number = NUMBER.exec(bare.trim().replace(/\.$/u, ""))?.groups!.number;
  const model = number === undefined || before === undefined ? undefined : NUMBERED.exec(before)?.groups;
  if (!model) return undefined;
  const isPlural = /^(?:\p{L}+[ыи](?:м|ми)?|директора\p{L}*|учителя\p{L}*)\s/iu.test(model.name!);
  const name = `${model.name}№${model.space}${number}`;
  return { name, byAgreement: bare !== written, rest: [], doubts: isPlural ? [PLURAL] : [] };
}

/** The names that one written name stands for: «УО ММЦ» and «Орлова Н.Г. Белов С.П.» are two without their comma. */
export function splitName(name: string): { readonly names: readonly string[]; readonly doubts: readonly Unquoted[] } {
  if (!name) return { names: [], doubts: [] };
  if (name.length > LONGEST_PHRASE) return { names: [name], doubts: [] };
  const persons = TWO_PERSONS.exec(name);
  if (persons) return { names: [persons[1]!, persons[2]!], doubts: [NO_MARK] };
  const positions = RANK.test(name) ? [] : cutAtPosition(name);
  if (positions.length > 1) return { names: positions, doubts: [NO_MARK] };
  if (GLUED.test(name)) return { names: name.split(/[\s.]+/u), doubts: [NO_MARK] };
  return { names: [name.replace(/№№\s?(?=\d)/u, "№ ")], doubts: [] };
}

/** «Директор Зам. директора по ВР»: a position after a position that stands whole. */
function cutAtPosition(name: string): string[] {
  const outside = maskText(name) ?? name;
  const seam = [...outside.matchAll(NEXT_POSITION)].find(
    ({ index }) => HEADS.test(name.slice(0, index)) && !/\s(?:и|или|либо|а|же)$/iu.test(name.slice(0, index)),
  );
  if (!seam) return [name];
  return [name.slice(0, seam.index), ...cutAtPosition(name.slice(seam.index + seam[0].length))];
}

const ITEM = /(?<=^|\s)(?<number>\d{1,2})[.)]\s+(?=\p{L})/gu;

/** «1. УО 2. ИМЦ 3. ОО» typed in one line: each number that goes on from the one before begins a line. Of the same length. */
export function withNumberedLines(text: string): string {
  const items = [...text.matchAll(ITEM)];
  const isList = items.length > 1 && items.every(({ groups }, at) => Number(groups!.number) === at + 1);
  if (!isList || text.slice(0, items[0]!.index).trim()) return text;
  const starts = new Set(items.slice(1).map(({ index }) => index - 1));
  return text.replace(/\s/g, (space, at: number) => (starts.has(at) ? "\n" : space));
}
