import { makeId, type Id } from "#shared/ids.ts";
import type { GivenProgramme } from "./given-programmes.ts";
import { markOf } from "./marks.ts";
import type { Persona } from "./place.ts";
import { givenFile, ON, type Place } from "./town-frame.ts";

const FATES = ["none", "draft", "submitted", "returned", "accepted", "none"] as const;

/** What an organisation owes by the programme's measures: one untouched, one with a report in each state, one handed to a teacher. */
export async function givenWork(
  place: Place,
  programme: GivenProgramme,
  organisationId: Id,
  author: Persona,
): Promise<void> {
  for (const [at, fate] of FATES.entries()) {
    const colleague = organisationId === place.schoolIds[0] ? place.people.school : place.people.neighbour;
    const delegatedTo = at === 5 ? colleague.teacher.personId : null;
    const bearer = { bearer_kind: "organisation", bearer_organisation_id: organisationId };
    const obligationId = await givenObligation(
      place,
      programme,
      at,
      { ...bearer, delegated_to: delegatedTo },
      organisationId,
    );
    if (fate !== "none")
      await givenReport(place, { obligationId, organisationId, author, fate, plannedId: programme.plannedIds[at]! });
  }
}

/** The authority, the territory itself and a person owe something too. */
export async function givenOtherBearers(place: Place, programme: GivenProgramme): Promise<void> {
  const teacher = place.people.school.teacher.personId;
  const bearers = [
    [{ bearer_kind: "organisation", bearer_organisation_id: place.authorityId }, place.authorityId],
    [{ bearer_kind: "territory" }, place.territoryId],
    [{ bearer_kind: "person", bearer_person_id: teacher }, teacher],
  ] as const;
  for (const [at, [bearer, key]] of bearers.entries()) await givenObligation(place, programme, at, bearer, key!);
}

async function givenObligation(
  { put, territoryId }: Place,
  { programmeId, measureIds }: GivenProgramme,
  at: number,
  bearer: Readonly<Record<string, unknown>>,
  key: Id,
): Promise<Id> {
  const id = makeId();
  await put("obligation", {
    territory_id: territoryId,
    id,
    programme_id: programmeId,
    measure_id: measureIds[at],
    ...bearer,
    bearer_key: `${String(bearer["bearer_kind"])}:${key}`,
    part: "assignee",
    occurrence_key: "2026",
    opens_on: "2026-01-01",
    due_on: at % 2 === 0 ? "2026-10-20" : "2026-12-20",
    created_at: ON,
  });
  return id;
}

interface GivenReport {
  readonly obligationId: Id;
  readonly organisationId: Id;
  readonly author: Persona;
  readonly fate: "draft" | "submitted" | "returned" | "accepted";
  readonly plannedId: Id;
}

async function givenReport({ put, files, territoryId, people }: Place, given: GivenReport): Promise<void> {
  const { obligationId, organisationId, author, fate, plannedId } = given;
  const id = makeId();
  const at = { territory_id: territoryId };
  await put("report", {
    ...at,
    id,
    organisation_id: organisationId,
    state: fate,
    text: `Сделано ${markOf(id)}`,
    done_on: "2026-10-01",
    author_person_id: author.personId,
    created_at: ON,
    saved_at: ON,
    submitted_at: fate === "draft" ? null : ON,
    decided_at: fate === "accepted" || fate === "returned" ? ON : null,
    decided_by: fate === "accepted" || fate === "returned" ? people.office.officer.personId : null,
    remark: fate === "returned" ? `Нет подписи ${markOf(id)}` : "",
  });
  await put("report_obligation", { ...at, report_id: id, obligation_id: obligationId });
  await put("report_value", {
    ...at,
    report_id: id,
    obligation_id: obligationId,
    planned_value_id: plannedId,
    year: 2026,
    value: 3,
  });
  const fileId = await givenFile(put, files, territoryId, author, { kind: "report", id });
  await put("evidence", { ...at, id: makeId(), report_id: id, kind: "file", file_id: fileId, ordinal: 0 });
  await put("evidence", {
    ...at,
    id: makeId(),
    report_id: id,
    kind: "link",
    url: `https://school.example/${markOf(id)}`,
    ordinal: 1,
  });
  if (fate !== "draft")
    await put("report_step", {
      ...at,
      id: makeId(),
      report_id: id,
      step: "submit",
      person_id: author.personId,
      at: ON,
    });
  if (fate === "returned")
    await put("report_step", {
      ...at,
      id: makeId(),
      report_id: id,
      step: "return",
      person_id: people.office.officer.personId,
      at: ON,
      remark: markOf(id),
    });
}
