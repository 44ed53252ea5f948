import { matchKey } from "#domain/russian/match-key.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { PartyDraft } from "#features/programmes/model/roadmap-draft.ts";
import { audienceLabel } from "./audience-label.ts";
import type { District } from "./district.ts";
import { placeOf } from "./places.ts";
import { audienceIn, type Choice, type Question, type Questions } from "./question.ts";
import type { SourceRow } from "./source-rows.ts";

/**
 * Who controls an order answers for each of its points. «Оставляю за собой» names nobody: whoever signs orders is proposed. Asked once for
 * the order and kept out of the dictionary, because another order has another controller.
 */
export function controllersOf(row: SourceRow, district: District, questions: Questions): PartyDraft[] {
  const name = row.measure.control;
  if (name === undefined) return [];
  const { audience, sure } = district.suggest(name);
  const known = sure && audience !== "ask" ? audience : null;
  const asked = known ?? audienceIn(questions.ask(controlQuestion(name, district), placeOf(row.measure, "control")));
  return [{ name, part: "accountable", audience: asked }];
}

function controlQuestion(name: string, district: District): Question {
  const { registry, bearers, suggest } = district;
  const signs: Audience = registry.within
    ? { kind: "organisation", id: registry.within }
    : { kind: "organisationKind", kinds: ["authority"] };
  const named = suggest(name).candidates.filter((one) => one.kind !== "outside" && bearers(one).length > 0);
  const offered = [signs, ...named].map((audience, at): Choice => ({
    key: at === 0 ? "signs" : `meaning-${at}`,
    label: audienceLabel(audience, registry, bearers(audience).length).label,
    hint: "видит отчёты, сам не сдаёт",
    meaning: { kind: "audience", audience },
  }));
  return {
    id: `control:${matchKey(name)}`,
    topic: "control",
    question: "Кто контролирует исполнение?",
    quote: name,
    choices: [
      ...offered,
      {
        key: "outside",
        label: "Не из округа",
        hint: "останется в тексте",
        meaning: { kind: "audience", audience: { kind: "outside" } },
      },
    ],
    suggested: named.length > 0 ? "meaning-1" : "signs",
    own: "audience",
  };
}
