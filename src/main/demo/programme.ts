import { printTerm } from "#domain/phrases/print-term.ts";
import { readParties } from "#domain/phrases/read-parties.ts";
import { readTerm } from "#domain/phrases/read-term.ts";
import { suggestAudience } from "#features/obligations/model/suggest-audience.ts";
import type { CodeMeaning, Registry } from "#features/places/model/registry.ts";
import type { MeasureDraft, PartyDraft, RoadmapDraft } from "#features/programmes/model/roadmap-draft.ts";
import { DEMO_SECTIONS, type DemoMeasure } from "./roadmap.ts";

/** The demo roadmap as a draft: its phrases go through the same reading as a real document's. Throws where one is not understood. */
export function demoRoadmap(
  registry: Registry,
  dictionary: readonly CodeMeaning[],
  years: readonly number[],
): RoadmapDraft {
  return {
    title: "Дорожная карта поддержки школ",
    columns: [
      "№",
      "Мероприятие",
      "Срок",
      "Исполнители",
      "Участники",
      "Результат",
      "Подтверждающий документ",
      "План по годам",
    ],
    importId: null,
    measures: [],
    sections: DEMO_SECTIONS.map((section, at) => ({
      number: String(at + 1),
      title: section.title,
      source: null,
      sections: [],
      measures: section.measures.map((measure, index) =>
        measureDraft(measure, `${at + 1}.${index + 1}`, registry, dictionary, years),
      ),
    })),
  };
}

function measureDraft(
  measure: DemoMeasure,
  number: string,
  registry: Registry,
  dictionary: readonly CodeMeaning[],
  years: readonly number[],
): MeasureDraft {
  const term = readTerm(measure.due);
  if (term.rest !== "" || term.phases.some(({ kind }) => kind === "unknown"))
    throw new Error(`the demo's term is not understood: ${measure.due} → ${printTerm(term)}`);
  const parties = [
    ...partiesOf(measure.responsible, "responsible", registry, dictionary),
    ...partiesOf(measure.participants ?? "", "participants", registry, dictionary),
  ];
  const { plan } = measure;
  const inWords = plan ? `${plan.atLeast ? "не менее " : ""}${plan.yearly}` : "";
  return {
    number,
    title: measure.title,
    level: "",
    dueText: measure.due.charAt(0).toUpperCase() + measure.due.slice(1),
    cadence: term.phases.map((phase) => ({ ...phase, windows: [...phase.windows] })),
    result: measure.result,
    reportDocument: measure.proof,
    responsibleText: measure.responsible,
    participantsText: measure.participants ?? "",
    reporting: "each",
    accountMoments: null,
    parties,
    plannedValues: plan
      ? [
          {
            label: plan.label,
            unit: "count",
            aggregation: plan.atLeast ? "atLeast" : "eachYear",
            subGroup: "",
            totalText: inWords,
            totalValue: plan.yearly,
            years: years.map((year) => ({ year, text: inWords, value: plan.yearly, atLeast: plan.atLeast ?? false })),
          },
        ]
      : [],
    source: null,
  };
}

function partiesOf(
  text: string,
  column: "responsible" | "participants",
  registry: Registry,
  dictionary: readonly CodeMeaning[],
): PartyDraft[] {
  return readParties(text, { column }).parties.map(({ name, part }): PartyDraft => {
    const { audience } = suggestAudience(name, registry, dictionary);
    if (audience === "ask") throw new Error(`the demo's party is not understood: ${name}`);
    return { name, part, audience };
  });
}
