import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { givenProgramme, replan } from "../../../../test/support/given-programme.ts";
import {
  DIRECTIVE,
  PASSPORT,
  YEARLY,
  openProgrammeDesk,
  type ProgrammeDesk,
} from "../../../../test/support/programme-desk.ts";

describe("programmes refuse", () => {
  let desk: ProgrammeDesk;
  beforeAll(async () => {
    desk = await openProgrammeDesk();
  });
  afterAll(() => desk.world.close());

  it("a draft made by a school for the district, and by the district for a school", async () => {
    const { territoryId, school, officer, head } = desk;
    for (const [by, ownerOrganisationId] of [
      [head, null],
      [officer, school],
    ] as const) {
      const answer = await by.call("POST", "/api/programmes", { territoryId, ownerOrganisationId, ...PASSPORT });
      expect([answer.status, answer.body.code]).toEqual([403, "not-allowed"]);
    }
  });

  it("an edit by somebody who only sees, with 403, and one of what is not seen, with 404", async () => {
    const { head, withMeasure, step } = desk;
    const { at, measureId } = await withMeasure("", YEARLY);
    const hidden = await head.call("PATCH", at, { version: 1, goal: "Чужая цель" });
    expect([hidden.status, hidden.body.code]).toEqual([404, "not-found"]);
    await step(at, { step: "approve", directive: { ...DIRECTIVE, number: "1" } });
    const seen = await head.call("PATCH", `${at}/measures/${measureId}`, { version: 1, title: "Чужие слова" });
    expect([seen.status, seen.body.code]).toEqual([403, "not-allowed"]);
  });

  it("approval without a directive, without its number and its day, marking the fields", async () => {
    const { officer, withMeasure, step } = desk;
    const { at } = await withMeasure("", YEARLY);
    const none = await step(at, { step: "approve" });
    expect([none.status, none.body.code]).toEqual([422, "no-directive"]);
    const half = await step(at, { step: "approve", directive: { ...DIRECTIVE, number: " " } });
    expect(Object.keys(half.body.fields)).toEqual(["directive.number"]);
    expect((await officer.call("GET", at)).body.status).toBe("draft");
  });

  it("approval of an empty programme", async () => {
    const { make, step } = desk;
    const answer = await step(await make(), { step: "approve", directive: DIRECTIVE });
    expect([answer.status, answer.body.code]).toEqual([409, "no-measures"]);
  });

  it("approval while a term is not understood, with the list, until the officer says so", async () => {
    const { withMeasure, step } = desk;
    const { at, measureId } = await withMeasure("как только, так сразу", [
      { kind: "unknown", windows: [], freq: null },
    ]);
    const warned = await step(at, { step: "approve", directive: { ...DIRECTIVE, number: "413" } });
    expect([warned.status, warned.body.code]).toEqual([409, "terms-unclear"]);
    expect(warned.body.extra.measures).toEqual([
      { id: measureId, number: "1", title: "Отбор школ", dueText: "как только, так сразу" },
    ]);
    const confirmed = await step(at, {
      step: "approve",
      directive: { ...DIRECTIVE, number: "413" },
      confirmed: true,
    });
    expect([confirmed.status, confirmed.body.status]).toEqual([200, "approved"]);
  });

  it("a directive that is registered already, without leaving half an approval", async () => {
    const { withMeasure, step } = desk;
    const first = await withMeasure("", YEARLY);
    await step(first.at, { step: "approve", directive: { ...DIRECTIVE, number: "700" } });
    const second = await withMeasure("", YEARLY);
    const again = await step(second.at, { step: "approve", directive: { ...DIRECTIVE, number: "700" } });
    expect([again.status, again.body.code]).toEqual([409, "paper-registered"]);
    const chosen = await step(second.at, { step: "approve", directive: { paperId: again.body.extra.paperId } });
    expect([chosen.status, chosen.body.paper.name]).toEqual([200, "Приказ от\u00a018.12.2025 №\u00a0700"]);
  });

  it("an edit of a finished programme", async () => {
    const { world, territoryId, officer } = desk;
    const { programmeId } = await givenProgramme(world, territoryId, [{ parties: [] }], { status: "finished" });
    const answer = await officer.call("PATCH", `/api/programmes/${territoryId}/${programmeId}`, {
      version: 1,
      goal: "Новая цель",
    });
    expect([answer.status, answer.body.code]).toEqual([409, "programme-finished"]);
  });

  it("a return to draft once there is a report", async () => {
    const { world, territoryId, school, step, begunReport } = desk;
    const { programmeId } = await givenProgramme(
      world,
      territoryId,
      [{ years: [2026], parties: [{ audience: { kind: "organisation", id: school } }] }],
      { status: "approved" },
    );
    await replan(world, territoryId, programmeId);
    await begunReport(programmeId);
    const answer = await step(`/api/programmes/${territoryId}/${programmeId}`, { step: "withdraw" });
    expect([answer.status, answer.body.code]).toEqual([409, "has-reports"]);
  });

  it("a section moved inside itself, and a place in another programme", async () => {
    const { officer, withMeasure } = desk;
    const { at, roadmapId } = await withMeasure("", YEARLY);
    const outer = (await officer.call("POST", `${at}/sections`, { roadmapId, title: "Внешний" })).body.id;
    const inner = (await officer.call("POST", `${at}/sections`, { roadmapId, parentId: outer, title: "Внутренний" }))
      .body.id;
    const moved = await officer.call("POST", `${at}/sections/${outer}/move`, {
      version: 1,
      parentId: inner,
      beforeId: null,
    });
    expect([moved.status, moved.body.code]).toEqual([422, "section-inside-itself"]);
    const other = await withMeasure("", YEARLY);
    const foreign = await officer.call("POST", `${other.at}/measures`, {
      roadmapId: other.roadmapId,
      sectionId: outer,
      title: "Не здесь",
    });
    expect([foreign.status, foreign.body.code]).toEqual([422, "place-unknown"]);
  });
});
