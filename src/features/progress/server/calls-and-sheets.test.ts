import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readXlsx } from "hucre/xlsx";
import { makeId, type Id } from "#shared/ids.ts";
import { addDays, localDate } from "#shared/local-date.ts";
import { givenProgramme } from "../../../../test/support/given-programme.ts";
import {
  count,
  get,
  openProgressWorld,
  stateOf,
  TODAY,
  type ProgressWorld,
} from "../../../../test/support/progress-world.ts";

describe("what is done about progress", () => {
  let world: ProgressWorld["world"];
  let town: ProgressWorld["town"];
  let schools: ProgressWorld["schools"];
  let given: ProgressWorld["given"];
  let raw: ProgressWorld["raw"];
  let personas: ProgressWorld["personas"];
  beforeAll(async () => {
    ({ world, town, schools, given, raw, personas } = await openProgressWorld(13));
  });
  afterAll(() => world.close());

  it("gives the rows, the late list and the heat map as workbooks", async () => {
    const answer = await personas.officer.call("GET", `/api/progress/rows.xlsx?territoryId=${town}&state=late`);
    const [sheet] = (await readXlsx(new Uint8Array(answer.raw))).sheets;
    const late = raw.filter((row) => stateOf(row) === "late");
    const cells = sheet!.rows.flat().filter((cell) => cell === "просрочено");
    expect(cells).toHaveLength(late.length);
    const call = await personas.officer.call("GET", `/api/progress/late.xlsx?territoryId=${town}`);
    const [lateSheet] = (await readXlsx(new Uint8Array(call.raw))).sheets;
    expect(lateSheet!.rows.flat()).toContain("Последний звонок");
    const map = await personas.officer.call(
      "GET",
      `/api/progress/programmes/${town}/${given.programmeId}/execution.xlsx?year=2026`,
    );
    const [mapSheet] = (await readXlsx(new Uint8Array(map.raw))).sheets;
    const year = count(raw.filter((row) => row.programme_id === given.programmeId && row.due_on.startsWith("2026")));
    const foot = mapSheet!.rows.find((row) => row[0] === "Итого");
    expect(foot!.slice(-3)).toEqual([year.accepted, year.due, year.late]);
  });

  it("gives every row of a list longer than is held at a time, once and in order", async () => {
    const many = await world.territory({ kind: "municipality", parentId: await world.territory({ kind: "region" }) });
    const officer = await world.person([{ role: "officer", territoryId: many }]);
    const school = await world.organisation(many, "school");
    const { programmeId, measureIds } = await givenProgramme(world, many, [
      { title: "Провести совещание", parties: [{ audience: { kind: "organisation", id: school } }] },
    ]);
    await world.rows(
      `insert into obligation (territory_id, id, programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_key, part, occurrence_key,
         opens_on, due_on, created_at)
       select $1, gen_random_uuid(), $2, $3, 'organisation', $4::uuid, 'organisation:' || $4::uuid::text, 'assignee', 'n' || n, day, day, now()
       from (select n, date '2024-01-01' + n as day from generate_series(1, 2345) n) d`,
      [many, programmeId, measureIds[0], school],
    );
    const answer = await officer.call("GET", `/api/progress/rows.xlsx?territoryId=${many}`);
    const { rows } = (await readXlsx(new Uint8Array(answer.raw))).sheets[0]!;
    const days = rows.slice(3).map((row) => (row[5] as Date).toISOString().slice(0, 10));
    expect(days).toEqual(Array.from({ length: 2345 }, (_, at) => addDays(localDate("2024-01-02"), at)));
    expect(new Set(rows.slice(3).map((row) => row[1]))).toEqual(new Set(["Провести совещание"]));
  });

  it("an officer's call is remembered where it was made, and the school does not read it", async () => {
    const before = await get(personas.officer, `/api/progress/late?territoryId=${town}`);
    const { organisationId } = before.bearers[0];
    expect(before.bearers[0].lastCall).toBeNull();
    const call = { territoryId: town, organisationId, note: "Обещали к пятнице" };
    expect((await personas.officer.call("POST", "/api/progress/calls", call)).status).toBe(200);
    const after = await get(personas.officer, `/api/progress/late?territoryId=${town}`);
    expect(after.bearers[0].lastCall).toMatchObject({ on: TODAY, note: "Обещали к пятнице" });
    const calls = await get(
      personas.officer,
      `/api/progress/calls?territoryId=${town}&organisationId=${organisationId}`,
    );
    expect(calls).toHaveLength(1);
    const school = await get(personas.school, `/api/progress/late?territoryId=${town}`);
    expect(JSON.stringify(school)).not.toContain("Обещали");
  });

  it("names what the office itself owes apart from those it calls", async () => {
    const office = await world.organisation(town, "authority", "Управление образования");
    await world.rows(
      `insert into obligation (territory_id, id, programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_key, part,
         occurrence_key, opens_on, due_on, created_at)
       values ($1, $2, $3, $4, 'organisation', $5, $6, 'assignee', 'own', $7, $7, now())`,
      [town, makeId(), given.programmeId, given.measureIds[0], office, `organisation:${office}`, addDays(TODAY, -1)],
    );
    const late = raw.filter((row) => stateOf(row) === "late").length;
    const names = (bearers: readonly { name: string }[]) => bearers.map(({ name }) => name);
    for (const name of ["officer", "region"] as const) {
      const list = await get(personas[name], `/api/progress/late?territoryId=${town}`);
      expect(list.late).toBe(late + 1);
      expect(names(list.own)).toEqual(name === "officer" ? ["Управление образования"] : []);
      expect(names(list.bearers).includes("Управление образования")).toBe(name === "region");
    }
    const school = await get(personas.school, `/api/progress/late?territoryId=${town}`);
    expect([names(school.own), school.bearers]).toEqual([["СОШ № 1"], []]);
    const sheet = await personas.officer.call("GET", `/api/progress/late.xlsx?territoryId=${town}`);
    const [rows] = (await readXlsx(new Uint8Array(sheet.raw))).sheets;
    expect(rows!.rows.flat()).toContain("Управление образования");
    await world.rows("delete from obligation where occurrence_key = 'own'");
  });

  it("a reminder goes once a day to the heads of those who owe, and is refused once someone begins", async () => {
    const measureId = given.measureIds[0]!;
    const obligationId = makeId();
    await world.rows(
      `insert into obligation (territory_id, id, programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_key, part,
         occurrence_key, opens_on, due_on, created_at)
       values ($1, $2, $3, $4, 'organisation', $5, $6, 'assignee', 'once', $7, $8, now())`,
      [
        town,
        obligationId,
        given.programmeId,
        measureId,
        schools[0],
        `organisation:${schools[0]}`,
        TODAY,
        addDays(TODAY, 9),
      ],
    );
    const body = { territoryId: town, measureId, occurrenceKey: "once" };
    for (const _ of [1, 2])
      expect((await personas.officer.call("POST", "/api/progress/reminders", body)).body).toEqual({ people: 1 });
    const notices = await world.rows<{ person_id: Id; text: string }>("select person_id, text from notice");
    expect(notices.map(({ person_id }) => person_id)).toEqual([personas.school.personId]);
    expect(notices[0]!.text).toContain("31 октября 2026".replace(" ", "\u00A0"));
    const home = await get(personas.officer, `/api/progress/home?territoryId=${town}`);
    expect(home.notBegun.find((row: { occurrenceKey: string }) => row.occurrenceKey === "once")).toMatchObject({
      remindedOn: TODAY,
      bearers: 1,
      can: { remind: true },
    });
    const reportId = makeId();
    await world.rows(
      "insert into report (territory_id, id, organisation_id, state, author_person_id, created_at, saved_at) values ($1, $2, $3, 'draft', $4, now(), now())",
      [town, reportId, schools[0], personas.school.personId],
    );
    await world.rows("insert into report_obligation values ($1, $2, $3)", [town, reportId, obligationId]);
    expect((await personas.officer.call("POST", "/api/progress/reminders", body)).body.code).toBe("nothing-to-remind");
    const later = await get(personas.officer, `/api/progress/home?territoryId=${town}`);
    expect(later.notBegun.some((row: { occurrenceKey: string }) => row.occurrenceKey === "once")).toBe(false);
  });
});
