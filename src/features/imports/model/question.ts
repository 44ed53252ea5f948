import type { Audience } from "#features/places/model/audience.ts";
import type { Phase } from "#domain/phrases/term.ts";
import type { PlannedValueDraft } from "#features/programmes/model/roadmap-draft.ts";
import type { Decision, ReviewDoubt, ReviewPlace } from "./contract.ts";

/** What an option would mean for the draft. */
export type Meaning =
  | { readonly kind: "phases"; readonly phases: readonly Phase[] }
  | { readonly kind: "audience"; readonly audience: Audience }
  | { readonly kind: "reporting"; readonly reporting: "each" | "first" }
  | { readonly kind: "planned"; readonly values: readonly PlannedValueDraft[] }
  | { readonly kind: "text"; readonly text: string | null };

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

/** Collects questions: the same question asked from many rows is one, with many places. */
export interface Questions {
  /** Asks, and hands back the answer with the meaning of the option chosen; undefined while open: an open question decides nothing. */
  meaningOf(question: Question, place: ReviewPlace): { answer: Decision; meaning: Meaning | undefined } | undefined;
  /** all doubts in the order of the document, by their first place */
  doubts(): ReviewDoubt[];
}

export function collectQuestions(decisions: readonly Decision[]): Questions {
  const found = new Map<string, { question: Question; places: ReviewPlace[] }>();
  const answers = new Map(decisions.map((decision) => [decision.doubtId, decision]));
  return {
    meaningOf(question, place) {
      const known = found.get(question.id);
      if (known) known.places.push(place);
      else found.set(question.id, { question, places: [place] });
      const answer = answers.get(question.id);
      return answer && { answer, meaning: question.choices.find(({ key }) => key === answer.option)?.meaning };
    },
    doubts: () =>
      [...found.values()]
        .map(({ question: { choices, ...question }, places }): ReviewDoubt => ({
          ...question,
          places,
          options: choices.map(({ key, label, hint }) => ({ key, label, hint })),
          answer: answers.get(question.id) ?? null,
        }))
        .sort((one, other) => compare(one.places[0]!, other.places[0]!)),
  };
}

function compare(one: ReviewPlace, other: ReviewPlace): number {
  const at = (value: number | null) => value ?? -1;
  return at(one.table) - at(other.table) || at(one.row) - at(other.row) || at(one.col) - at(other.col);
}
