import { bestPairs, type Edge } from "#domain/redactions/assignment.ts";
import { bagOf, likenessOf, vocabularyOf } from "#domain/redactions/likeness.ts";
import { numberKey } from "#domain/redactions/row-likeness.ts";
import { placesOf, type RedactionDocument, type RedactionSection } from "./redaction-document.ts";

/** What speaks for two places being one: the measures they share first, then the title, then the number. */
const WEIGHT = { measures: 0.6, title: 0.35, number: 0.05 } as const;
const STRANGERS = 0.3;

/**
 * Which roadmaps and sections of the new document are which of the old: by the measures they share and by their titles.
 * Keys of the new document to keys of the old. A roadmap that is the only one left on both sides is the same roadmap.
 */
export function pairPlaces(
  before: Pick<RedactionDocument, "roadmaps">,
  after: Pick<RedactionDocument, "roadmaps">,
  measurePairs: ReadonlyMap<string, string>,
): Map<string, string> {
  const sides = { before: comparable(before), after: comparable(after) };
  const words = vocabularyOf([...sides.before, ...sides.after].map(({ title }) => title));
  const edges: Edge[] = [];
  for (const [one, old] of sides.before.entries())
    for (const [other, now] of sides.after.entries()) {
      if (old.kind !== now.kind) continue;
      const shared = now.measures.filter((key) => old.measures.includes(measurePairs.get(key) ?? "")).length;
      const whole = old.measures.length + now.measures.length;
      const worth =
        WEIGHT.measures * (whole === 0 ? 0 : (2 * shared) / whole) +
        WEIGHT.title * likenessOf(bagOf(old.title, words), bagOf(now.title, words)) +
        WEIGHT.number * (numberKey(old.number) === numberKey(now.number) ? 1 : 0);
      if (worth >= STRANGERS) edges.push({ before: one, after: other, worth });
    }
  const pairs = new Map(bestPairs(edges).map((edge) => [sides.after[edge.after]!.key, sides.before[edge.before]!.key]));
  const taken = new Set(pairs.values());
  const left = {
    before: before.roadmaps.filter(({ key }) => !taken.has(key)),
    after: after.roadmaps.filter(({ key }) => !pairs.has(key)),
  };
  if (left.before.length === 1 && left.after.length === 1) pairs.set(left.after[0]!.key, left.before[0]!.key);
  return pairs;
}

function comparable(document: Pick<RedactionDocument, "roadmaps">) {
  return placesOf(document).map((place) => ({ ...place, measures: measuresIn(place) }));
}

/** Keys of the measures of a place and of the sections inside it. */
function measuresIn({ measures, sections }: Pick<RedactionSection, "measures" | "sections">): string[] {
  return [...measures.map(({ key }) => key), ...sections.flatMap(measuresIn)];
}
