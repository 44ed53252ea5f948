import type { Phase } from "#domain/phrases/term.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { PlannedValueDraft } from "#features/programmes/model/roadmap-draft.ts";
import { apartId, isOfEachRow } from "./apart.ts";
import type { Decision, ImportSettings } from "./contract.ts";
import type { ReviewDoubt, ReviewPlace } from "./doubts.ts";

/** What an option would mean for the draft. */
export type Meaning =
  | { readonly kind: "phases"; readonly phases: readonly Phase[] }
  | { readonly kind: "audience"; readonly audience: Audience }
  | { readonly kind: "reporting"; readonly reporting: ReportingAnswer }
  | { readonly kind: "planned"; readonly values: readonly PlannedValueDraft[] }
  | { readonly kind: "period"; readonly period: Period }
  | { readonly kind: "text"; readonly text: string | null };

/** The days a programme lasts from and to, and the kind of its years. */
export type Period = Pick<ImportSettings, "startsOn" | "endsOn" | "yearKind">;

/** each of those named, the one named first, or of all those named only the group of organisations */
export type ReportingAnswer = "each" | "first" | "organisations";

export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly meaning: Meaning;
}

/** A doubt while the review is being made: its options still carry what they mean. */
export interface Question extends Omit<ReviewDoubt, "options" | "answer" | "places"> {
  readonly choices: readonly Choice[];
}

export interface Answered {
  readonly answer: Decision;
  /** of the option chosen; undefined for an answer of one's own */
  readonly meaning: Meaning | undefined;
}

/** Collects questions: the same question asked from many rows is one, with many places. */
export interface Questions {
  /** Asks, and hands back the answer; undefined while open: an open question decides nothing. */
  ask(question: Question, place: ReviewPlace): Answered | undefined;
  /** all doubts in the order of the document, by their first place */
  doubts(): ReviewDoubt[];
}

/** Questions met while a document is drafted, each with every place it stands in and the decision given to it, if any. */
export function collectQuestions(decisions: readonly Decision[]): Questions {
  const found = new Map<string, { question: Question; places: ReviewPlace[] }>();
  const given = new Map(decisions.map((decision) => [decision.doubtId, decision]));
  const answerTo = ({ id, choices, own }: Question): Decision | undefined => {
    const answer = given.get(id);
    // an answer that the question no longer offers (the district changed meanwhile) is no answer
    const fits = answer?.own ? answer.own.kind === own : choices.some(({ key }) => key === answer?.option);
    return fits ? answer : undefined;
  };
  return {
    ask(shared, place) {
      const apart = place.measureKey === null ? shared.id : apartId(shared.id, place.measureKey);
      const question = isOfEachRow(shared.topic) && given.has(apart) ? { ...shared, id: apart } : shared;
      const known = found.get(question.id);
      if (known) known.places.push(place);
      else found.set(question.id, { question, places: [place] });
      const answer = answerTo(question);
      return answer && { answer, meaning: question.choices.find(({ key }) => key === answer.option)?.meaning };
    },
    doubts: () =>
      [...found.values()]
        .map(({ question, places }): ReviewDoubt => {
          const { choices, ...asked } = question;
          const answer = answerTo(question);
          return {
            ...asked,
            places: [...places].sort(compare),
            options: choices.map(({ key, label, hint }) => ({ key, label, hint })),
            answer: answer ? plain(answer) : null,
          };
        })
        .sort((one, other) => compare(one.places[0]!, other.places[0]!) || (one.id < other.id ? -1 : 1)),
  };
}

/** The audience an answer names, if it names one. */
export function audienceIn(answered: Answered | undefined): Audience | null {
  if (answered?.answer.own?.kind === "audience") return answered.answer.own.audience;
  return answered?.meaning?.kind === "audience" ? answered.meaning.audience : null;
}

function plain({ doubtId, option, own, remember }: Decision): Decision {
  return { doubtId, option, remember, ...(own && { own }) };
}

function compare(one: ReviewPlace, other: ReviewPlace): number {
  const at = (value: number | null) => value ?? -1;
  return at(one.table) - at(other.table) || at(one.row) - at(other.row) || at(one.col) - at(other.col);
}
