import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dateInWords } from "#domain/russian/dates.ts";
import { makeId } from "#shared/ids.ts";
import { content, openReportingSchool, type ReportingSchool } from "../../../../test/support/reporting-school.ts";
import { replan } from "../../../../test/support/given-programme.ts";
import type { Persona } from "../../../../test/support/world.ts";

let at: ReportingSchool;
beforeAll(async () => {
  at = await openReportingSchool();
});
afterAll(() => at.world.close());

type Owed = Awaited<ReturnType<ReportingSchool["owed"]>>;
const pause = (who: Persona, of: Owed, more: object = {}) =>
  who.call("POST", "/api/pauses", {
    territoryId: at.territory,
    programmeId: of.programmeId,
    measureId: null,
    from: "2026-10-20",
    reason: "Ремонт школы",
    paperId: null,
    ...more,
  });
const resume = (who: Persona, id: string, version = 1) =>
  who.call("POST", `/api/pauses/${at.territory}/${id}/resume`, { version });
const card = async (of: Owed, who = at.head) =>
  (await who.call("GET", `/api/obligations/${at.territory}/${of.obligationId}`)).body;
const figures = async (of: Owed) =>
  (await at.officer.call("GET", `/api/progress/programmes/${at.territory}/${of.programmeId}`)).body.seen;
const rowsIn = async (of: Owed, state: string) =>
  (
    await at.officer.call(
      "GET",
      `/api/progress/rows?territoryId=${at.territory}&programmeId=${of.programmeId}&state=${state}`,
    )
  ).body.total;
const makeLate = (of: Owed) =>
  at.world.rows(
    "update obligation set opens_on = '2026-10-01', due_on = '2026-10-21', due_moved = true where id = $1",
    [of.obligationId],
  );

describe("a pause", () => {
  it("is refused to the public, to schools, to another district; outside the period, without a reason, of nothing", async () => {
    const owed = await at.owed();
    const far = await at.world.territory({
      kind: "municipality",
      parentId: await at.world.territory({ kind: "region" }),
    });
    const foreign = await at.world.person([{ role: "officer", territoryId: far }]);
    expect((await pause(at.world.public, owed)).status).toBe(401);
    expect((await pause(at.head, owed)).status).toBe(403);
    expect((await pause(foreign, owed)).status).toBe(404);
    expect((await pause(at.officer, owed, { measureId: makeId() })).status).toBe(404);
    for (const [more, code, field] of [
      [{ reason: " " }, "bad-request", "reason"],
      [{ from: "2025-12-31" }, "pause-outside", "from"],
      [{ from: "2028-01-01" }, "pause-outside", "from"],
      [{ from: "2026-02-30" }, "bad-request", "from"],
      [{ paperId: makeId() }, "pause-paper-unknown", "paperId"],
    ] as const) {
      const refused = await pause(at.officer, owed, more);
      expect([refused.status, refused.body.code, Object.keys(refused.body.fields)]).toEqual([422, code, [field]]);
    }
    expect(await at.world.rows("select 1 from pause")).toEqual([]);
    const { body } = await pause(at.officer, owed);
    expect((await resume(at.head, body.id)).status).toBe(403);
    expect((await resume(foreign, body.id)).status).toBe(404);
    expect((await resume(at.officer, makeId())).status).toBe(404);
  });

  it("of two officers lets one begin it, and tells the other who did", async () => {
    const owed = await at.owed();
    const answers = await Promise.all([at.officer, at.other].map((who) => pause(who, owed)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const second = answers.find(({ status }) => status === 409)!;
    expect(second.body.code).toBe("already-paused");
    expect(second.body.title).toContain("Ремонт школы");
    expect(second.body.extra.stored.reason).toBe("Ремонт школы");
  });

  it("holds everything for reading: nothing is late, reported, moved, edited or reminded of, and figures tell it apart", async () => {
    const owed = await at.owed();
    await makeLate(owed);
    expect(await figures(owed)).toMatchObject({ due: 1, late: 1, planned: 1, paused: 0 });
    const begun = await at.deputy.call("POST", "/api/reports", { territoryId: at.territory, content: at.whole(owed) });
    await pause(at.officer, owed);
    expect(await figures(owed)).toMatchObject({ due: 0, late: 0, planned: 0, paused: 1 });
    expect([await rowsIn(owed, "paused"), await rowsIn(owed, "late"), await rowsIn(owed, "due")]).toEqual([1, 0, 0]);
    const seen = await card(owed);
    expect([seen.state, seen.can, seen.pause.reason]).toEqual([
      "paused",
      { report: false, delegate: false, moveDue: false },
      "Ремонт школы",
    ]);
    const home = (
      await at.head.call("GET", `/api/obligations/home?territoryId=${at.territory}&organisationId=${at.school}`)
    ).body;
    const inHome = (list: { id: string }[]) => list.some(({ id }) => id === owed.obligationId);
    expect([inHome(home.late), inHome(home.paused)]).toEqual([false, true]);
    const body = { version: begun.body.version, content: at.whole(owed, { text: "Дальше" }) };
    for (const [method, path, who, sent, code] of [
      ["PUT", at.path(begun.body.id), at.deputy, body, "reporting-paused"],
      ["POST", at.path(begun.body.id, "/submit"), at.deputy, body, "reporting-paused"],
      [
        "PUT",
        `/api/obligations/${at.territory}/${owed.obligationId}/due`,
        at.officer,
        { version: seen.version, dueOn: "2026-12-01", reason: "Ремонт" },
        "obligation-paused",
      ],
      [
        "PUT",
        `/api/obligations/${at.territory}/${owed.obligationId}/delegate`,
        at.head,
        { version: seen.version, personId: at.deputy.personId },
        "obligation-paused",
      ],
      [
        "PATCH",
        `/api/programmes/${at.territory}/${owed.programmeId}/measures/${owed.measureIds[0]}`,
        at.officer,
        { version: 1, title: "Иначе" },
        "programme-paused",
      ],
    ] as const) {
      const refused = await who.call(method, path, sent);
      expect([path, refused.status, refused.body.code]).toEqual([path, 409, code]);
    }
    const late = (await at.officer.call("GET", `/api/progress/late-reminders?territoryId=${at.territory}`)).body
      .reminders;
    expect(late).toEqual([]);
    // replanning finds nothing to do with it
    await replan(at.world, at.territory, owed.programmeId);
    expect((await card(owed)).dueOn).toBe("2026-10-21");
  });

  it("of one measure leaves what was sent to its checker, and resumed shifts nothing but says what passed", async () => {
    const owed = await at.owed();
    const other = await at.submitted();
    await makeLate(owed);
    const { body } = await pause(at.officer, owed, { measureId: owed.measureIds[0] });
    const sent = await pause(at.officer, other);
    expect((await card({ ...other })).state).toBe("submitted");
    const accepted = await at.officer.call("POST", at.path(other.report.id, "/accept"), {
      version: other.report.version,
    });
    expect(accepted.status).toBe(200);
    expect((await card(owed)).state).toBe("paused");
    const resumed = await resume(at.other, body.id);
    expect([resumed.body.late, resumed.body.pause.resumedOn]).toEqual([1, "2026-10-22"]);
    expect([(await card(owed)).state, (await card(owed)).dueOn]).toEqual(["late", "2026-10-21"]);
    const again = await resume(at.officer, body.id);
    expect([again.status, again.body.code]).toEqual([409, "already-resumed"]);
    const overlap = await pause(at.officer, owed, { measureId: owed.measureIds[0] });
    expect(overlap.body.code).toBe("pause-overlaps");
    const { from, resumedOn, reason } = resumed.body.pause;
    expect(overlap.body.title).toContain(
      `с ${dateInWords(from)}, работа возобновлена ${dateInWords(resumedOn)}: ${reason}`,
    );
    expect((await resume(at.officer, sent.body.id, 7)).body.code).toBe("stale-write");
    const told = (await at.head.call("GET", "/api/notices")).body.rows.map((row: { kind: string }) => row.kind);
    expect(told).toEqual(expect.arrayContaining(["programme-paused", "programme-resumed"]));
  });

  it("leaves what was due before it as it was: late is late and reported, returned is mended, and the letters of the late know them", async () => {
    const [late, edge, mended] = [await at.owed(), await at.owed(), await at.submitted()];
    const due = (of: Owed, day: string) =>
      at.world.rows("update obligation set opens_on = '2026-10-01', due_on = $2, due_moved = true where id = $1", [
        of.obligationId,
        day,
      ]);
    for (const [of, day] of [
      [late, "2026-10-19"],
      [edge, "2026-10-20"],
      [mended, "2026-10-19"],
    ] as const)
      await due(of, day);
    const returned = await at.officer.call("POST", at.path(mended.report.id, "/return"), {
      version: mended.report.version,
      remark: "Нет числа участников",
    });
    expect(returned.status).toBe(200);
    const before = await figures(late);
    for (const of of [late, edge, mended]) expect((await pause(at.officer, of)).status).toBe(200);
    expect(await figures(late)).toEqual(before);
    expect(before).toMatchObject({ late: 1, planned: 1, paused: 0 });
    // moved into the pause it could be neither answered nor moved back
    const { version } = await card(late);
    const moved = await at.officer.call("PUT", `/api/obligations/${at.territory}/${late.obligationId}/due`, {
      version,
      dueOn: "2026-11-10",
      reason: "Карантин",
    });
    expect([moved.status, moved.body.code, (await card(late)).version]).toEqual([422, "due-within-pause", version]);
    expect((await figures(edge)).paused).toBe(1);
    expect((await figures(mended)).returned).toBe(1);
    const cards = [await card(late), await card(edge), await card(mended)];
    expect(cards.map(({ state, pause: over, can }) => [state, over === null, can.report])).toEqual([
      ["late", true, true],
      ["paused", false, false],
      ["returned", true, true],
    ]);
    const home = (
      await at.head.call("GET", `/api/obligations/home?territoryId=${at.territory}&organisationId=${at.school}`)
    ).body;
    const inHome = (list: { id: string }[], of: Owed) => list.some(({ id }) => id === of.obligationId);
    expect([inHome(home.late, late), inHome(home.paused, edge), inHome(home.returned, mended)]).toEqual([
      true,
      true,
      true,
    ]);
    const reminders = (await at.officer.call("GET", `/api/progress/late-reminders?territoryId=${at.territory}`)).body;
    const told = JSON.stringify(reminders).replaceAll("\u00A0", " ");
    expect(told).toContain("срок 19 октября 2026");
    expect(told).not.toContain("срок 20 октября 2026");
    const sent = await at.deputy.call("POST", "/api/reports", { territoryId: at.territory, content: at.whole(late) });
    const submitted = await at.deputy.call("POST", at.path(sent.body.id, "/submit"), {
      version: sent.body.version,
      content: at.whole(late),
    });
    expect(submitted.status).toBe(200);
  });

  it("that is to come leaves all as it is until its day, and may be taken back", async () => {
    const owed = await at.owed();
    const { body } = await pause(at.officer, owed, { from: "2026-11-01" });
    expect((await card(owed)).state).not.toBe("paused");
    const created = await at.deputy.call("POST", "/api/reports", {
      territoryId: at.territory,
      content: content(owed.obligationId),
    });
    expect(created.status).toBe(200);
    const ended = await resume(at.officer, body.id);
    expect(ended.body.pause).toMatchObject({ resumedOn: "2026-11-01", takenBack: true });
    // resumed on the very day it began, it did stand
    const begun = await pause(at.officer, owed);
    expect((await resume(at.officer, begun.body.id)).body.pause).toMatchObject({ takenBack: false });
  });
});
