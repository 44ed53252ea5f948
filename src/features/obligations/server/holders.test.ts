import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { openReportingSchool, type ReportingSchool } from "../../../../test/support/reporting-school.ts";

describe("who holds what in a school", () => {
  let desk: ReportingSchool;
  beforeAll(async () => {
    desk = await openReportingSchool();
  });
  afterAll(() => desk.world.close());

  const holders = (by = desk.head) =>
    by.call("GET", `/api/obligations/holders?territoryId=${desk.territory}&organisationId=${desk.school}`);
  const hand = (
    personId: Id | null,
    rows: readonly { obligationId: Id; version: number }[],
    by = desk.head,
    more: Record<string, string> = {},
  ) => by.call("PUT", "/api/obligations/holders", { territoryId: desk.territory, personId, rows }, more);
  const takenFrom = async (who: ReportingSchool["head"]): Promise<{ kind: string; text: string }[]> =>
    (await who.call("GET", "/api/notices")).body.rows.filter(
      ({ kind }: { kind: string }) => kind === "obligation-taken-back",
    );
  const at = (...ids: readonly Id[]) => ids.map((obligationId) => ({ obligationId, version: 1 }));

  it("is shown to those who see the school; whom to give it to, to those who may give", async () => {
    const { head, deputy, officer, stranger, teacher, world, owed } = desk;
    const { obligationId } = await owed();
    for (const person of [stranger, teacher]) expect((await holders(person)).status).toBe(404);
    expect((await holders(world.public)).status).toBe(401);
    for (const person of [head, deputy]) {
      const { body } = await holders(person);
      expect(body.rows.map((row: { id: Id }) => row.id)).toContain(obligationId);
      expect(body.people.map((one: { id: Id }) => one.id)).toContain(teacher.personId);
    }
    expect((await holders(officer)).body.people).toEqual([]);
  });

  it("hands over nothing at all where one row is not theirs, is closed, was changed, or the person works elsewhere", async () => {
    const { officer, stranger, teacher, world, owed } = desk;
    const [one, two] = [(await owed()).obligationId, (await owed()).obligationId];
    expect((await hand(teacher.personId, at(one), stranger)).status).toBe(404);
    expect((await hand(teacher.personId, at(one), officer)).status).toBe(403);
    expect((await hand(teacher.personId, at(one), teacher)).status).toBe(404);
    expect((await hand(stranger.personId, at(one, two))).body.code).toBe("not-a-colleague");
    expect((await hand(teacher.personId, at(one, makeId()))).status).toBe(404);
    const stale = await hand(teacher.personId, [...at(one), { obligationId: two, version: 7 }]);
    expect([stale.status, stale.body.code]).toEqual([409, "stale-write"]);
    const held = await world.rows("select 1 from obligation where id = any ($1) and delegated_to is not null", [
      [one, two],
    ]);
    expect(held).toEqual([]);
  });

  it("hands several to one person with one notice, who then sees them, and takes them back", async () => {
    const { territory, teacher, owed } = desk;
    const [one, two] = [(await owed()).obligationId, (await owed()).obligationId];
    const key = { "idempotency-key": makeId() };
    const handed = await hand(teacher.personId, at(one, two), desk.head, key);
    expect(handed.body.rows.map((row: { delegatedTo: { id: Id } }) => row.delegatedTo.id)).toEqual([
      teacher.personId,
      teacher.personId,
    ]);
    expect((await hand(teacher.personId, at(one, two), desk.head, key)).body).toEqual(handed.body);
    const { body: told } = await teacher.call("GET", "/api/notices");
    expect(told.rows.filter((row: { kind: string }) => row.kind === "obligation-delegated")).toEqual([
      expect.objectContaining({ text: expect.stringContaining("и ещё 1\u00a0отчёт"), link: "/todo" }),
    ]);
    expect((await teacher.call("GET", `/api/obligations/${territory}/${one}`)).body.can.report).toBe(true);
    const back = handed.body.rows.map(({ id, version }: { id: Id; version: number }) => ({
      obligationId: id,
      version,
    }));
    expect((await hand(null, back)).body.rows.every((row: { delegatedTo: null }) => row.delegatedTo === null)).toBe(
      true,
    );
    expect((await teacher.call("GET", `/api/obligations/${territory}/${one}`)).status).toBe(404);
    expect(await takenFrom(teacher)).toEqual([
      expect.objectContaining({ text: expect.stringMatching(/^Отчёт больше не за вами: «.+, и ещё 1\u00a0отчёт$/u) }),
    ]);
  });

  it("tells whoever held it that another has it now, and nobody where it changes no hands", async () => {
    const { deputy, teacher, owed } = desk;
    const { obligationId } = await owed();
    const before = (await takenFrom(teacher)).length;
    await hand(teacher.personId, [{ obligationId, version: 1 }]);
    await hand(teacher.personId, [{ obligationId, version: 2 }]);
    expect(await takenFrom(teacher)).toHaveLength(before);
    await hand(deputy.personId, [{ obligationId, version: 3 }]);
    expect(await takenFrom(teacher)).toHaveLength(before + 1);
    expect((await takenFrom(teacher))[0]!.text).toMatch(/^Отчёт больше не за вами: «.+», срок \d/u);
    // taken back by its own holder: they know
    await hand(null, [{ obligationId, version: 4 }], deputy);
    expect(await takenFrom(deputy)).toEqual([]);
  });
});
