import { makeId, type Id } from "#shared/ids.ts";
import type { GivenProgramme } from "./given-programmes.ts";
import { markOf } from "./marks.ts";
import type { Persona } from "./place.ts";
import { givenFile, ON, type Place } from "./town-frame.ts";

const FATES = ["none", "draft", "submitted", "returned", "accepted", "none", "none", "none"] as const;

/**
 * What an organisation owes by the programme's measures: one untouched, one with a report in each state, one handed to a teacher, one that
 * is answered in a word, one that stands still.
 */
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
      await givenReport(place, {
        obligationIds: [obligationId],
        organisationId,
        author,
        fate,
        plannedId: programme.plannedIds[at]!,
      });
  }
}

/** The authority, the centre, the territory itself and a person owe something too, and have reported some of it. */
export async function givenOtherBearers(place: Place, programme: GivenProgramme): Promise<void> {
  const { people, authorityId, centreId, territoryId } = place;
  const teacher = people.school.teacher.personId!;
  const office = (organisationId: Id) => ({ bearer_kind: "organisation", bearer_organisation_id: organisationId });
  const handed = { delegated_to: people.office.methodologist.personId };
  const owed = [
    [office(authorityId), authorityId, people.office.officer],
    [office(centreId), centreId, people.office.methodologist],
    [{ bearer_kind: "territory" }, territoryId, people.office.administrator],
    [{ bearer_kind: "person", bearer_person_id: teacher }, teacher, people.school.teacher],
    [{ ...office(authorityId), ...handed }, authorityId, undefined],
    [office(centreId), centreId, undefined],
  ] as const;
  for (const [at, [bearer, key, author]] of owed.entries()) {
    const obligationId = await givenObligation(place, programme, at, bearer, key);
    const plannedId = programme.plannedIds[at]!;
    const organisationId = key === authorityId || key === centreId ? key : null;
    if (author)
      await givenReport(place, { obligationIds: [obligationId], organisationId, author, fate: "submitted", plannedId });
  }
}

/** One report answers two programmes: the territory's and the school's own. */
export async function givenJointReport(
  place: Place,
  programmes: readonly [GivenProgramme, GivenProgramme],
  organisationId: Id,
  author: Persona,
): Promise<void> {
  const bearer = { bearer_kind: "organisation", bearer_organisation_id: organisationId, occurrence_key: "2026-2" };
  const obligationIds: Id[] = [];
  for (const programme of programmes)
    obligationIds.push(await givenObligation(place, programme, 0, bearer, organisationId));
  const plannedId = programmes[0].plannedIds[0]!;
  await givenReport(place, { obligationIds, organisationId, author, fate: "submitted", plannedId });
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
    occurrence_key: "2026",
    ...bearer,
    bearer_key: `${String(bearer["bearer_kind"])}:${key}`,
    part: "assignee",
    opens_on: "2026-01-01",
    due_on: at % 2 === 0 ? "2026-10-20" : "2026-12-20",
    created_at: ON,
  });
  return id;
}

interface GivenReport {
  readonly obligationIds: readonly Id[];
  readonly organisationId: Id | null;
  readonly author: Persona;
  readonly fate: "draft" | "submitted" | "returned" | "accepted";
  readonly plannedId: Id;
}

async function givenReport({ put, files, territoryId, people }: Place, given: GivenReport): Promise<void> {
  const { obligationIds, organisationId, author, fate, plannedId } = given;
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
  for (const obligationId of obligationIds)
    await put("report_obligation", { ...at, report_id: id, obligation_id: obligationId });
  await put("report_value", {
    ...at,
    report_id: id,
    obligation_id: obligationIds[0],
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
