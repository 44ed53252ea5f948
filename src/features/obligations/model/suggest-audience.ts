import { matchKey } from "#domain/russian/match-key.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { CodeMeaning, Registry } from "#features/places/model/registry.ts";
import type { DesignationKind, OrganisationKind } from "#features/places/model/words.ts";
import { ambiguousMeanings, designationsIn, kindIn } from "./audience-words.ts";

export interface AudienceSuggestion {
  /** "ask": several meanings or none is plain; the officer chooses */
  readonly audience: Audience | "ask";
  /** true: the district's dictionary or the very name of an organisation; false: a guess by words, to be confirmed */
  readonly sure: boolean;
  /** what may be meant, the suggested meaning first; for the choice */
  readonly candidates: readonly Audience[];
}

/**
 * Whom a name in the column of executors means: a role code of the district, an organisation by its name, or words of a position.
 * Nothing is decided where two meanings are possible: «ДО» is the department here and a kindergarten there.
 */
export function suggestAudience(
  name: string,
  registry: Registry,
  dictionary: readonly CodeMeaning[],
): AudienceSuggestion {
  const key = nameKey(name);
  if (!key) return ask([]);
  const entries = CODES.of(dictionary).get(key) ?? [];
  const organisations = organisationsNamed(key, registry);
  // what the district itself has said of a name stands over whoever else is called so
  const said = entries.filter((entry) => entry.own);
  const own = distinct(
    said.length > 0
      ? said.map(({ audience }) => audience)
      : [...entries.map(({ audience }) => audience), ...organisations],
  );
  if (own.length) return own.length === 1 ? { audience: own[0]!, sure: true, candidates: own } : ask(own);
  const ambiguous = ambiguousMeanings(key);
  if (ambiguous.length) return ask(ambiguous);
  const guess = guessByWords(name, registry, dictionary);
  return guess ? { audience: guess, sure: false, candidates: [guess] } : ask([]);
}

function ask(candidates: readonly Audience[]): AudienceSuggestion {
  return { audience: "ask", sure: false, candidates };
}

/** Names as they are compared here: quotes, dots and commas say nothing. */
function nameKey(name: string): string {
  return matchKey(name.replace(/[«»„“”"'.,;:()]/g, " "));
}

/** Rows under each of their keys, in the order of the list; worked out once for a list, which is asked for hundreds of names. */
function keyed<Row>(keysOf: (row: Row) => readonly string[]) {
  const known = new WeakMap<readonly Row[], ReadonlyMap<string, readonly Row[]>>();
  return {
    of(list: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
      const made = known.get(list) ?? rowsByKey(list, keysOf);
      known.set(list, made);
      return made;
    },
  };
}

function rowsByKey<Row>(list: readonly Row[], keysOf: (row: Row) => readonly string[]): Map<string, Row[]> {
  const rows = new Map<string, Row[]>();
  for (const row of list) for (const key of new Set(keysOf(row))) rows.set(key, [...(rows.get(key) ?? []), row]);
  return rows;
}

const CODES = keyed<CodeMeaning>((entry) => [nameKey(entry.code), entry.matchKey]);
const ORGANISATIONS = keyed<Registry["organisations"][number]>(({ name, shortName }) => [
  nameKey(name),
  nameKey(shortName),
]);

function organisationsNamed(key: string, registry: Registry): Audience[] {
  const named = ORGANISATIONS.of(registry.organisations).get(key) ?? [];
  const working = named.filter(({ closedOn }) => closedOn === null);
  return (working.length ? working : named).map(({ id }) => ({ kind: "organisation", id }));
}

function distinct(audiences: readonly Audience[]): Audience[] {
  return [...new Map(audiences.map((audience) => [JSON.stringify(audience), audience])).values()];
}

/** A person's position inside an organisation; the head and the administration answer as the organisation itself. */
const HEAD = /^(?:администраци|директор|заведующ|педагогическ\p{L}* коллектив|педагоги(?!\s*-))/u;
const LEADER = /^руководител/u;
const OF_ASSOCIATION = /(?<!\p{L})(?:[рш]?мо|объединени\p{L}*|рабоч\p{L}* групп\p{L}*|проект\p{L}*)(?!\p{L})/u;
const POSITION =
  /^(?:зам(?:естител\p{L}*)?(?!\p{L})|тьютор|методист|куратор|наставник|психолог|педагог|учител|классн\p{L}* руководител|библиотекар|социальн\p{L}* педагог|логопед|специалист|сетев\p{L}* администратор|шмо(?!\p{L}))/u;

function guessByWords(name: string, registry: Registry, dictionary: readonly CodeMeaning[]): Audience | undefined {
  const key = nameKey(name).replace(/^(?:муниципальн|районн|городск|школьн)\p{L}* /u, "");
  const codes = codesIn(name, dictionary);
  const designations = [...new Set([...codes.flatMap(designationsOf), ...designationsIn(key)])];
  const group =
    organisationInside(key, registry) ?? audienceOfCodes(designations, codes) ?? kindAudience(kindIn(key), registry);
  const leadsAssociation = LEADER.test(key) && OF_ASSOCIATION.test(key);
  if (leadsAssociation || (POSITION.test(key) && !designations.length))
    return position(name, key, group, leadsAssociation);
  if (group) return group;
  return HEAD.test(key) || LEADER.test(key) ? { kind: "organisationKind", kinds: ["school"] } : undefined;
}

/** A position is sought in organisations of the kind named beside it; teachers' positions in schools; heads of РМО everywhere. */
function position(name: string, key: string, group: Audience | undefined, leads: boolean): Audience {
  const named = group?.kind === "organisationKind" && group.kinds.length === 1 ? group.kinds[0] : undefined;
  const ofSchool = leads ? /(?<!\p{L})шмо(?!\p{L})/u.test(key) : !/^(?:тьютор|методист|куратор|специалист)/u.test(key);
  const organisationKind = named ?? (ofSchool ? "school" : undefined);
  const words = key.startsWith("шмо") ? "руководитель ШМО" : withoutCodes(name);
  return { kind: "position", words, ...(organisationKind && { organisationKind }) };
}

/** «Тьюторы ММЦ» are tutors: the code has become the kind of organisation. Codes of associations belong to the position. */
function withoutCodes(name: string): string {
  const words = name.normalize("NFC").replace(/(?<!\p{L})(?![РШ]?МО|У?ВР|НМР|АХЧ)\p{Lu}{2,}(?!\p{L})/gu, " ");
  return (
    words
      .replace(/[«»"]/g, " ")
      .replace(/\s+/g, " ")
      .trim() || name
  );
}

/** Meanings of the words written in capitals inside a longer name: «администрация ШНОР и ШНСУ». */
function codesIn(name: string, dictionary: readonly CodeMeaning[]): Audience[] {
  const words = name.match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu) ?? [];
  return words.flatMap((word) =>
    dictionary.filter((entry) => entry.matchKey === matchKey(word)).map(({ audience }) => audience),
  );
}

function designationsOf(audience: Audience): readonly DesignationKind[] {
  return audience.kind === "designation" ? audience.designations : [];
}

/** A status narrows the kind beside it: «ОО ШНОР, ШНСУ» is the schools that bear one of the two. */
function audienceOfCodes(designations: DesignationKind[], codes: readonly Audience[]): Audience | undefined {
  if (designations.length) return { kind: "designation", designations };
  const others = distinct(codes);
  return others.length === 1 ? others[0] : undefined;
}

/** The region's institute is in the registry of few districts; elsewhere it stands in the document and owes nothing here. */
function kindAudience(kind: OrganisationKind | undefined, registry: Registry): Audience | undefined {
  if (!kind) return undefined;
  const known = registry.organisations.some(
    (organisation) => organisation.kind === kind && organisation.closedOn === null,
  );
  return kind === "regional_institute" && !known ? { kind: "outside" } : { kind: "organisationKind", kinds: [kind] };
}

/** The one organisation whose full short name stands inside the name: «директор СОШ № 3 г. Заречный». */
function organisationInside(key: string, registry: Registry): Audience | undefined {
  const inside = registry.organisations.filter(({ shortName, closedOn }) => {
    const own = nameKey(shortName);
    return closedOn === null && own.length > 4 && ` ${key} `.includes(` ${own} `);
  });
  return inside.length === 1 ? { kind: "organisation", id: inside[0]!.id } : undefined;
}
