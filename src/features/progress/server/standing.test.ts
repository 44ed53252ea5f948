import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReportingSchool, type ReportingSchool } from "../../../../test/support/reporting-school.ts";

describe("how a school stands by programme", () => {
  let desk: ReportingSchool;
  beforeAll(async () => {
    desk = await openReportingSchool();
  });
  afterAll(() => desk.world.close());

  const standing = (by = desk.head) =>
    by.call("GET", `/api/progress/standing?territoryId=${desk.territory}&organisationId=${desk.school}`);

  it("is not for another school, nor for a teacher", async () => {
    const { stranger, teacher, world } = desk;
    for (const person of [stranger, teacher]) expect((await standing(person)).status).toBe(404);
    expect((await standing(world.public)).status).toBe(401);
  });

  it("counts its own obligations by programme, and each number is that of the rows it opens", async () => {
    const { head, officer, submitted, owed, territory, school } = desk;
    const sent = await submitted();
    await owed();
    const { body } = await standing();
    expect(body.items).toHaveLength(2);
    const own = body.items.find((item: { id: string }) => item.id === sent.programmeId);
    expect(own.figure).toMatchObject({ due: 1, submitted: 1, accepted: 0 });
    expect(body.total).toMatchObject({ due: 2, submitted: 1 });
    expect((await standing(officer)).body.total).toEqual(body.total);
    const rows = await head.call(
      "GET",
      `/api/progress/rows?territoryId=${territory}&organisationId=${school}&programmeId=${sent.programmeId}&state=submitted`,
    );
    expect(rows.body.total).toBe(own.figure.submitted);
    expect(body.opensTotal).toBe(true);
    const coming = await head.call(
      "GET",
      `/api/progress/rows?territoryId=${territory}&organisationId=${school}&state=coming`,
    );
    expect(coming.body.total).toBe(body.total.soon + body.total.ahead);
  });
});
