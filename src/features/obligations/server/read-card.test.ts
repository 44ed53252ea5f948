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

  it("is not what has a report of its own: that is named apart while it is not sent, to those who see drafts", async () => {
    const { world, owed, drafted, submitted, head, territory } = desk;
    const [town] = await world.rows<{ parent_id: Id }>("select parent_id from territory where id = $1", [territory]);
    const region = await world.person([{ role: "region_specialist", territoryId: town!.parent_id }]);
    const [mine, draft, sent] = [await owed(), await drafted(), await submitted()];
    const begun = async (by = head) =>
      (await by.call("GET", `/api/obligations/${territory}/${mine.obligationId}`)).body.begun.map(
        (other: { id: Id }) => other.id,
      );
    await world.rows("update obligation set opens_on = '2026-10-22', due_on = '2026-10-31' where id = any ($1)", [
      [draft.obligationId, sent.obligationId],
    ]);
    expect(await begun(region)).toEqual([]);
    expect(await begun()).toContain(draft.obligationId);
    expect(await begun()).not.toContain(sent.obligationId);
    expect(await offered(mine.obligationId)).not.toContain(draft.obligationId);
    const own = await head.call("GET", `/api/obligations/${territory}/${draft.obligationId}`);
    expect(own.body.begun.map((other: { id: Id }) => other.id)).not.toContain(draft.obligationId);
    await world.rows("update obligation set opens_on = '2026-10-23' where id = $1", [draft.obligationId]);
    expect(await begun()).not.toContain(draft.obligationId);
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
