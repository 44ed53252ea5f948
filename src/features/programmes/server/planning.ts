import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { AccountMoments, Cadence } from "../model/cadence.ts";
import type { Part } from "../model/roadmap-draft.ts";
import type { ProgrammeStatus, YearKind } from "../model/words.ts";
import { grouped } from "#shared/grouped.ts";
import { outlineRows } from "./outline-rows.ts";

export interface PlanningParty {
  readonly id: Id;
  readonly name: string;
  readonly part: Part;
  readonly audience: Audience | null;
}

export interface PlanningMeasure {
  readonly id: Id;
  readonly number: string;
  readonly title: string;
  readonly dueText: string;
  readonly cadence: Cadence;
  /** null: as the programme says */
  readonly accountMoments: AccountMoments | null;
  readonly reporting: "each" | "first";
  /** years for which something is planned */
  readonly plannedYears: readonly number[];
  /** the measure, its section or a section above it, or its roadmap is closed: it owes nothing new */
  readonly closed: boolean;
  /** what was due before this day stands as it was; null: the plan speaks of every day */
  readonly bindsFrom: LocalDate | null;
  /** in the order of the document */
  readonly parties: readonly PlanningParty[];
}

export interface ProgrammePlanning {
  readonly programme: {
    readonly id: Id;
    readonly territoryId: Id;
    readonly ownerOrganisationId: Id | null;
    readonly status: ProgrammeStatus;
    readonly startsOn: LocalDate;
    readonly endsOn: LocalDate;
    readonly yearKind: YearKind;
    readonly accountMoments: AccountMoments;
  };
  readonly measures: readonly PlanningMeasure[];
}

/** All that decides the obligations of a programme; undefined where there is no such programme. For the worker: asks no rights. */
export async function measuresForPlanning(
  tx: Tx,
  territoryId: Id,
  programmeId: Id,
): Promise<ProgrammePlanning | undefined> {
  const programme = await tx
    .selectFrom("programme")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("id", "=", programmeId)
    .executeTakeFirst();
  if (!programme) return undefined;
  const measures = await tx
    .selectFrom("measure")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .select([
      "id",
      "number",
      "title",
      "due_text",
      "cadence",
      "account_moments",
      "reporting",
      "closed_at",
      "binds_from",
      "section_id",
      "roadmap_id",
    ])
    .orderBy("ordinal")
    .orderBy("id")
    .execute();
  const parties = await tx
    .selectFrom("measure_party as x")
    .innerJoin("measure as m", (join) =>
      join.onRef("m.territory_id", "=", "x.territory_id").onRef("m.id", "=", "x.measure_id"),
    )
    .where("x.territory_id", "=", territoryId)
    .where("m.programme_id", "=", programmeId)
    .select(["x.id", "x.measure_id", "x.name", "x.part", "x.audience"])
    .orderBy("x.ordinal")
    .orderBy("x.id")
    .execute();
  const years = await tx
    .selectFrom("planned_year as y")
    .innerJoin("planned_value as v", (join) =>
      join.onRef("v.territory_id", "=", "y.territory_id").onRef("v.id", "=", "y.planned_value_id"),
    )
    .innerJoin("measure as m", (join) =>
      join.onRef("m.territory_id", "=", "v.territory_id").onRef("m.id", "=", "v.measure_id"),
    )
    .where("y.territory_id", "=", territoryId)
    .where("m.programme_id", "=", programmeId)
    .where((of) => of.or([of("y.value", "is not", null), of("y.text", "<>", "")]))
    .select(["v.measure_id", "y.year"])
    .distinct()
    .orderBy("y.year")
    .execute();
  const yearsOf = grouped(years, (row) => row.measure_id);
  const closedPlaces = await closedPlacesOf(tx, territoryId, programmeId);
  const partiesOf = grouped(parties, (party) => party.measure_id);
  return {
    programme: {
      id: programme.id,
      territoryId,
      ownerOrganisationId: programme.owner_organisation_id,
      status: programme.status,
      startsOn: programme.starts_on,
      endsOn: programme.ends_on,
      yearKind: programme.year_kind,
      accountMoments: programme.account_moments as AccountMoments,
    },
    measures: measures.map((measure) => ({
      id: measure.id,
      number: measure.number,
      title: measure.title,
      dueText: measure.due_text,
      cadence: measure.cadence as Cadence,
      accountMoments: measure.account_moments as AccountMoments | null,
      reporting: measure.reporting,
      plannedYears: (yearsOf.get(measure.id) ?? []).map((row) => row.year),
      closed:
        measure.closed_at !== null ||
        closedPlaces.has(measure.roadmap_id) ||
        (measure.section_id !== null && closedPlaces.has(measure.section_id)),
      bindsFrom: measure.binds_from,
      parties: (partiesOf.get(measure.id) ?? []).map((party) => ({
        id: party.id,
        name: party.name,
        part: party.part,
        audience: party.audience as Audience | null,
      })),
    })),
  };
}

/** Closed roadmaps, closed sections and the sections inside them. */
async function closedPlacesOf(tx: Tx, territoryId: Id, programmeId: Id): Promise<ReadonlySet<Id>> {
  const { roadmaps, sections } = await outlineRows(tx, territoryId, programmeId);
  const closed = new Set(roadmaps.filter((roadmap) => roadmap.closed).map(({ id }) => id));
  const byId = new Map(sections.map((section) => [section.id, section]));
  for (const section of sections) {
    for (let at: typeof section | undefined = section; at; at = at.parentId ? byId.get(at.parentId) : undefined) {
      if (!at.closed) continue;
      closed.add(section.id);
      break;
    }
  }
  return closed;
}
