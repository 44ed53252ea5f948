import { makeId, type Id } from "#shared/ids.ts";
import { markOf } from "./marks.ts";
import type { Put } from "./people.ts";
import { ON, type Place } from "./town-frame.ts";

const YEAR = JSON.stringify([{ kind: "window", windows: [{ from: "2026-01-01", to: "2026-12-31" }], freq: null }]);

/** measures with a planned value */
const COUNTED = 6;

export interface GivenProgramme {
  readonly programmeId: Id;
  readonly measureIds: readonly Id[];
  readonly plannedIds: readonly Id[];
}

/** A programme of the territory, or of the owner, with eight measures of the year: six are counted, the last two ask for no number. */
export async function givenProgramme(
  { put, territoryId, people }: Place,
  status: string,
  owner: Id | null,
): Promise<GivenProgramme> {
  const [programmeId, roadmapId, sectionId] = [makeId(), makeId(), makeId()];
  const at = { territory_id: territoryId };
  await put("programme", {
    ...at,
    id: programmeId,
    owner_organisation_id: owner,
    title: `Программа ${markOf(programmeId)}`,
    short_title: markOf(programmeId),
    status,
    starts_on: "2026-01-01",
    ends_on: "2026-12-31",
    goal: `Цель ${markOf(programmeId)}`,
    officer_person_id: owner ? people.school.head.personId : people.office.officer.personId,
    approved_at: status === "draft" ? null : ON,
    created_at: ON,
  });
  await put("roadmap", {
    ...at,
    id: roadmapId,
    programme_id: programmeId,
    title: `План ${markOf(roadmapId)}`,
    ordinal: 1,
  });
  await put("section", {
    ...at,
    id: sectionId,
    roadmap_id: roadmapId,
    number: "1",
    title: `Раздел ${markOf(sectionId)}`,
    ordinal: 1,
  });
  const measureIds: Id[] = [];
  const plannedIds: Id[] = [];
  for (const ordinal of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const [id, plannedId] = [makeId(), makeId()];
    await put("measure", {
      ...at,
      id,
      programme_id: programmeId,
      roadmap_id: roadmapId,
      section_id: sectionId,
      number: `1.${ordinal}`,
      title: `Дело ${markOf(id)}`,
      due_text: "в течение года",
      cadence: YEAR,
      ordinal,
    });
    await put("measure_party", {
      ...at,
      id: makeId(),
      measure_id: id,
      name: `исполнитель ${markOf(id)}`,
      part: "assignee",
      audience: '{"kind":"organisationKind","kinds":["school"]}',
      ordinal: 1,
    });
    measureIds.push(id);
    if (ordinal > COUNTED) continue;
    await put("planned_value", {
      ...at,
      id: plannedId,
      measure_id: id,
      label: markOf(id),
      aggregation: "eachYear",
      ordinal: 1,
    });
    await put("planned_year", { ...at, planned_value_id: plannedId, year: 2026, text: "5", value: 5 });
    plannedIds.push(plannedId);
  }
  if (status === "running") await givenFirstRedaction(put, territoryId, programmeId);
  return { programmeId, measureIds, plannedIds };
}

/** The document as it was first approved, before anything was planned. */
async function givenFirstRedaction(put: Put, territoryId: Id, programmeId: Id): Promise<void> {
  const id = makeId();
  const document = {
    title: `Редакция ${markOf(id)}`,
    shortTitle: markOf(id),
    startsOn: "2026-01-01",
    endsOn: "2026-12-31",
    yearKind: "calendar",
    accountMoments: { kind: "quarterEnd" },
    goal: "",
    tasks: [],
    passport: [],
    roadmaps: [],
  };
  await put("redaction", {
    territory_id: territoryId,
    id,
    programme_id: programmeId,
    number: 1,
    effective_on: "2026-01-01",
    approved_at: ON,
    document: JSON.stringify(document),
  });
}
