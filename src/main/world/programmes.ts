import type { Id } from "#shared/ids.ts";
import { addYears, localDate, partsOf, type LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { WantedObligation } from "#features/obligations/model/plan.ts";
import { plannedProgramme, planDiffOf } from "#features/obligations/server/public.ts";
import { createProgramme, writeRoadmap } from "#features/programmes/server/public.ts";
import { adaptTemplate } from "#features/templates/model/adapt-template.ts";
import { bodyOfLibrary } from "#features/templates/model/from-library.ts";
import { LIBRARY } from "#features/templates/model/library.ts";
import { measuresOfTemplate } from "#features/templates/model/template.ts";
import { partiesOfTemplate } from "#features/templates/model/template-parties.ts";
import type { Chance } from "./chance.ts";
import type { WorldTown } from "./places.ts";

/** What a programme owes, row by row, as planning wants it. */
export interface OwedProgramme {
  readonly id: Id;
  readonly createdAt: Date;
  readonly wanted: readonly WantedObligation[];
}

/** Years between the beginnings of one programme and its next edition. */
const EDITION = 3;

/**
 * Programmes of a municipality from the templates that come with the product, of one edition: those in force (0), those of three years
 * before (1) and so on, until they ask for `least` reports; written by the same use cases as a specialist's own. What they owe is planned
 * and not written.
 */
export async function writeEdition(
  context: UseCaseContext,
  chance: Chance,
  town: WorldTown,
  { edition, today, least }: { readonly edition: number; readonly today: LocalDate; readonly least: number },
): Promise<OwedProgramme[]> {
  const own = { ...context, newId: () => chance.id() };
  const made: OwedProgramme[] = [];
  let owed = 0;
  for (const template of LIBRARY) {
    if (template.owner !== "territory" || owed >= least) continue;
    const programme = await writeProgramme(own, town, template, partsOf(today).year - 1 - edition * EDITION, today);
    owed += programme.wanted.length;
    made.push(programme);
  }
  return made;
}

async function writeProgramme(
  context: UseCaseContext,
  town: WorldTown,
  template: (typeof LIBRARY)[number],
  firstYear: number,
  today: LocalDate,
): Promise<OwedProgramme> {
  const body = bodyOfLibrary(template);
  const { programme, roadmaps } = adaptTemplate(body, {
    firstYear,
    years: template.years,
    parties: partiesOfTemplate(body),
    taken: measuresOfTemplate(body).map(({ key }) => key),
  });
  const last = firstYear + template.years - 1;
  const id = await createProgramme(context, {
    ...programme,
    tasks: [...programme.tasks],
    passport: [...programme.passport],
    territoryId: town.id,
    title: `${template.title}, ${firstYear}–${last}`,
    shortTitle: `${template.title.slice(0, 60)}, ${firstYear}–${last}`,
    officerPersonId: town.officer,
  });
  for (const roadmap of roadmaps) await writeRoadmap(context, town.id, id, roadmap);
  const approvedAt = new Date(`${addYears(localDate(programme.startsOn), -1)}T09:00:00Z`);
  await context.tx
    .updateTable("programme")
    .set({ status: programme.endsOn < today ? "finished" : "running", approved_at: approvedAt })
    .where("territory_id", "=", town.id)
    .where("id", "=", id)
    .execute();
  const planned = await plannedProgramme(context.tx, town.id, id);
  const { add } = await planDiffOf(context, town.id, planned!);
  return { id, createdAt: approvedAt, wanted: add };
}
