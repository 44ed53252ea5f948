import type { UseCaseContext } from "#platform/http/route.ts";
import type { Audience } from "#features/places/model/audience.ts";
import { registryFor, standsIn } from "#features/places/model/registry.ts";
import { registryOf } from "#features/places/server/public.ts";
import type { PartyForm } from "../model/measure-form.ts";
import { programmeProblem } from "../model/problems.ts";
import type { ProgrammeRecord } from "./load-programme.ts";

type Named = Extract<Audience, { readonly kind: "organisation" | "person" }>;

/**
 * An organisation or a person named in a measure stands in the territory; in an organisation's own programme it is that organisation
 * or one of its people. What the measure names already (`standing`) is not asked again: a document may name whom planning passes over.
 * Throws «executor-unknown», «executor-elsewhere».
 */
export async function checkParties(
  context: UseCaseContext,
  programme: Pick<ProgrammeRecord, "territory_id" | "owner_organisation_id">,
  parties: readonly Pick<PartyForm, "name" | "audience">[],
  standing: readonly { readonly audience: Audience | null }[] = [],
): Promise<void> {
  const known = new Set(standing.flatMap(({ audience }) => (isNamed(audience) ? [keyOf(audience)] : [])));
  const asked = parties.flatMap(({ name, audience }, at) =>
    isNamed(audience) && !known.has(keyOf(audience)) ? [{ name, audience, at }] : [],
  );
  if (asked.length === 0) return;
  const owner = programme.owner_organisation_id;
  const registry = registryFor(await registryOf(context.tx, programme.territory_id), owner);
  const refused = asked.find(({ audience }) => !standsIn(registry, audience));
  if (!refused) return;
  const code = owner === null ? "executor-unknown" : "executor-elsewhere";
  throw programmeProblem(code, {
    values: { name: refused.name },
    fields: { [`parties.${refused.at}.name`]: "Выберите, кто отчитывается, из списка." },
  });
}

function isNamed(audience: Audience | null): audience is Named {
  return audience?.kind === "organisation" || audience?.kind === "person";
}

function keyOf({ kind, id }: Named): string {
  return `${kind}:${id}`;
}
