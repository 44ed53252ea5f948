import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { openReportingSchool, type ReportingSchool } from "../../../../test/support/reporting-school.ts";

describe("what else a report may answer", () => {
  let desk: ReportingSchool;
  beforeAll(async () => {
    desk = await openReportingSchool();
  });
  afterAll(() => desk.world.close());

  const offered = async (obligationId: Id, by = desk.deputy) => {
    const card = await by.call("GET", `/api/obligations/${desk.territory}/${obligationId}`);
    expect(card.status).toBe(200);
    return card.body.others.map((other: { id: Id }) => other.id);
  };

  it("has begun by today; where nothing else has, nothing is offered", async () => {
    const { world, owed, teacher, territory } = desk;
    const [mine, begun, ahead] = [await owed(), await owed(), await owed()];
    await world.rows("update obligation set opens_on = '2026-10-22', due_on = '2026-10-31' where id = $1", [
      begun.obligationId,
    ]);
    await world.rows("update obligation set opens_on = '2026-10-23', due_on = '2026-10-31' where id = $1", [
      ahead.obligationId,
    ]);
    expect((await teacher.call("GET", `/api/obligations/${territory}/${mine.obligationId}`)).status).toBe(404);
    expect(await offered(mine.obligationId)).toContain(begun.obligationId);
    expect(await offered(mine.obligationId)).not.toContain(ahead.obligationId);
    await world.rows("update obligation set opens_on = '2026-10-23' where id = any ($1)", [
      [mine.obligationId, begun.obligationId],
    ]);
    expect(await offered(ahead.obligationId)).toEqual([]);
  });

  it("tells in the list whose a draft is, to those who see it", async () => {
    const { head, deputy, stranger, territory, school, drafted } = desk;
    const { obligationId } = await drafted();
    const rowOf = async (by = head) => {
      const list = await by.call("GET", `/api/obligations?territoryId=${territory}&organisationId=${school}`);
      return list.body.rows.find((row: { id: Id }) => row.id === obligationId);
    };
    const session = await deputy.call("GET", "/api/session");
    expect((await rowOf()).report.authorName).toBe(session.body.person.shortName);
    expect(await rowOf(stranger)).toBeUndefined();
  });
});
