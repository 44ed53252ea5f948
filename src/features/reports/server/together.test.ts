import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { givenProgramme, replan } from "../../../../test/support/given-programme.ts";
import { openReportingSchool, type ReportingSchool } from "../../../../test/support/reporting-school.ts";

describe("small things reported together", () => {
  let desk: ReportingSchool;
  beforeAll(async () => {
    desk = await openReportingSchool();
  });
  afterAll(() => desk.world.close());

  /** three small measures, one with a number and one that leaves a document */
  async function given(school: Id = desk.school, { owner, officerId }: { owner?: Id; officerId?: Id } = {}) {
    const { world, territory } = desk;
    const parties = [{ audience: { kind: "organisation" as const, id: school } }];
    const small = ["Опрос", "Час общения", "Объявление"].map((title) => ({ title, years: [2026], parties }));
    const measures = [
      ...small,
      { title: "С числом", years: [2026], parties, plan: { year: 2026, text: "3", value: 3 } },
      { title: "С документом", years: [2026], parties, reportDocument: "приказ" },
    ];
    const { programmeId } = await givenProgramme(world, territory, measures, {
      ...(owner && { ownerOrganisationId: owner }),
      ...(officerId && { officerId }),
    });
    await replan(world, territory, programmeId);
    const rows = await world.rows<{ id: Id; title: string }>(
      `select o.id, m.title from obligation o join measure m on m.territory_id = o.territory_id and m.id = o.measure_id
       where o.programme_id = $1 order by m.ordinal`,
      [programmeId],
    );
    return { programmeId, ids: rows.map(({ id }) => id) };
  }

  const body = (ids: readonly Id[], text = "Сделано") => ({
    territoryId: desk.territory,
    doneOn: "2026-10-20",
    rows: ids.map((obligationId) => ({ obligationId, text })),
  });
  const send = (ids: readonly Id[], by = desk.deputy, text?: string) =>
    by.call("POST", "/api/reports/together", body(ids, text));
  const statesOf = (ids: readonly Id[]) =>
    desk.world.rows<{ state: string }>(
      `select r.state from report_obligation ro join report r on r.territory_id = ro.territory_id and r.id = ro.report_id
       where ro.obligation_id = any ($1)`,
      [ids],
    );

  it("refuses whoever may not, all at once, and writes nothing", async () => {
    const { officer, stranger, teacher, world, deputy } = desk;
    const { ids } = await given();
    const [one] = ids as [Id];
    expect((await send([one], stranger)).status).toBe(404);
    expect((await send([one], teacher)).status).toBe(404);
    expect((await send([one], officer)).status).toBe(403);
    expect((await send([one], world.public)).status).toBe(401);
    expect((await send([one, makeId()])).status).toBe(404);
    const { body: list } = await deputy.call("GET", `/api/reports/together?territoryId=${makeId()}`);
    expect(list.code).toBe("not-found");
    expect(await statesOf(ids)).toEqual([]);
  });

  it("lists what needs words alone, for those who answer it", async () => {
    const { territory, school, deputy, stranger } = desk;
    const { programmeId } = await given();
    const titles = async (by = deputy) => {
      const { body: list } = await by.call(
        "GET",
        `/api/reports/together?territoryId=${territory}&organisationId=${school}`,
      );
      return list.rows
        .filter((row: { programmeId: Id }) => row.programmeId === programmeId)
        .map((row: { measureTitle: string }) => row.measureTitle);
    };
    expect(await titles()).toEqual(["Опрос", "Час общения", "Объявление"]);
    expect(await titles(stranger)).toEqual([]);
  });

  it("sends a report for each, tells the checker once, and takes them back together", async () => {
    const { territory, officer, deputy } = desk;
    const { ids } = await given();
    const three = ids.slice(0, 3);
    const told = async () => (await officer.call("GET", "/api/notices")).body.rows.length;
    const before = await told();
    const { body: answer } = await send(three);
    expect([answer.sent.length, answer.refused]).toEqual([3, []]);
    expect(await told()).toBe(before + 1);
    expect((await statesOf(three)).map((row) => row.state)).toEqual(["submitted", "submitted", "submitted"]);
    const reports = answer.sent.map(({ reportId, version }: { reportId: Id; version: number }) => ({
      reportId,
      version,
    }));
    await officer.call("POST", `/api/reports/${territory}/${reports[0].reportId}/accept`, {
      version: reports[0].version,
    });
    const back = await deputy.call("POST", "/api/reports/together/withdraw", { territoryId: territory, reports });
    expect(back.body.withdrawn).toHaveLength(2);
    expect(back.body.refused).toEqual([
      { id: reports[0].reportId, code: "already-accepted", text: expect.stringContaining("уже принят") },
    ]);
    expect((await statesOf(three)).map((row) => row.state).sort()).toEqual(["accepted", "draft", "draft"]);
  });

  it("tells of each programme who checks it: its officer, or whoever leads the school whose own it is", async () => {
    const { officer, other, head, deputy, teacher, stranger, school } = desk;
    const people = [officer, other, head, deputy, teacher, stranger];
    const told = () =>
      Promise.all(people.map(async (person) => (await person.call("GET", "/api/notices")).body.rows.length as number));
    const [first, second] = [
      await given(school, { officerId: officer.personId }),
      await given(school, { owner: school }),
    ];
    const before = await told();
    for (const ids of [
      [first.ids[0]!, second.ids[0]!],
      [second.ids[1]!, first.ids[1]!],
    ])
      expect((await send(ids)).body).toMatchObject({ sent: [{}, {}], refused: [] });
    expect((await told()).map((count, at) => count - before[at]!)).toEqual([2, 0, 2, 0, 0, 0]);
  });

  it("takes back one's own beside somebody else's, and nothing where nothing is one's own", async () => {
    const { territory, deputy, head, stranger } = desk;
    const { ids } = await given();
    const { body: answer } = await send([ids[0]!]);
    const [{ reportId, version }] = answer.sent;
    const reports = [
      { reportId, version },
      { reportId: makeId(), version: 1 },
    ];
    const back = (by: typeof head) =>
      by.call("POST", "/api/reports/together/withdraw", { territoryId: territory, reports });
    expect((await back(stranger)).body.code).toBe("not-found");
    expect((await statesOf([ids[0]!])).map((row) => row.state)).toEqual(["submitted"]);
    const { body: taken } = await back(deputy);
    expect(taken.withdrawn).toEqual([reportId]);
    expect(taken.refused).toMatchObject([{ id: reports[1]!.reportId, code: "not-found" }]);
  });

  it("tells the row that cannot go and sends the others", async () => {
    const { territory, head } = desk;
    const { ids } = await given();
    const [first, second, , counted, papered] = ids as [Id, Id, Id, Id, Id];
    const content = { kind: "done", text: "Начато", doneOn: null, reason: "", values: [], evidence: [] };
    await head.call("POST", "/api/reports", {
      territoryId: territory,
      content: { ...content, obligationIds: [first] },
    });
    const { body: answer } = await send([first, second, counted, papered]);
    expect(answer.sent.map((row: { obligationId: Id }) => row.obligationId)).toEqual([second]);
    expect(answer.refused.map((row: { id: Id; text: string }) => [row.id, row.text])).toEqual([
      [first, expect.stringContaining("уже начат")],
      [counted, expect.stringContaining("сколько получилось")],
      [papered, expect.stringContaining("Приложите документ")],
    ]);
    // of a refused row nothing stays
    expect(await statesOf([counted, papered])).toEqual([]);
    expect((await send([ids[2]!], desk.deputy, " ")).body.refused).toHaveLength(1);
  });

  it("is answered once for one key", async () => {
    const { deputy } = desk;
    const { ids } = await given();
    const key = { "idempotency-key": makeId() };
    const one = await deputy.call("POST", "/api/reports/together", body([ids[0]!]), key);
    const two = await deputy.call("POST", "/api/reports/together", body([ids[0]!]), key);
    expect(two.body).toEqual(one.body);
    expect(await statesOf([ids[0]!])).toHaveLength(1);
  });
});
