import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docx, p, tbl, tr } from "../../../../test/support/docx-builder.ts";
import { givenImports, pasted, PLAN, PLAN_HEAD, type ImportsWorld } from "../../../../test/support/given-imports.ts";
import { addressOf, answerAll, takeIn, viewOf, whole } from "../../../../test/support/import-steps.ts";
import type { Persona, World } from "../../../../test/support/world.ts";

const LETTER = docx([p("Обязанности", { level: 1 }), p("Делиться опытом с соседями."), p("Принимать гостей.")]);

describe("documents on their way to become programmes", () => {
  let world: World;
  let territory: string;
  let school: string;
  let officer: Persona;
  let head: Persona;
  let start: ImportsWorld["start"];
  beforeAll(async () => {
    ({ world, territory, school, officer, head, start } = await givenImports());
  });
  afterAll(() => world.close());

  it("is reviewed, kept through a reload, and becomes a draft programme once", async () => {
    const id = await takeIn(world, officer, territory, "План.docx", PLAN);
    const seen = await viewOf(officer, territory, id);
    expect(seen.review!.rows.map(({ number, parties }) => [number, parties.map(({ name }) => name)])).toEqual([
      ["1.1", ["УО"]],
      ["1.2", ["ОО"]],
      ["1.3", ["АБВ"]],
    ]);
    expect(seen.review!.rows[1]!.notes).toContainEqual(expect.stringContaining("латиница"));
    const paper = await officer.call("GET", `${addressOf(territory, id)}/document`);
    expect(paper.body.tables[0].parts[0].rows.map((row: { section: string | null }) => row.section)).toEqual([
      null,
      expect.stringMatching(/Раздел 1 «Вместе», 3\s+мероприятия/),
      null,
      null,
      null,
    ]);

    const party = seen.review!.doubts.find(({ topic }) => topic === "party")!;
    const audience = { kind: "designation", designations: ["low_results"] };
    const answered = await officer.call("POST", `${addressOf(territory, id)}/decide`, {
      version: seen.version,
      decisions: [{ doubtId: party.id, option: "own", own: { kind: "audience", audience }, remember: true }],
    });
    expect((await viewOf(officer, territory, id)).review).toEqual(answered.body.review);
    const undone = await officer.call("POST", `${addressOf(territory, id)}/undo`, { version: answered.body.version });
    expect(undone.body.review).toEqual(seen.review);
    await officer.call("POST", `${addressOf(territory, id)}/decide`, {
      version: undone.body.version,
      decisions: [{ doubtId: party.id, option: "own", own: { kind: "audience", audience }, remember: true }],
    });

    const programmeId = await whole(officer, territory, id);
    const measures = await world.rows(
      "select number, title, due_text, responsible_text from measure where programme_id = $1 order by ordinal",
      [programmeId],
    );
    expect(measures.map(({ number, responsible_text }) => [number, responsible_text])).toEqual([
      ["1.1", "УО"],
      ["1.2", "OO"],
      ["1.3", "АБВ"],
    ]);
    expect(await world.rows("select code, audience from role_code where territory_id = $1", [territory])).toEqual([
      { code: "АБВ", audience },
    ]);
    expect(await world.rows("select distinct import_id from roadmap where programme_id = $1", [programmeId])).toEqual([
      { import_id: id },
    ]);

    const again = await officer.call("POST", `${addressOf(territory, id)}/approve`, { version: 99 });
    expect([again.status, again.body.code, again.body.extra]).toEqual([409, "import-approved", { programmeId }]);
    expect((await officer.call("DELETE", addressOf(territory, id))).body.code).toBe("import-approved");
    const actions = await world.rows<{ action: string }>(
      "select action from journal where subject_id = $1 order by at, id",
      [id],
    );
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["import.start", "import.read", "import.answer", "import.undo", "import.approve"]),
    );
  });

  it("a suggestion taken with the box ticked is remembered too: the next document does not ask", async () => {
    const plan = docx([
      p("Ещё один план", { level: 1 }),
      tbl([
        tr(PLAN_HEAD),
        tr(["1", "Встречи", "май 2022", "ЯРО", "Отчёт"]),
        tr(["2", "Беседы", "июнь 2022", "ЯРО", "Отчёт"]),
      ]),
    ]);
    const id = await takeIn(world, officer, territory, "Ещё один.docx", plan);
    const { version, review } = await viewOf(officer, territory, id);
    const party = review!.doubts.find(({ topic }) => topic === "party")!;
    await officer.call("POST", `${addressOf(territory, id)}/decide`, {
      version,
      decisions: [{ doubtId: party.id, option: "outside", remember: true }],
    });
    await whole(officer, territory, id);
    const next = await takeIn(world, officer, territory, "Следующий.docx", plan);
    expect((await viewOf(officer, territory, next)).review!.doubts.filter(({ topic }) => topic === "party")).toEqual(
      [],
    );
  });

  it("says that the same file came in before, and what became of it", async () => {
    const first = await takeIn(world, officer, territory, "письмо.docx", LETTER);
    const second = await takeIn(world, officer, territory, "письмо ещё раз.docx", LETTER);
    expect((await viewOf(officer, territory, second)).duplicates).toMatchObject([
      { id: first, status: "review", createdOn: "2021-12-10", likeness: "bytes" },
    ]);
    const rewritten = docx([p("Обязанности", { level: 1 }), p("Писать друг другу.")]);
    const third = await takeIn(world, officer, territory, "Письмо (2).docx", rewritten);
    expect((await viewOf(officer, territory, third)).duplicates).toMatchObject([{ id: first, likeness: "name" }]);
    const programmeId = await whole(officer, territory, first);
    expect((await viewOf(officer, territory, second)).duplicates).toMatchObject([{ programme: { id: programmeId } }]);
    const [programme] = await world.rows("select passport from programme where id = $1", [programmeId]);
    expect(programme!["passport"]).toEqual([
      { heading: "Обязанности", paragraphs: ["Делиться опытом с соседями.", "Принимать гостей."] },
    ]);
    expect(await world.rows("select title from roadmap where programme_id = $1", [programmeId])).toHaveLength(1);
  });

  it("a pasted table is read as one; a cancelled import is gone from the list", async () => {
    const rows = [
      PLAN_HEAD,
      ["1", "Встреча <b>друзей</b>", "май 2022", "УО", "Фото"],
      ["2", "Прощание", "июнь 2022", "УО", "Фото"],
    ];
    const html = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
    const started = await start(officer, pasted(html));
    await world.settle();
    const view = await viewOf(officer, territory, started.body.id);
    expect([view.name, view.review!.rows.map(({ title }) => title)]).toEqual([
      "из буфера.html",
      ["Встреча друзей", "Прощание"],
    ]);
    const listed = async () =>
      (await officer.call("GET", `/api/imports?territoryId=${territory}&q=${encodeURIComponent("буфер")}`)).body.total;
    expect(await listed()).toBe(1);
    expect((await officer.call("DELETE", addressOf(territory, view.id))).status).toBe(200);
    expect(await listed()).toBe(0);
    expect((await officer.call("POST", `${addressOf(territory, view.id)}/undo`, { version: 1 })).body.code).toBe(
      "import-cancelled",
    );
  });

  it("a school's head takes in the school's own programme; the district's dictionary stays as it is", async () => {
    const id = await takeIn(world, head, territory, "наш план.docx", PLAN, school);
    expect((await officer.call("GET", addressOf(territory, id))).status).toBe(404);
    expect((await viewOf(head, territory, id)).can.remember).toBe(false);
    const before = await world.rows("select * from role_code where territory_id = $1", [territory]);
    const { version, review } = await answerAll(head, territory, id);
    const changed = await head.call("PUT", `${addressOf(territory, id)}/settings`, {
      version,
      settings: { ...review!.settings, title: "Наш план" },
    });
    const approved = await head.call("POST", `${addressOf(territory, id)}/approve`, { version: changed.body.version });
    expect(
      await world.rows("select title, owner_organisation_id from programme where id = $1", [approved.body.programmeId]),
    ).toEqual([{ title: "Наш план", owner_organisation_id: school }]);
    expect(await world.rows("select * from role_code where territory_id = $1", [territory])).toEqual(before);
  });
});
