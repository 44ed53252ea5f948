import type { FileStore } from "#platform/files/store.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { markOf } from "./marks.ts";
import { givenDesks, givenPause } from "./given-desk.ts";
import { givenProgramme, type GivenProgramme } from "./given-programmes.ts";
import { givenJointReport, givenOtherBearers, givenWork } from "./given-work.ts";
import { givenTownPeople, type Put, type TownPeople } from "./people.ts";
import { givenFile, ON, type Place } from "./town-frame.ts";

/** The business day of the probed world. */
export const NOW = "2026-11-16T09:00:00+03:00";

/** One municipality with everything a municipality holds. */
export interface Town {
  readonly territoryId: Id;
  readonly authorityId: Id;
  readonly schoolIds: readonly [Id, Id];
  readonly people: TownPeople;
  /** the territory's programme in force, its draft; the first school's own in force, its draft */
  readonly programmes: readonly [Id, Id, Id, Id];
}

/** Fills a municipality: organisations, people, papers, programmes in every state, what is owed and what was reported. */
export async function givenTown(put: Put, files: FileStore, territoryId: Id): Promise<Town> {
  const organisation = async (kind: string): Promise<Id> => {
    const id = makeId();
    const name = `Организация ${id.slice(-6)}`;
    await put("organisation", { id, territory_id: territoryId, kind, name, short_name: `О-${id.slice(-6)}` });
    return id;
  };
  const authorityId = await organisation("authority");
  const centreId = await organisation("methodological_centre");
  const schoolIds = [await organisation("school"), await organisation("school")] as const;
  const people = await givenTownPeople(put, territoryId, schoolIds);
  const place: Place = { put, files, territoryId, people, authorityId, centreId, schoolIds };
  const paperId = await givenRegistry(place);
  const ofTerritory = await givenProgramme(place, "running", null);
  const draft = await givenProgramme(place, "draft", null);
  const ofSchool = await givenProgramme(place, "running", schoolIds[0]);
  const schoolDraft = await givenProgramme(place, "draft", schoolIds[0]);
  await givenWork(place, ofTerritory, schoolIds[0], people.school.head);
  await givenWork(place, ofTerritory, schoolIds[1], people.neighbour.head);
  await givenWork(place, ofSchool, schoolIds[0], people.school.deputy);
  await givenWork(place, ofSchool, schoolIds[1], people.neighbour.head);
  await givenOtherBearers(place, ofTerritory);
  await givenJointReport(place, [ofTerritory, ofSchool], schoolIds[0], people.school.head);
  await givenProgramme(place, "finished", null);
  await givenDesks(place, ofTerritory);
  await givenPause(place, ofTerritory, people.office.officer);
  await givenPause(place, ofSchool, people.school.head);
  await givenCitation(place, paperId, [ofTerritory, draft, ofSchool]);
  const programmes = [ofTerritory, draft, ofSchool, schoolDraft].map((one) => one.programmeId);
  return { territoryId, authorityId, schoolIds, people, programmes: programmes as unknown as Town["programmes"] };
}

/** Measures of these programmes, seen by different people, cite one paper that all of the place see; an answer is kept for a retry. */
async function givenCitation(
  { put, territoryId, people }: Place,
  paperId: Id,
  citing: readonly GivenProgramme[],
): Promise<void> {
  for (const { measureIds } of citing)
    await put("measure_paper", { territory_id: territoryId, measure_id: measureIds[0], paper_id: paperId });
  await put("idempotency", {
    person_id: people.school.head.personId,
    key: makeId(),
    action: "report.submit",
    request_hash: "",
    status: 200,
    answer: "{}",
    at: ON,
  });
}

/** Designations, the dictionary, papers with their files, notices and calls; returns the paper of the whole place. */
async function givenRegistry({ put, files, territoryId, people, authorityId, schoolIds }: Place): Promise<Id> {
  for (const organisationId of schoolIds)
    await put("designation", {
      territory_id: territoryId,
      id: makeId(),
      organisation_id: organisationId,
      kind: "low_results",
      from_on: "2019-09-01",
    });
  await put("school_calendar", { territory_id: territoryId, school_year: 2026, terms: "[]" });
  await givenColleagueWithoutAccount(put, territoryId, schoolIds[0]);
  const code = markOf(territoryId);
  await put("role_code", { territory_id: territoryId, match_key: code, code, audience: '{"kind":"territory"}' });
  const paperIds: Id[] = [];
  for (const issuer of [null, authorityId, ...schoolIds]) {
    const id = makeId();
    paperIds.push(id);
    const fileId = await givenFile(put, files, territoryId, people.office.officer, { kind: "paper", id });
    await put("paper", {
      territory_id: territoryId,
      id,
      kind: "directive",
      number: id.slice(-5),
      dated_on: "2026-02-02",
      title: `Приказ ${markOf(id)}`,
      issuer_organisation_id: issuer,
      file_id: fileId,
    });
  }
  for (const persona of [people.office.officer, people.school.head, people.school.teacher, people.neighbour.head]) {
    const id = makeId();
    const notice = { territory_id: territoryId, id, person_id: persona.personId, kind: "reportReturned" };
    await put("notice", { ...notice, text: `Замечание ${markOf(id)}`, link: "/", created_at: ON });
  }
  for (const organisationId of schoolIds) {
    const id = makeId();
    const call = {
      territory_id: territoryId,
      id,
      organisation_id: organisationId,
      called_by: people.office.officer.personId,
    };
    await put("phone_call", { ...call, called_at: ON, note: `Обещали ${markOf(id)}` });
  }
  return paperIds[0]!;
}

async function givenColleagueWithoutAccount(put: Put, territoryId: Id, organisationId: Id): Promise<void> {
  const personId = makeId();
  await put("person", { id: personId, family_name: `Имярек ${markOf(personId)}`, given_name: "Пётр" });
  await put("membership", {
    territory_id: territoryId,
    id: makeId(),
    person_id: personId,
    organisation_id: organisationId,
    position: "сотрудник",
    from_on: "2015-01-01",
  });
}
