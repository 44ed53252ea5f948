import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "#platform/office/workbook.ts";
import type { Id } from "#shared/ids.ts";
import { makeId } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";
import { givenProgramme, replan } from "../../../../test/support/given-programme.ts";

const PASSPORT = { title: "Поддержка школ", startsOn: "2026-01-01", endsOn: "2027-12-31" };

describe("programmes through the interface", () => {
  let world: World;
  let territoryId: Id;
  let officer: Persona;
  let head: Persona;
  let school: Id;
  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
    const region = await world.territory({ kind: "region" });
    territoryId = await world.territory({ kind: "municipality", parentId: region });
    school = await world.organisation(territoryId, "school");
    officer = await world.person([{ role: "officer", territoryId }]);
    head = await world.person([{ role: "school_head", territoryId, organisationId: school }]);
  });
  afterAll(() => world.close());

  const make = async (by = officer, more: object = {}) => {
    const answer = await by.call("POST", "/api/programmes", { territoryId, ...PASSPORT, ...more });
    expect(answer.status).toBe(200);
    return `/api/programmes/${territoryId}/${answer.body.id}`;
  };
  const withMeasure = async (dueText: string, cadence: unknown) => {
    const at = await make();
    const roadmap = await officer.call("POST", `${at}/roadmaps`, { title: "Дорожная карта" });
    const measure = await officer.call("POST", `${at}/measures`, {
      roadmapId: roadmap.body.id,
      sectionId: null,
      number: "1",
      title: "Отбор школ",
      dueText,
      cadence,
    });
    return { at, roadmapId: roadmap.body.id as Id, measureId: measure.body.id as Id };
  };
  const step = async (at: string, body: object, by = officer) => {
    const { version } = (await by.call("GET", at)).body;
    return by.call("POST", `${at}/steps`, { version, ...body });
  };
  const DIRECTIVE = { number: "412", datedOn: "2025-12-18", title: "Об утверждении программы" };
  const YEARLY = [{ kind: "yearly", windows: [{ from: null, to: "10-15" }], freq: null }];

  describe("refuse", () => {
    it("a draft made by a school for the district, and by the district for a school", async () => {
      for (const [by, ownerOrganisationId] of [
        [head, null],
        [officer, school],
      ] as const) {
        const answer = await by.call("POST", "/api/programmes", { territoryId, ownerOrganisationId, ...PASSPORT });
        expect([answer.status, answer.body.code]).toEqual([403, "not-allowed"]);
      }
    });

    it("an edit by somebody who only sees, with 403, and one of what is not seen, with 404", async () => {
      const { at, measureId } = await withMeasure("", YEARLY);
      const hidden = await head.call("PATCH", at, { version: 1, goal: "Чужая цель" });
      expect([hidden.status, hidden.body.code]).toEqual([404, "not-found"]);
      await step(at, { step: "approve", directive: { ...DIRECTIVE, number: "1" } });
      const seen = await head.call("PATCH", `${at}/measures/${measureId}`, { version: 1, title: "Чужие слова" });
      expect([seen.status, seen.body.code]).toEqual([403, "not-allowed"]);
    });

    it("approval without a directive, without its number and its day, marking the fields", async () => {
      const { at } = await withMeasure("", YEARLY);
      const none = await step(at, { step: "approve" });
      expect([none.status, none.body.code]).toEqual([422, "no-directive"]);
      const half = await step(at, { step: "approve", directive: { ...DIRECTIVE, number: " " } });
      expect(Object.keys(half.body.fields)).toEqual(["directive.number"]);
      expect((await officer.call("GET", at)).body.status).toBe("draft");
    });

    it("approval of an empty programme", async () => {
      const answer = await step(await make(), { step: "approve", directive: DIRECTIVE });
      expect([answer.status, answer.body.code]).toEqual([409, "no-measures"]);
    });

    it("approval while a term is not understood, with the list, until the officer says so", async () => {
      const { at, measureId } = await withMeasure("как только, так сразу", [
        { kind: "unknown", windows: [], freq: null },
      ]);
      const warned = await step(at, { step: "approve", directive: { ...DIRECTIVE, number: "413" } });
      expect([warned.status, warned.body.code]).toEqual([409, "terms-unclear"]);
      expect(warned.body.extra.measures).toEqual([
        { id: measureId, number: "1", title: "Отбор школ", dueText: "как только, так сразу" },
      ]);
      const confirmed = await step(at, {
        step: "approve",
        directive: { ...DIRECTIVE, number: "413" },
        confirmed: true,
      });
      expect([confirmed.status, confirmed.body.status]).toEqual([200, "approved"]);
    });

    it("a directive that is registered already, without leaving half an approval", async () => {
      const first = await withMeasure("", YEARLY);
      await step(first.at, { step: "approve", directive: { ...DIRECTIVE, number: "700" } });
      const second = await withMeasure("", YEARLY);
      const again = await step(second.at, { step: "approve", directive: { ...DIRECTIVE, number: "700" } });
      expect([again.status, again.body.code]).toEqual([409, "paper-registered"]);
      const chosen = await step(second.at, { step: "approve", directive: { paperId: again.body.extra.paperId } });
      expect([chosen.status, chosen.body.paper.name]).toEqual([200, "Приказ от\u00a018.12.2025 №\u00a0700"]);
    });

    it("an edit of a finished programme", async () => {
      const { programmeId } = await givenProgramme(world, territoryId, [{ parties: [] }], { status: "finished" });
      const answer = await officer.call("PATCH", `/api/programmes/${territoryId}/${programmeId}`, {
        version: 1,
        goal: "Новая цель",
      });
      expect([answer.status, answer.body.code]).toEqual([409, "programme-finished"]);
    });

    it("a return to draft once there is a report", async () => {
      const { programmeId } = await givenProgramme(
        world,
        territoryId,
        [{ years: [2026], parties: [{ audience: { kind: "organisation", id: school } }] }],
        { status: "approved" },
      );
      await replan(world, territoryId, programmeId);
      const [obligation] = await world.rows<{ id: Id }>("select id from obligation where programme_id = $1", [
        programmeId,
      ]);
      const reportId = makeId();
      await world.rows(
        "insert into report (territory_id, id, organisation_id, state, author_person_id, created_at, saved_at) values ($1, $2, $3, 'draft', $4, now(), now())",
        [territoryId, reportId, school, head.personId],
      );
      await world.rows("insert into report_obligation values ($1, $2, $3)", [territoryId, reportId, obligation!.id]);
      const answer = await step(`/api/programmes/${territoryId}/${programmeId}`, { step: "withdraw" });
      expect([answer.status, answer.body.code]).toEqual([409, "has-reports"]);
    });

    it("a section moved inside itself, and a place in another programme", async () => {
      const { at, roadmapId } = await withMeasure("", YEARLY);
      const outer = (await officer.call("POST", `${at}/sections`, { roadmapId, title: "Внешний" })).body.id;
      const inner = (await officer.call("POST", `${at}/sections`, { roadmapId, parentId: outer, title: "Внутренний" }))
        .body.id;
      const moved = await officer.call("POST", `${at}/sections/${outer}/move`, {
        version: 1,
        parentId: inner,
        beforeId: null,
      });
      expect([moved.status, moved.body.code]).toEqual([422, "section-inside-itself"]);
      const other = await withMeasure("", YEARLY);
      const foreign = await officer.call("POST", `${other.at}/measures`, {
        roadmapId: other.roadmapId,
        sectionId: outer,
        title: "Не здесь",
      });
      expect([foreign.status, foreign.body.code]).toEqual([422, "place-unknown"]);
    });
  });

  it("owes the days before an amendment again once it was a draft and is approved anew", async () => {
    const { programmeId } = await givenProgramme(
      world,
      territoryId,
      [{ years: [2026, 2027], parties: [{ audience: { kind: "organisation", id: school } }] }],
      { status: "approved" },
    );
    const at = `/api/programmes/${territoryId}/${programmeId}`;
    const open = async () =>
      world.rows("select due_on from obligation where programme_id = $1 and closed_at is null order by due_on", [
        programmeId,
      ]);
    await replan(world, territoryId, programmeId);
    const before = await open();
    await world.rows("update measure set binds_from = '2027-06-01' where programme_id = $1", [programmeId]);
    await step(at, { step: "withdraw" });
    await replan(world, territoryId, programmeId);
    expect(await open()).toEqual([]);
    const approved = await step(at, { step: "approve", directive: { ...DIRECTIVE, number: "2" } });
    expect(approved.status).toBe(200);
    await replan(world, territoryId, programmeId);
    expect([before.length, await open()]).toEqual([2, before]);
  });

  it("owes the days before an amendment again once it was finished too early and is opened anew", async () => {
    const { programmeId } = await givenProgramme(world, territoryId, [
      { years: [2026, 2027], parties: [{ audience: { kind: "organisation", id: school } }] },
    ]);
    const at = `/api/programmes/${territoryId}/${programmeId}`;
    const open = () =>
      world.rows(
        "select id, opens_on, due_on, part, required from obligation where programme_id = $1 and closed_at is null order by id",
        [programmeId],
      );
    await replan(world, territoryId, programmeId);
    const before = await open();
    // the amendment has no such days any more: they are owed as they stood
    await world.rows("update measure set binds_from = '2027-06-01', cadence = '[]' where programme_id = $1", [
      programmeId,
    ]);
    await replan(world, territoryId, programmeId);
    const amended = await open();
    await step(at, { step: "finish", confirmed: true });
    await replan(world, territoryId, programmeId);
    expect(await open()).toEqual([]);
    await step(at, { step: "reopen", reason: "Завершена по ошибке" });
    await replan(world, territoryId, programmeId);
    expect([before.length, amended.length, await open()]).toEqual([2, 1, amended]);
    await replan(world, territoryId, programmeId);
    expect(await open()).toEqual(amended);
  });

  it("brings no redaction back into force by doing an edit of a draft again", async () => {
    const { at, measureId } = await withMeasure("", YEARLY);
    const { changeId } = (
      await officer.call("PATCH", `${at}/measures/${measureId}`, { version: 1, title: "Выбор школ" })
    ).body;
    await step(at, { step: "approve", directive: { ...DIRECTIVE, number: "3" } });
    const programmeId = at.split("/").at(-1)!;
    await world.rows("update redaction set change_id = $2 where programme_id = $1", [programmeId, changeId]);
    await step(at, { step: "withdraw" });
    for (const direction of ["undo", "redo"])
      expect((await officer.call("POST", `${at}/changes/${changeId}/${direction}`)).status).toBe(200);
    const standing = "select id from redaction where programme_id = $1 and withdrawn_at is null";
    expect(await world.rows(standing, [programmeId])).toEqual([]);
  });

  it("refuses a stale write with both versions, and keeps the first", async () => {
    const { at, measureId } = await withMeasure("", YEARLY);
    await officer.call("PATCH", `${at}/measures/${measureId}`, { version: 1, title: "Первая правка" });
    const stale = await officer.call("PATCH", `${at}/measures/${measureId}`, { version: 1, title: "Вторая правка" });
    expect([stale.status, stale.body.code]).toEqual([409, "stale-write"]);
    expect([stale.body.extra.current.title, stale.body.extra.yours.title]).toEqual(["Первая правка", "Вторая правка"]);
    const { body } = await officer.call("GET", `${at}/measures/${measureId}`);
    expect([body.measure.title, body.measure.version]).toEqual(["Первая правка", 2]);
  });

  it("makes one measure of two tries with one key", async () => {
    const { at, roadmapId } = await withMeasure("", YEARLY);
    const body = { roadmapId, sectionId: null, title: "Совещание" };
    const key = { "idempotency-key": `key-${makeId()}` };
    const [one, two] = [
      await officer.call("POST", `${at}/measures`, body, key),
      await officer.call("POST", `${at}/measures`, body, key),
    ];
    expect(two.body).toEqual(one.body);
    const table = await officer.call("GET", `${at}/measures`);
    expect(table.body.roadmaps[0].measures.map((each: { title: string }) => each.title)).toEqual([
      "Отбор школ",
      "Совещание",
    ]);
    const other = await officer.call("POST", `${at}/measures`, { ...body, title: "Другое" }, key);
    expect([other.status, other.body.code]).toEqual([422, "key-reused"]);
  });

  it("lives from a draft to its end: obligations come with approval, a closed measure owes no more", async () => {
    const at = await make();
    const roadmapId = (await officer.call("POST", `${at}/roadmaps`, { title: "Дорожная карта" })).body.id;
    const measure = await officer.call("POST", `${at}/measures`, {
      roadmapId,
      sectionId: null,
      title: "Открытый доклад",
      dueText: "ежегодно, до 15 октября",
      cadence: YEARLY,
      parties: [{ name: "ОО", part: "assignee", audience: { kind: "organisationKind", kinds: ["school"] } }],
      plannedValues: [
        {
          label: "",
          unit: "count",
          aggregation: "eachYear",
          subGroup: "",
          totalText: "10",
          totalValue: 10,
          years: [{ year: 2026, text: "10", value: 10, atLeast: false }],
        },
      ],
    });
    await world.settle();
    const owed = () =>
      world.rows<{ due_on: string }>(
        "select due_on from obligation where measure_id = $1 and closed_at is null order by due_on",
        [measure.body.id],
      );
    expect(await owed()).toEqual([]);
    await step(at, { step: "approve", directive: { ...DIRECTIVE, number: "901" } });
    await world.settle();
    expect((await owed()).map((row) => row.due_on)).toEqual(["2026-10-15", "2027-10-15"]);
    expect((await step(at, { step: "start" })).body.status).toBe("running");

    const page = (await officer.call("GET", `${at}/measures/${measure.body.id}`)).body;
    expect(page.occurrences.map((each: { dueOn: string; words: string }) => each.dueOn)).toEqual([
      "2026-10-15",
      "2027-10-15",
    ]);
    expect(page.measure.nextDueOn).toBe("2027-10-15");
    expect(page.bearers[page.measure.parties[0].id].map((each: { id: Id }) => each.id)).toEqual([school]);

    const closed = await officer.call("POST", `${at}/measures/${measure.body.id}/close`, { version: 1, closed: true });
    await world.settle();
    expect(await owed()).toEqual([]);
    await officer.call("POST", `${at}/changes/${closed.body.changeId}/undo`);
    await world.settle();
    expect(await owed()).toHaveLength(2);

    expect((await step(at, { step: "finish" })).body.code).toBe("before-end");
    expect((await step(at, { step: "finish", confirmed: true })).body.status).toBe("finished");
    expect((await step(at, { step: "reopen" })).body.code).toBe("no-reason");
    expect((await step(at, { step: "reopen", reason: "Продлена" })).body.status).toBe("running");
    const history = (await officer.call("GET", `${at}/history`)).body;
    expect(history.items.map((item: { text: string }) => item.text).slice(0, 5)).toEqual([
      "Программа открыта снова: Продлена",
      "Программа завершена",
      "Отменена правка: закрыто мероприятие «Открытый доклад»",
      "Закрыто мероприятие «Открытый доклад»",
      "Начато выполнение программы",
    ]);
  });

  it("is a school's own where its head makes it: the officer sees it and does not write", async () => {
    const at = await make(head, { ownerOrganisationId: school, title: "Программа школы" });
    expect((await officer.call("GET", at)).body.can).toEqual({ edit: false, lead: false, steps: [] });
    expect((await officer.call("PATCH", at, { version: 1, goal: "Чужая цель" })).status).toBe(403);
    expect((await head.call("PATCH", at, { version: 1, goal: "Своя цель" })).status).toBe(200);
  });

  it("is listed to its region among those of all municipalities, each named, a draft and a foreign region's apart", async () => {
    const region = await world.territory({ kind: "region" });
    const towns = [
      await world.territory({ kind: "municipality", parentId: region, name: "Заречный округ" }),
      await world.territory({ kind: "municipality", parentId: region, name: "Нагорный район" }),
    ];
    for (const town of towns) await givenProgramme(world, town, [{ years: [2026], parties: [] }]);
    const own = await world.person([{ role: "officer", territoryId: towns[0]! }]);
    await own.call("POST", "/api/programmes", { territoryId: towns[0], ...PASSPORT });
    const namesFor = async (by: Persona) =>
      (await by.call("GET", `/api/programmes?territoryId=${region}`)).body.items.map(
        (row: { territoryName: string }) => row.territoryName,
      );
    const expert = await world.person([{ role: "region_expert", territoryId: region }]);
    expect((await namesFor(expert)).toSorted()).toEqual(["Заречный округ", "Нагорный район"]);
    expect(await namesFor(officer)).toEqual([]);
    await givenProgramme(world, region, [{ years: [2026], parties: [] }]);
    const { raw } = await expert.call("GET", `/api/programmes.xlsx?territoryId=${region}`);
    const [columns, ...rows] = (await readWorkbook(raw))[0]!.rows;
    expect(rows.map((row) => row[columns!.indexOf("Чья")]).sort()).toEqual([
      "муниципальная",
      "муниципальная",
      "региональная",
    ]);
  });

  it("keeps the identity of parties and planned values through an edit, and gives a planned value with a report no end", async () => {
    const { programmeId, measureIds, plannedIds } = await givenProgramme(world, territoryId, [
      {
        years: [2026],
        parties: [{ audience: { kind: "organisation", id: school } }],
        plan: { year: 2026, text: "10", value: 10 },
      },
    ]);
    const at = `/api/programmes/${territoryId}/${programmeId}/measures/${measureIds[0]}`;
    const before = (await officer.call("GET", at)).body.measure;
    await officer.call("PATCH", at, {
      version: before.version,
      parties: [{ ...before.parties[0], name: "Школа" }],
      plannedValues: [
        { ...before.plannedValues[0], years: [{ year: 2026, text: "12", value: 12, atLeast: false }] },
        { ...before.plannedValues[0], id: undefined, label: "Второе" },
      ],
    });
    const after = (await officer.call("GET", at)).body.measure;
    expect(after.parties[0]).toEqual({ ...before.parties[0], name: "Школа" });
    expect(after.plannedValues.map((value: { id: Id }) => value.id)).toEqual([
      plannedIds[0],
      expect.not.stringMatching(plannedIds[0]!),
    ]);
    expect(after.plannedValues[0].years).toEqual([{ year: 2026, text: "12", value: 12, atLeast: false }]);

    await replan(world, territoryId, programmeId);
    const [obligation] = await world.rows<{ id: Id }>("select id from obligation where programme_id = $1", [
      programmeId,
    ]);
    const reportId = makeId();
    await world.rows(
      "insert into report (territory_id, id, organisation_id, state, author_person_id, created_at, saved_at) values ($1, $2, $3, 'draft', $4, now(), now())",
      [territoryId, reportId, school, head.personId],
    );
    await world.rows("insert into report_obligation values ($1, $2, $3)", [territoryId, reportId, obligation!.id]);
    await world.rows("insert into report_value values ($1, $2, $3, $4, 9, null, 2026)", [
      territoryId,
      reportId,
      obligation!.id,
      plannedIds[0],
    ]);
    const removed = await officer.call("PATCH", at, { version: after.version, plannedValues: [] });
    expect([removed.status, removed.body.code]).toEqual([409, "value-reported"]);
    expect((await officer.call("GET", at)).body.measure.plannedValues).toEqual(after.plannedValues);
  });
});
