import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { givenProgramme, replan } from "../../../../test/support/given-programme.ts";
import {
  type Content,
  content,
  openReportingSchool,
  type ReportingSchool,
} from "../../../../test/support/reporting-school.ts";

describe("a report is refused", () => {
  let desk: ReportingSchool;
  beforeAll(async () => {
    desk = await openReportingSchool();
  });
  afterAll(() => desk.world.close());

  it("hides the obligation from another school and a teacher it was not handed to", async () => {
    const { territory, teacher, stranger, owed } = desk;
    const duty = await owed();
    for (const person of [stranger, teacher]) {
      const answer = await person.call("POST", "/api/reports", {
        territoryId: territory,
        content: content(duty.obligationId),
      });
      expect([answer.status, answer.body.code]).toEqual([404, "not-found"]);
      expect((await person.call("GET", `/api/obligations/${territory}/${duty.obligationId}`)).status).toBe(404);
    }
  });

  it("refuses an officer who would report for a school", async () => {
    const { territory, officer, owed } = desk;
    const duty = await owed();
    const answer = await officer.call("POST", "/api/reports", {
      territoryId: territory,
      content: content(duty.obligationId),
    });
    expect([answer.status, answer.body.code]).toEqual([403, "not-allowed"]);
  });

  it.each([
    ["text", { text: "  " }, "text"],
    ["the day", { doneOn: null }, "doneOn"],
    ["a day to come", { doneOn: "2026-10-23" }, "doneOn"],
    ["a day long before", { doneOn: "2016-10-14" }, "doneOn"],
    ["evidence where a document is due", { evidence: [] }, "evidence"],
  ] as const)("refuses without %s, pointing at the field, and keeps the draft", async (_what, lacking, field) => {
    const { deputy, path, drafted, whole } = desk;
    const duty = await drafted();
    const answer = await deputy.call("POST", path(duty.report.id, "/submit"), {
      version: duty.report.version,
      content: whole(duty, lacking as Partial<Content>),
    });
    expect([answer.status, answer.body.code]).toEqual([422, "report-incomplete"]);
    expect(Object.keys(answer.body.fields)).toEqual([field]);
    const kept = await deputy.call("GET", path(duty.report.id));
    expect([kept.body.state, kept.body.text]).toEqual(["draft", "Доклад обсудили на педсовете"]);
  });

  it("refuses without the planned value, and a part greater than the whole", async () => {
    const { territory, deputy, path, owed, whole } = desk;
    const duty = await owed({ percent: true });
    const created = await deputy.call("POST", "/api/reports", {
      territoryId: territory,
      content: content(duty.obligationId),
    });
    const send = (values: Content["values"]) =>
      deputy.call("POST", path(created.body.id, "/submit"), {
        version: created.body.version,
        content: whole(duty, { values }),
      });
    const key = `values.${duty.obligationId}.${duty.plannedId}.2026`;
    const of = (value: number, denominator: number | null) => [
      { obligationId: duty.obligationId, plannedValueId: duty.plannedId, year: 2026, value, denominator },
    ];
    expect(Object.keys((await send([])).body.fields)).toEqual([key]);
    expect((await send(of(26, null))).body.fields[key]).toContain("из скольких");
    expect((await send(of(36, 31))).body.fields[key]).toContain("Получилось 36, а всего указано 31");
    expect((await send(of(0, 0))).body.fields[key]).toContain("нуля");
    expect((await send(of(26, 31))).status).toBe(200);
  });

  it("refuses a second submit of the same report", async () => {
    const { deputy, path, whole, submitted } = desk;
    const { report, ...duty } = await submitted();
    const again = await deputy.call("POST", path(report.id, "/submit"), {
      version: report.version,
      content: whole(duty),
    });
    expect([again.status, again.body.code]).toEqual([409, "already-submitted"]);
    const save = await deputy.call("PUT", path(report.id), { version: report.version, content: whole(duty) });
    expect(save.body.code).toBe("already-submitted");
  });

  it("leads to the report that already answers the obligation", async () => {
    const { territory, head, drafted } = desk;
    const { report, obligationId } = await drafted();
    const answer = await head.call("POST", "/api/reports", {
      territoryId: territory,
      content: content(obligationId),
    });
    expect([answer.status, answer.body.code, answer.body.extra.reportId]).toEqual([409, "report-exists", report.id]);
  });

  it("refuses a report on a closed period and keeps what was drafted", async () => {
    const { world, territory, deputy, path, owed, drafted, whole } = desk;
    const { report, programmeId, ...duty } = await drafted();
    const fresh = await owed();
    await world.rows("update programme set status = 'finished' where id in ($1, $2)", [programmeId, fresh.programmeId]);
    await replan(world, territory, programmeId);
    await replan(world, territory, fresh.programmeId);
    const answer = await deputy.call("POST", path(report.id, "/submit"), {
      version: report.version,
      content: whole(duty),
    });
    expect([answer.status, answer.body.code]).toEqual([409, "period-closed"]);
    expect(answer.body.title).toContain("программа завершена");
    expect((await deputy.call("GET", path(report.id))).body.text).toBe("Доклад обсудили на педсовете");
    const closed = await deputy.call("POST", "/api/reports", { territoryId: territory, content: whole(fresh) });
    expect(closed.body.code).toBe("period-closed");
  });

  it("refuses obligations of two bearers in one report", async () => {
    const { world, territory, deputy } = desk;
    const both = await givenProgramme(world, territory, [
      { years: [2026], parties: [{ audience: { kind: "organisationKind", kinds: ["school"] } }] },
    ]);
    await replan(world, territory, both.programmeId);
    const rows = await world.rows<{ id: Id }>("select id from obligation where programme_id = $1", [both.programmeId]);
    const answer = await deputy.call("POST", "/api/reports", {
      territoryId: territory,
      content: { ...content(rows[0]!.id), obligationIds: rows.map((row) => row.id) },
    });
    // the other school's obligation is not visible to this one at all
    expect([answer.status, answer.body.code]).toEqual([404, "not-found"]);
  });

  it("does not return without a remark, and lets no reporter decide", async () => {
    const { officer, deputy, stranger, path, submitted } = desk;
    const { report } = await submitted();
    const bare = await officer.call("POST", path(report.id, "/return"), { version: report.version, remark: "  " });
    expect([bare.status, bare.body.code]).toEqual([422, "remark-needed"]);
    expect(bare.body.fields.remark).toMatch(/что исправить/);
    for (const step of ["/accept", "/return", "/reopen"])
      expect(
        (await deputy.call("POST", path(report.id, step), { version: report.version, remark: "нет" })).status,
      ).toBe(403);
    expect((await stranger.call("POST", path(report.id, "/accept"), { version: report.version })).status).toBe(404);
  });

  it("refuses to cite a file of another person", async () => {
    const { head, deputy, path, fileOf, drafted, whole } = desk;
    const duty = await drafted();
    const answer = await deputy.call("PUT", path(duty.report.id), {
      version: duty.report.version,
      content: whole(duty, { evidence: [{ kind: "file", fileId: await fileOf(head) }] }),
    });
    expect(answer.status).toBe(404);
  });

  it("refuses «not for us» without a reason", async () => {
    const { deputy, path, drafted, whole } = desk;
    const duty = await drafted();
    const answer = await deputy.call("POST", path(duty.report.id, "/submit"), {
      version: duty.report.version,
      content: whole(duty, { kind: "notApplicable" }),
    });
    expect(Object.keys(answer.body.fields)).toEqual(["reason"]);
  });
});
