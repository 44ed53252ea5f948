import { matchKey } from "#domain/russian/match-key.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { Part, PartyDraft } from "#features/programmes/model/roadmap-draft.ts";
import type { ReviewNote } from "./doubts.ts";
import { audienceLabel } from "./audience-label.ts";
import { controllersOf } from "./controller.ts";
import type { District } from "./district.ts";
import { lookAlikes, understoodParticipants, understoodResponsible } from "./phrases.ts";
import { placeOf } from "./places.ts";
import { audienceIn, type Choice, type Question, type Questions } from "./question.ts";
import type { SourceRow } from "./source-rows.ts";

/**
 * The parties of a row with whom each means here. A code that the district's dictionary knows is taken; anything else is asked once
 * for the whole document, and the answer may be remembered in the dictionary.
 */
export function partiesOf(row: SourceRow, district: District, questions: Questions, notes: ReviewNote[]): PartyDraft[] {
  if (row.isGroup) return [];
  const named = [
    ...read(row, row.responsible, "responsible", "responsible"),
    ...read(row, row.measure.coResponsible ?? "", "coResponsible", "responsible").map((party) => ({
      ...party,
      part: party.part === "assignee" ? ("coAssignee" as const) : party.part,
    })),
    ...read(row, row.measure.participants ?? "", "participants", "participants"),
  ];
  for (const { field, text } of [
    { field: "responsible", text: row.responsible },
    { field: "participants", text: row.participants },
  ]) {
    for (const { typed, meant } of lookAlikes(text)) {
      notes.push({
        id: `latin:${row.key}:${field}:${typed}`,
        place: placeOf(row.measure, field),
        text: `латиница в «${meant}» исправлена при чтении`,
      });
    }
  }
  const names = new Set(named.map(({ name }) => name));
  notes.push(...doubtsOf(row, names));
  return [
    ...named.map((one): PartyDraft => {
      const { name, part } = one;
      return { name, part, audience: meaningOf(one, district, questions, row) };
    }),
    ...controllersOf(row, district, questions),
  ];
}

/** What may be read in two ways, beside the row; Latin letters have a remark of their own, and who a whole name is has its question. */
function doubtsOf(row: SourceRow, names: ReadonlySet<string>): ReviewNote[] {
  const columns = [
    { field: "responsible", doubts: understoodResponsible(row.responsible).doubts },
    { field: "participants", doubts: understoodParticipants(row.participants).doubts },
  ];
  return columns.flatMap(({ field, doubts }) =>
    doubts
      .filter(({ kind, quote }) => kind !== "lookAlike" && !(kind === "ambiguous" && names.has(quote)))
      .map(({ kind, quote, words }) => ({
        id: `doubt:${row.key}:${field}:${kind}:${quote}`,
        place: placeOf(row.measure, field),
        text: `«${quote}»: ${words.charAt(0).toLowerCase()}${words.slice(1).replace(/\.$/, "")}`,
      })),
  );
}

interface Named {
  readonly name: string;
  readonly part: Part;
  readonly field: string;
  readonly unread: boolean;
}

function read(row: SourceRow, text: string, field: string, column: "responsible" | "participants"): Named[] {
  if (text.trim() === "") return [];
  const place = row.level !== "" ? row.level : field;
  const { parties, rest } = column === "responsible" ? understoodResponsible(text) : understoodParticipants(text);
  const understood = parties.map(({ name, part }): Named => ({ name, part, field: place, unread: false }));
  return rest === ""
    ? understood
    : [
        ...understood,
        { name: rest, part: column === "participants" ? "participant" : "coAssignee", field: place, unread: true },
      ];
}

function meaningOf(
  { name, field, unread }: Named,
  district: District,
  questions: Questions,
  row: SourceRow,
): Audience | null {
  const { audience, candidates, sure } = district.suggest(name);
  if (sure && audience !== "ask") return audience;
  const question = unread ? unreadQuestion(name) : partyQuestion(name, audience, candidates, district);
  return audienceIn(questions.ask(question, placeOf(row.measure, field)));
}

const OUTSIDE: Audience = { kind: "outside" };

function partyQuestion(
  name: string,
  suggested: Audience | "ask",
  candidates: readonly Audience[],
  district: District,
): Question {
  const meant = candidates.filter(({ kind }) => kind !== "outside");
  const offered = [...meant, ...meant.flatMap((one) => heldElsewhere(one, district)), OUTSIDE];
  const choices = offered.map((audience, index): Choice => ({
    key: audience.kind === "outside" ? "outside" : `meaning-${index + 1}`,
    ...audienceLabel(audience, district.registry, district.bearers(audience).length),
    meaning: { kind: "audience", audience },
  }));
  const keyOf = (audience: Audience) =>
    choices.find(
      ({ meaning }) => meaning.kind === "audience" && JSON.stringify(meaning.audience) === JSON.stringify(audience),
    )?.key ?? null;
  // a position that nobody holds is proposed where somebody answers for it
  const [held] = suggested === "ask" ? [] : heldElsewhere(suggested, district);
  const proposed = suggested === "ask" ? null : keyOf(held ?? suggested);
  return {
    id: `party:${matchKey(name)}`,
    topic: "party",
    question: `Кто это: ${quoted(name)}?`,
    quote: name,
    choices,
    suggested: proposed,
    own: "audience",
  };
}

/** Positions of those who work with all schools, not in one. */
const OVER_SCHOOLS = /(?<!\p{L})(?:тьютор|методист|куратор|специалист)/iu;

/** A position without a bearer, sought in the kinds of organisations that direct the work: «тьюторы» are those of the centre. */
function heldElsewhere(audience: Audience, district: District): Audience[] {
  if (audience.kind !== "position" || audience.organisationKind || !OVER_SCHOOLS.test(audience.words)) return [];
  if (district.bearers(audience).length > 0) return [];
  return (["methodological_centre", "authority"] as const)
    .map((organisationKind): Audience => ({ ...audience, organisationKind }))
    .filter((one) => district.bearers(one).length > 0)
    .slice(0, 1);
}

function unreadQuestion(words: string): Question {
  return {
    id: `party-rest:${matchKey(words)}`,
    topic: "party",
    question: `Среди исполнителей не понято: ${quoted(words)}. Кто это?`,
    quote: words,
    choices: [
      {
        key: "outside",
        label: "Никто из округа",
        hint: "останется в тексте, отчёта не ждём",
        meaning: { kind: "audience", audience: OUTSIDE },
      },
    ],
    suggested: null,
    own: "audience",
  };
}
