import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { givenProgramme, replan } from "../../../../test/support/given-programme.ts";
import { content, openReportingSchool, type ReportingSchool } from "../../../../test/support/reporting-school.ts";

describe("a report begun with the words of an earlier one", () => {
  let desk: ReportingSchool;
  beforeAll(async () => {
    desk = await openReportingSchool();
  });
  afterAll(() => desk.world.close());

  /** a measure of two years, of which the first is reported */
  async function twoYears(school: Id = desk.school, person = desk.deputy) {
    const { world, territory, path } = desk;
    const measure = { years: [2025, 2026], parties: [{ audience: { kind: "organisation" as const, id: school } }] };
    const { programmeId } = await givenProgramme(world, territory, [measure], { from: "2025-01-01" });
    await replan(world, territory, programmeId);
    const rows = await world.rows<{ id: Id }>("select id from obligation where programme_id = $1 order by due_on", [
      programmeId,
    ]);
    const [before, now] = rows.map(({ id }) => id) as [Id, Id];
    const told = content(before, { text: "Провели в прошлом году", doneOn: "2025-10-14" });
    const draft = await person.call("POST", "/api/reports", { territoryId: territory, content: told });
    const send = () =>
      person.call("POST", path(draft.body.id, "/submit"), { version: draft.body.version, content: told });
    return { now, earlier: draft.body.id as Id, send };
  }

  const begin = (now: Id, reportId: Id, confirmed = false) =>
    desk.deputy.call("POST", "/api/reports", {
      territoryId: desk.territory,
      content: { ...content(now), basedOn: { reportId, confirmed } },
    });

  it("refuses what was not sent, what is another bearer's, and what is nowhere", async () => {
    const { stranger, world, territory } = desk;
    const { now, earlier } = await twoYears();
    expect((await begin(now, earlier)).status).toBe(404);
    const second = await world.organisation(territory, "school", "СОШ № 5");
    const other = await world.person([{ role: "school_head", territoryId: territory, organisationId: second }]);
    const foreign = await twoYears(second, other);
    await foreign.send();
    expect((await begin(now, foreign.earlier)).status).toBe(404);
    expect((await begin(now, makeId())).status).toBe(404);
    expect((await stranger.call("GET", `/api/reports/${territory}/${foreign.earlier}`)).status).toBe(404);
  });

  it("is offered once it was sent, says where it came from, and is not sent before its writer stands by it", async () => {
    const { territory, deputy, officer, path } = desk;
    const { now, earlier, send } = await twoYears();
    const card = () => deputy.call("GET", `/api/obligations/${territory}/${now}`);
    expect((await card()).body.basis).toBeNull();
    await send();
    expect((await card()).body.basis).toEqual({ reportId: earlier, occurrence: "2025 год" });
    const begun = await begin(now, earlier);
    expect(begun.body.basedOn).toEqual({ reportId: earlier, confirmed: false, occurrence: "2025 год" });
    const submit = (confirmed: boolean) =>
      deputy.call("POST", path(begun.body.id, "/submit"), {
        version: begun.body.version,
        content: { ...content(now), basedOn: { reportId: earlier, confirmed } },
      });
    const refused = await submit(false);
    expect([refused.status, refused.body.fields.text]).toEqual([422, expect.stringContaining("прошлого отчёта")]);
    const sent = await submit(true);
    expect([sent.body.state, sent.body.basedOn.confirmed, sent.body.evidence]).toEqual(["submitted", true, []]);
    expect((await officer.call("GET", path(begun.body.id))).body.basedOn.reportId).toBe(earlier);
  });

  it("stays with a draft whose basis was withdrawn meanwhile, and goes when it is taken away", async () => {
    const { deputy, path } = desk;
    const { now, earlier, send } = await twoYears();
    const sent = await send();
    const begun = await begin(now, earlier);
    await deputy.call("POST", path(earlier, "/withdraw"), { version: sent.body.version });
    const save = (version: number, basedOn: object | null) =>
      deputy.call("PUT", path(begun.body.id), { version, content: { ...content(now), basedOn } });
    const kept = await save(begun.body.version, { reportId: earlier, confirmed: true });
    expect([kept.status, kept.body.basedOn.confirmed]).toEqual([200, true]);
    const gone = await save(kept.body.version, null);
    expect(gone.body.basedOn).toBeNull();
    // and cannot be taken again while it is a draft
    expect((await save(gone.body.version, { reportId: earlier, confirmed: true })).status).toBe(404);
  });
});
