import { matchKey } from "#domain/russian/match-key.ts";
import type { Id } from "#shared/ids.ts";
import { partsOf } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { suggestAudience } from "#features/obligations/model/suggest-audience.ts";
import { Audience } from "#features/places/model/audience.ts";
import { isOpen, type RegistryOrganisation } from "#features/places/model/registry.ts";
import { leadsTerritory } from "#features/places/model/access.ts";
import { dictionaryOf, registryOf, timeZoneOf } from "#features/places/server/public.ts";
import type { TemplatePage } from "../model/contract.ts";
import { organisationsLed } from "../model/policy.ts";
import { ownYears } from "../model/shift-years.ts";
import { partiesOfTemplate } from "../model/template-parties.ts";
import { audienceChoices } from "./audience-choices.ts";
import { loadTemplate, type LoadedTemplate } from "./load-template.ts";
import { presentRoadmaps, presentRow } from "./present-template.ts";

/**
 * A template ready to be adapted: whom its names mean in this district (by the district's own dictionary first, then as the template
 * says), how many that is today, and the years and owners that fit.
 */
export async function readTemplate(context: UseCaseContext, territoryId: Id, key: string): Promise<TemplatePage> {
  const template = await loadTemplate(context, territoryId, key);
  const { tx, clock } = context;
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const registry = await registryOf(tx, territoryId);
  const dictionary = await dictionaryOf(tx, territoryId);
  const open = registry.organisations.filter((one) => isOpen(one, today));
  const owners = await ownersOf(context, territoryId, template, open);
  const own = new Map(dictionary.filter((entry) => entry.own).map((entry) => [entry.matchKey, entry.audience]));
  const parties = partiesOfTemplate(template.body).map(({ name, measures, audience }) => {
    const meant = own.get(matchKey(name)) ?? audience ?? sure(suggestAudience(name, registry, dictionary));
    return { name, measures, audience: meant && here(Audience.parse(meant), open) };
  });
  const { startsOn, endsOn, ownYear } = ownYears(template.body);
  return {
    ...presentRow(template),
    goal: template.body.goal,
    tasks: [...template.body.tasks],
    startsOn,
    endsOn,
    ownYear,
    firstYear: nextYear(template, partsOf(today)),
    owners,
    choices: audienceChoices(
      registry,
      owners.map(({ id }) => id),
      parties.flatMap(({ audience }) => audience ?? []),
      today,
    ),
    parties,
    roadmaps: presentRoadmaps(template),
  };
}

/** The region's institute is in the registry of few districts; elsewhere it stands in the document and owes nothing here. */
function here(audience: Audience, open: readonly RegistryOrganisation[]): Audience {
  const isInstitute = audience.kind === "organisationKind" && audience.kinds.join() === "regional_institute";
  return isInstitute && !open.some(({ kind }) => kind === "regional_institute") ? { kind: "outside" } : audience;
}

function sure({ audience, sure: isSure }: ReturnType<typeof suggestAudience>) {
  return isSure && audience !== "ask" ? audience : null;
}

/** The next year that has not begun: a school year is still ahead until September. */
function nextYear({ body }: LoadedTemplate, { year, month }: { year: number; month: number }): number {
  return body.yearKind === "school" && month < 9 ? year : year + 1;
}

async function ownersOf(
  { actor, tx }: UseCaseContext,
  territoryId: Id,
  { owner }: LoadedTemplate,
  open: readonly { readonly id: Id; readonly shortName: string }[],
): Promise<TemplatePage["owners"]> {
  const territory = leadsTerritory(actor, territoryId)
    ? await tx.selectFrom("territory").where("id", "=", territoryId).select("short_name").executeTakeFirst()
    : undefined;
  const led = new Set(organisationsLed(actor, territoryId));
  const whole = territory ? [{ id: null, name: territory.short_name }] : [];
  const schools = open.filter(({ id }) => led.has(id)).map(({ id, shortName }) => ({ id, name: shortName }));
  return owner === "territory" ? [...whole, ...schools] : [...schools, ...whole];
}
