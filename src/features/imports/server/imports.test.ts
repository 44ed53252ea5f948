import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docx, p, tbl, tc, tr } from "../../../../test/support/docx-builder.ts";
import { suggestionOf } from "../../../../test/support/import-samples.ts";
import { addressOf, answerAll, takeIn, viewOf, whole } from "../../../../test/support/import-steps.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

const HEAD = ["№", "Мероприятие", "Срок", "Ответственные", "Результат"];
const PLAN = docx([
  p("План добрых дел", { level: 1 }),
  tbl([
    tr(HEAD),
    tr([tc("1. Вместе", { span: 5 })]),
    tr(["1.1", "Собрать команду", "октябрь 2021, далее постоянно", "УО", "Приказ"]),
    tr(["1.2", "Пройти диагностику", "2 раза в год", "OO", "Справка"]),
    tr(["1.3", "Выезды в сёла", "ежемесячно", "АБВ", "Отчёт"]),
  ]),
]);
const LETTER = docx([p("Обязанности", { level: 1 }), p("Делиться опытом с соседями."), p("Принимать гостей.")]);
const BROKEN = new Uint8Array([...PLAN.slice(0, 900), ...new Uint8Array(200)]);

describe("documents on their way to become programmes", () => {
  let world: World;
  let territory: string;
  let other: string;
  let school: string;
  let officer: Persona;
  let methodologist: Persona;
  let head: Persona;
  let foreigner: Persona;
  beforeAll(async () => {
    world = await openWorld({ now: "2021-12-10T09:00:00+03:00" });
    const region = await world.territory({ kind: "region" });
    territory = await world.territory({ kind: "municipality", parentId: region });
    other = await world.territory({ kind: "municipality", parentId: region });
    await world.organisation(territory, "authority");
    await world.organisation(territory, "methodological_centre");
    school = await world.organisation(territory, "school");
    await world.organisation(territory, "school");
    officer = await world.person([{ role: "officer", territoryId: territory }]);
    methodologist = await world.person([{ role: "methodologist", territoryId: territory }]);
    head = await world.person([{ role: "school_head", territoryId: territory, organisationId: school }]);
    foreigner = await world.person([{ role: "officer", territoryId: other }]);
  });
  afterAll(() => world.close());

  const start = (person: Persona, body: object) =>
    person.call("POST", "/api/imports", {
      territoryId: territory,
      ownerOrganisationId: null,
      fileId: null,
      pasted: null,
      ...body,
    });
  const pasted = (text: string) => ({ pasted: { name: "из буфера", text } });

  describe("refusals", () => {
    it("nothing given, or two things at once", async () => {
      expect((await start(officer, {})).body.code).toBe("nothing-given");
      const file = await officer.upload(`/api/files?territoryId=${territory}`, "план.docx", PLAN);
      expect((await start(officer, { fileId: file.body.id, ...pasted("текст") })).body.code).toBe("nothing-given");
    });

    it("whoever may not build the programme, and a file of somebody else", async () => {
      expect((await start(methodologist, pasted("а"))).status).toBe(404);
      expect((await start(foreigner, pasted("а"))).status).toBe(404);
      expect((await start(head, pasted("а"))).status).toBe(404);
      expect((await start(officer, { ...pasted("а"), ownerOrganisationId: school })).status).toBe(404);
      const file = await head.upload(`/api/files?territoryId=${territory}`, "план.docx", PLAN);
      expect((await start(officer, { fileId: file.body.id })).status).toBe(404);
    });

    it("a picture is no document to read, whatever it is called", async () => {
      const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      const file = await officer.upload(`/api/files?territoryId=${territory}`, "план.doc", bytes);
      expect((await start(officer, { fileId: file.body.id })).body.code).toBe("picture-given");
    });

    it("a document whose bytes are gone: said, not «being read» for ever", async () => {
      const file = await officer.upload(
        `/api/files?territoryId=${territory}`,
        "план.txt",
        new TextEncoder().encode("Срок\tОтветственный\nоктябрь\tУО"),
      );
      await world.rows("update stored_file set sha256 = repeat('0', 64) where id = $1", [file.body.id]);
      const started = await start(officer, { fileId: file.body.id });
      await world.settle();
      const view = await viewOf(officer, territory, started.body.id);
      expect(view.status).toBe("failed");
      expect(view.problem).toMatch(/по вине программы/);
    });

    it.each([
      ["damaged", "план.docx", BROKEN, /повреждён/],
      ["a PDF", "план.pdf", new TextEncoder().encode("%PDF-1.4 план"), /PDF/],
      ["without text", "план.docx", docx([p("")]), /нет текста/],
    ])("a file %s fails with its own sentence", async (_, name, bytes, sentence) => {
      const id = await takeIn(world, officer, territory, name, bytes);
      const view = await viewOf(officer, territory, id);
      expect([view.status, view.problem]).toEqual(["failed", expect.stringMatching(sentence)]);
      const decided = await officer.call("POST", `${addressOf(territory, id)}/approve`, { version: view.version });
      expect(decided.body.code).toBe("not-readable");
      expect((await officer.call("GET", `${addressOf(territory, id)}/document`)).body.code).toBe("not-readable");
    });

    it("a document that was not read is taken off the list", async () => {
      const id = await takeIn(world, officer, territory, "снятый с показа.docx", BROKEN);
      const listed = `/api/imports?territoryId=${territory}&q=${encodeURIComponent("снятый с показа")}`;
      expect((await officer.call("GET", listed)).body.items).toMatchObject([{ id, status: "failed" }]);
      expect((await foreigner.call("DELETE", addressOf(territory, id))).status).toBe(404);
      expect((await officer.call("DELETE", addressOf(territory, id))).status).toBe(200);
      expect((await officer.call("GET", listed)).body.total).toBe(0);
    });

    it("an import is not there for others, whatever they ask", async () => {
      const id = await takeIn(world, officer, territory, "план.docx", PLAN);
      for (const person of [methodologist, head, foreigner]) {
        const at = addressOf(territory, id);
        const answers = [
          await person.call("GET", at),
          await person.call("GET", `${at}/document`),
          await person.call("POST", `${at}/decide`, { version: 1, decisions: [{ doubtId: "x", option: "y" }] }),
          await person.call("POST", `${at}/undo`, { version: 1 }),
          await person.call("POST", `${at}/approve`, { version: 1 }),
          await person.call("DELETE", at),
          await person.call("GET", `/api/imports?territoryId=${territory}`),
        ];
        expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
      }
    });

    it("answers: stale, to nothing asked, in words not understood, for an organisation elsewhere", async () => {
      const id = await takeIn(world, officer, territory, "план.docx", PLAN);
      const { version, review } = await viewOf(officer, territory, id);
      const decide = (decision: object, at = version) =>
        officer.call("POST", `${addressOf(territory, id)}/decide`, { version: at, decisions: [decision] });
      const term = review!.doubts.find(({ topic }) => topic === "term")!;
      const party = review!.doubts.find(({ topic }) => topic === "party")!;
      const stale = await decide(suggestionOf(term), version + 1);
      expect([stale.status, stale.body.code]).toEqual([409, "stale-write"]);
      expect(stale.body.extra.stored).toEqual({ version, decisions: [] });
      expect((await decide({ doubtId: "нет такого", option: "a" })).body.code).toBe("answer-unknown");
      expect((await decide({ doubtId: term.id, option: "нет такого" })).body.code).toBe("answer-unknown");
      const vague = { doubtId: term.id, option: "own", own: { kind: "term", text: "как-нибудь потом" } };
      expect((await decide(vague)).body).toMatchObject({
        code: "term-unread",
        title: expect.stringContaining("как-нибудь потом"),
      });
      for (const audience of [
        { kind: "organisation", id: await world.organisation(other, "school") },
        { kind: "person", id: (await world.person([{ role: "officer", territoryId: other }])).personId },
      ])
        expect(
          (await decide({ doubtId: party.id, option: "own", own: { kind: "audience", audience } })).body.code,
        ).toBe("audience-unknown");
      expect((await viewOf(officer, territory, id)).version).toBe(version);
      expect((await officer.call("POST", `${addressOf(territory, id)}/undo`, { version })).body.code).toBe(
        "nothing-to-undo",
      );
    });

    it("approval with open questions, and settings that make no sense", async () => {
      const id = await takeIn(world, officer, territory, "план.docx", PLAN);
      const { version, review } = await viewOf(officer, territory, id);
      const early = await officer.call("POST", `${addressOf(territory, id)}/approve`, { version });
      expect([early.status, early.body.code]).toEqual([409, "doubts-open"]);
      expect(early.body.title).toContain(String(review!.doubts.length));
      const change = (part: object) =>
        officer.call("PUT", `${addressOf(territory, id)}/settings`, {
          version,
          settings: { ...review!.settings, ...part },
        });
      expect((await change({ title: " " })).body.fields).toHaveProperty(["settings.title"]);
      expect((await change({ startsOn: "2022-01-01", endsOn: "2021-01-01" })).body.fields).toHaveProperty([
        "settings.endsOn",
      ]);
      expect((await change({ tables: [7] })).body.code).toBe("table-unknown");
      expect(await world.rows("select from programme where territory_id = $1", [territory])).toEqual([]);
    });
  });

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
        tr(HEAD),
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
      HEAD,
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
