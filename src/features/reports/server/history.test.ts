import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { openReportingSchool, type ReportingSchool } from "../../../../test/support/reporting-school.ts";

describe("what a school has reported", () => {
  let desk: ReportingSchool;
  beforeAll(async () => {
    desk = await openReportingSchool();
  });
  afterAll(() => desk.world.close());

  const history = (by = desk.head, more = "") =>
    by.call("GET", `/api/reports/history?territoryId=${desk.territory}&organisationId=${desk.school}${more}`);

  it("is not for another school, nor for a teacher, nor for the street", async () => {
    const { stranger, teacher, world } = desk;
    for (const person of [stranger, teacher]) expect((await history(person)).status).toBe(404);
    expect((await history(world.public)).status).toBe(401);
    const sheet = `/api/reports/history.xlsx?territoryId=${desk.territory}&organisationId=${desk.school}`;
    expect((await stranger.call("GET", sheet)).status).toBe(404);
  });

  it("counts each report once in its year, and lists what a filter asks for", async () => {
    const { officer, head, deputy, path, drafted, submitted, whole, territory } = desk;
    await drafted();
    const waiting = await submitted();
    const mended = await submitted();
    const returned = await officer.call("POST", path(mended.report.id, "/return"), {
      version: mended.report.version,
      remark: "Нет подписи",
    });
    const again = await deputy.call("POST", path(mended.report.id, "/submit"), {
      version: returned.body.version,
      content: whole(mended),
    });
    await officer.call("POST", path(mended.report.id, "/accept"), { version: again.body.version });
    const { body } = await history();
    expect(body.years).toEqual([{ year: 2026, sent: 2, accepted: 1, waiting: 1, returned: 0, mended: 1 }]);
    const idsOf = async (more: string) => (await history(head, more)).body.rows.map((row: { id: Id }) => row.id);
    expect((await idsOf("")).sort()).toEqual([mended.report.id, waiting.report.id].sort());
    expect(await idsOf("&state=mended")).toEqual([mended.report.id]);
    expect(await idsOf("&state=submitted")).toEqual([waiting.report.id]);
    expect(await idsOf("&year=2025")).toEqual([]);
    expect(await idsOf(`&programmeId=${waiting.programmeId}`)).toEqual([waiting.report.id]);
    const sheet = await head.call(
      "GET",
      `/api/reports/history.xlsx?territoryId=${territory}&organisationId=${desk.school}&state=accepted`,
    );
    expect([sheet.status, sheet.raw.subarray(0, 2).toString()]).toEqual([200, "PK"]);
  });
});
