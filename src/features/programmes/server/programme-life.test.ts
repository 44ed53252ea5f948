import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { givenProgramme, replan } from "../../../../test/support/given-programme.ts";
import { DIRECTIVE, YEARLY, openProgrammeDesk, type ProgrammeDesk } from "../../../../test/support/programme-desk.ts";

describe("the life of a programme", () => {
  let desk: ProgrammeDesk;
  beforeAll(async () => {
    desk = await openProgrammeDesk();
  });
  afterAll(() => desk.world.close());

  it("owes the days before an amendment again once it was a draft and is approved anew", async () => {
    const { world, territoryId, school, step } = desk;
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
    const { world, territoryId, school, step } = desk;
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
    const { world, officer, withMeasure, step } = desk;
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

  it("lives from a draft to its end: obligations come with approval, a closed measure owes no more", async () => {
    const { world, school, officer, make, step } = desk;
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
});
