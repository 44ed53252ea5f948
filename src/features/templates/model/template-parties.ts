import { matchKey } from "#domain/russian/match-key.ts";
import type { Audience } from "#features/places/model/audience.ts";
import { measuresOfTemplate, type TemplateBody } from "./template.ts";

/** A name in the columns of executors, once, with how many measures name it and whom the template takes it for. */
export interface TemplateParty {
  readonly name: string;
  readonly measures: number;
  /** null where it must be said anew: nothing known, or it was one organisation of another place */
  readonly audience: Audience | null;
}

/** Whom a template names, the most often named first. */
export function partiesOfTemplate(body: Pick<TemplateBody, "roadmaps">): readonly TemplateParty[] {
  const found = new Map<string, { name: string; audience: Audience | null; measures: Set<string> }>();
  for (const { key, measure } of measuresOfTemplate(body)) {
    for (const { name, audience } of measure.parties) {
      const known = found.get(matchKey(name));
      if (known) {
        known.measures.add(key);
        known.audience ??= general(audience);
      } else found.set(matchKey(name), { name, audience: general(audience), measures: new Set([key]) });
    }
  }
  return [...found.values()]
    .map(({ name, audience, measures }) => ({ name, audience, measures: measures.size }))
    .sort((one, other) => other.measures - one.measures);
}

/** An audience that means the same in every place; one organisation or one person does not. */
export function general(audience: Audience | null): Audience | null {
  if (audience === null) return null;
  if (audience.kind === "organisation" || audience.kind === "person") return null;
  return audience.kind === "community" ? { kind: "community" } : audience;
}
