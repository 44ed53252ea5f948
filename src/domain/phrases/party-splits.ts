import type { Unquoted } from "./doubt.ts";
import type { PartyName } from "./party-name.ts";

const NUMBER = /^№{0,2}\s?(?<number>\d{1,4})$/u;
const NUMBERED = /^(?<name>.*?)(?<signs>№{1,2})(?<space>\s?)\d{1,4}$/u;
const AGREEMENT = /\(\s?по\s+согл(?:асованию|\.)\s?\)/iu;
const BODY = "(?:УО|КО|МОУО|РОО|ГУО|ИМЦ|ММЦ|ЦРО|ИРО|МЦ)";
const CODE = "\\p{Lu}{2,7}";
const GLUED = new RegExp(`^${BODY}(?:(?:\\s+|\\.)${CODE})+$`, "u");
const PERSON = "\\p{Lu}\\p{Ll}+\\s+\\p{Lu}\\.\\s?\\p{Lu}\\.";
const TWO_PERSONS = new RegExp(`^(${PERSON})\\s+(${PERSON})$`, "u");

const NO_MARK: Unquoted = { kind: "misprint", words: "Между именами нет запятой." };
const PLURAL: Unquoted = { kind: "ambiguous", words: "Имя повторено для каждого номера." };

/** «3» after «МБОУ СОШ № 1»: a school of its own, «МБОУ СОШ № 3»; undefined for words that are no such number. */
export function numberedName(written: string, before: string | undefined): PartyName | undefined {
  const bare = written.replace(AGREEMENT, "");
  const number = NUMBER.exec(bare.trim().replace(/\.$/u, ""))?.groups!.number;
  const model = number === undefined || before === undefined ? undefined : NUMBERED.exec(before)?.groups;
  if (!model) return undefined;
  const isPlural = /^\p{Ll}+[ыиа](?:м|ми)?\s/u.test(model.name!);
  const name = `${model.name}№${model.space}${number}`;
  return { name, byAgreement: bare !== written, rest: [], doubts: isPlural ? [PLURAL] : [] };
}

/** The names that one written name stands for: «УО ММЦ» and «Орлова Н.Г. Белов С.П.» are two without their comma. */
export function splitName(name: string): { readonly names: readonly string[]; readonly doubts: readonly Unquoted[] } {
  if (!name) return { names: [], doubts: [] };
  const persons = TWO_PERSONS.exec(name);
  if (persons) return { names: [persons[1]!, persons[2]!], doubts: [NO_MARK] };
  if (GLUED.test(name)) return { names: name.split(/[\s.]+/u), doubts: [NO_MARK] };
  return { names: [name.replace(/№№\s?(?=\d)/u, "№ ")], doubts: [] };
}
