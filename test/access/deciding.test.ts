import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { givenProgramme, replan } from "../support/given-programme.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

describe("two pairs of eyes", () => {
  let world: World;
  let town: Id;
  let authority: Id;
  let writer: Persona;
  let sender: Persona;

  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region, name: "Лесной округ" });
    authority = await world.organisation(town, "authority");
    writer = await world.person([{ role: "officer", territoryId: town }]);
    sender = await world.person([{ role: "officer", territoryId: town }]);
  });
  afterAll(() => world.close());

  /** a report of the authority on three measures, begun by one officer and sent by another */
  async function sent() {
    const parties = [{ audience: { kind: "organisation" as const, id: authority } }];
    const measure = (title: string) => ({ title, years: [2026], parties });
    const given = await givenProgramme(world, town, [measure("Смотр"), measure("Семинар"), measure("Сбор")]);
    await replan(world, town, given.programmeId);
    const rows = await world.rows<{ id: Id }>("select id from obligation where programme_id = $1", [given.programmeId]);
    const content = {
      kind: "done",
      text: "Провели",
      doneOn: "2026-10-14",
      reason: "",
      obligationIds: rows.map((row) => row.id),
      values: [],
      evidence: [],
    };
    const begun = await writer.call("POST", "/api/reports", { territoryId: town, content });
    const path = `/api/reports/${town}/${begun.body.id}`;
    const submitted = await sender.call("POST", `${path}/submit`, { version: begun.body.version, content });
    expect(submitted.status).toBe(200);
    await world.settle();
    return { path, version: submitted.body.version as number };
  }

  it("refuses the one who sent the report of another, and lets the other accept it", async () => {
    const { path, version } = await sent();
    const own = await sender.call("POST", `${path}/accept`, { version });
    expect(own.body.code).toBe("own-report");
    expect((await sender.call("GET", path)).body.can.accept).toBe(false);
    expect((await writer.call("POST", `${path}/accept`, { version })).body.state).toBe("accepted");
  });

  it("tells of a report on many measures in one sentence", async () => {
    await sent();
    const { rows } = (await writer.call("GET", "/api/notices")).body;
    const texts = rows.map((row: { text: string }) => row.text.replaceAll("\u00a0", " "));
    expect(texts.some((text: string) => /отчёт «\S+» \(и ещё по 2 мероприятиям\) ждёт проверки$/.test(text))).toBe(
      true,
    );
  });

  it("registers a paper once, when two people do it at the same moment", async () => {
    const paper = {
      territoryId: town,
      kind: "directive",
      number: "77",
      datedOn: "2026-10-01",
      title: "О смотре",
      issuerOrganisationId: null,
      fileId: null,
    };
    for (const number of ["77", "78", "79", "80"]) {
      const answers = await Promise.all(
        [writer, sender].map((by) => by.call("POST", "/api/papers", { ...paper, number })),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      expect(answers.find((answer) => answer.status === 409)!.body.code).toBe("paper-registered");
    }
    const unnumbered = await Promise.all(
      [writer, sender].map((by) => by.call("POST", "/api/papers", { ...paper, number: "" })),
    );
    expect(unnumbered.map((answer) => answer.status)).toEqual([200, 200]);
  });

  it("calls the territory by its own name among those who issue papers", async () => {
    const papers = await writer.call("GET", `/api/papers?territoryId=${town}`);
    expect(papers.body.issuers[0]).toEqual({ id: null, name: "Лесной округ" });
    const choices = await writer.call("GET", `/api/programme-choices?territoryId=${town}`);
    expect(choices.body.owners[0]).toEqual({ id: null, name: "Лесной округ" });
  });
});
