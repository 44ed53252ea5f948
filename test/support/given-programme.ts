import type { Id } from "#shared/ids.ts";
import { makeId } from "#shared/ids.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { Part } from "#features/programmes/model/roadmap-draft.ts";
import type { World } from "./world.ts";

export interface GivenMeasure {
  readonly title?: string;
  readonly number?: string;
  /** a year, or phases as `programmes/model/cadence.ts` stores them */
  readonly years?: readonly number[];
  readonly cadence?: unknown;
  readonly parties: readonly { readonly audience: Audience; readonly part?: Part }[];
  readonly reportDocument?: string;
  readonly plan?: {
    readonly year: number;
    readonly text: string;
    readonly value: number;
    readonly unit?: "count" | "percent";
  };
}

export interface GivenProgramme {
  readonly programmeId: Id;
  readonly measureIds: readonly Id[];
  /** planned value of each measure, where one was given */
  readonly plannedIds: readonly (Id | undefined)[];
}

/** A programme in force written straight into the tables, with its measures in one roadmap; obligations come with `replan`. */
export async function givenProgramme(
  world: World,
  territoryId: Id,
  measures: readonly GivenMeasure[],
  options: { status?: string; ownerOrganisationId?: Id; officerId?: Id; from?: string; to?: string } = {},
): Promise<GivenProgramme> {
  const [programmeId, roadmapId] = [makeId(), makeId()];
  await world.rows(
    `insert into programme (territory_id, id, owner_organisation_id, title, short_title, status, starts_on, ends_on, officer_person_id, created_at)
     values ($1, $2, $3, 'Программа поддержки школ', 'Поддержка школ', $4, $5, $6, $7, now())`,
    [
      territoryId,
      programmeId,
      options.ownerOrganisationId ?? null,
      options.status ?? "running",
      options.from ?? "2026-01-01",
      options.to ?? "2027-12-31",
      options.officerId ?? null,
    ],
  );
  await world.rows(
    "insert into roadmap (territory_id, id, programme_id, title, ordinal) values ($1, $2, $3, 'Дорожная карта', 1)",
    [territoryId, roadmapId, programmeId],
  );
  const measureIds: Id[] = [];
  const plannedIds: (Id | undefined)[] = [];
  for (const [ordinal, measure] of measures.entries()) {
    const measureId = makeId();
    const windows = (measure.years ?? []).map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` }));
    const cadence = measure.cadence ?? [{ kind: "window", windows, freq: null }];
    await world.rows(
      `insert into measure (territory_id, id, programme_id, roadmap_id, number, title, cadence, report_document, ordinal)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        territoryId,
        measureId,
        programmeId,
        roadmapId,
        measure.number ?? `1.${ordinal + 1}`,
        measure.title ?? `Мероприятие ${ordinal + 1}`,
        JSON.stringify(cadence),
        measure.reportDocument ?? "",
        ordinal,
      ],
    );
    for (const [at, party] of measure.parties.entries())
      await world.rows(
        "insert into measure_party (territory_id, id, measure_id, name, part, audience, ordinal) values ($1, $2, $3, 'исполнитель', $4, $5, $6)",
        [territoryId, makeId(), measureId, party.part ?? "assignee", JSON.stringify(party.audience), at],
      );
    const plannedId = measure.plan ? makeId() : undefined;
    if (measure.plan) {
      await world.rows(
        "insert into planned_value (territory_id, id, measure_id, label, unit, aggregation, ordinal) values ($1, $2, $3, 'Открытый доклад', $4, 'eachYear', 1)",
        [territoryId, plannedId, measureId, measure.plan.unit ?? "count"],
      );
      await world.rows(
        "insert into planned_year (territory_id, planned_value_id, year, text, value) values ($1, $2, $3, $4, $5)",
        [territoryId, plannedId, measure.plan.year, measure.plan.text, measure.plan.value],
      );
    }
    measureIds.push(measureId);
    plannedIds.push(plannedId);
  }
  return { programmeId, measureIds, plannedIds };
}

/** Plans the programme again, through the queue, and waits until it is done. */
export async function replan(world: World, territoryId: Id, programmeId: Id): Promise<void> {
  await send(world, "obligation-replan", { territoryId, programmeId });
}

export async function replanTerritory(world: World, territoryId: Id): Promise<void> {
  await send(world, "obligation-replan-territory", { territoryId });
}

async function send(world: World, queue: string, data: Readonly<Record<string, unknown>>): Promise<void> {
  const { program } = world;
  await program.database.within({ person: undefined, reads: [], writes: [] }, (tx) =>
    program.jobs.senderFor(tx)(queue, data),
  );
  await world.settle();
}
