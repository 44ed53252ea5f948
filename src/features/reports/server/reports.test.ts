import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { givenProgramme, replan } from "../../../../test/support/given-programme.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

const PDF = new TextEncoder().encode("%PDF-1.4\n% открытый доклад\n%%EOF");

interface Content {
  kind: "done" | "notApplicable";
  text: string;
  doneOn: string | null;
  reason: string;
  obligationIds: Id[];
  values: { obligationId: Id; plannedValueId: Id; year: number; value: number; denominator: number | null }[];
  evidence: ({ kind: "file"; fileId: Id } | { kind: "link"; url: string })[];
}

const content = (obligationId: Id, more: Partial<Content> = {}): Content => ({
  kind: "done",
  text: "Доклад обсудили на педсовете",
  doneOn: "2026-10-14",
  reason: "",
  obligationIds: [obligationId],
  values: [],
  evidence: [],
  ...more,
});

describe("a report from draft to acceptance", () => {
  let world: World;
  let territory: Id;
  let school: Id;
  let officer: Persona;
  let other: Persona;
  let head: Persona;
  let deputy: Persona;
  let teacher: Persona;
  let stranger: Persona;

  beforeAll(async () => {
    world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
    const region = await world.territory({ kind: "region" });
    territory = await world.territory({ kind: "municipality", parentId: region });
    school = await world.organisation(territory, "school", "СОШ № 3");
    const second = await world.organisation(territory, "school", "СОШ № 4");
    officer = await world.person([{ role: "officer", territoryId: territory }]);
    other = await world.person([{ role: "officer", territoryId: territory }], "Ветрова");
    head = await world.person([{ role: "school_head", territoryId: territory, organisationId: school }]);
    deputy = await world.person([{ role: "deputy", territoryId: territory, organisationId: school }]);
    teacher = await world.person([{ role: "teacher", territoryId: territory, organisationId: school }]);
    stranger = await world.person([{ role: "school_head", territoryId: territory, organisationId: second }]);
  });
  afterAll(() => world.close());

  const path = (reportId: Id, step = "") => `/api/reports/${territory}/${reportId}${step}`;

  /** one school, one measure of 2026 with a planned value and a document to leave */
  async function owed(options: { percent?: boolean } = {}) {
    const unit = options.percent ? ("percent" as const) : ("count" as const);
    const given = await givenProgramme(world, territory, [
      {
        years: [2026],
        parties: [{ audience: { kind: "organisation", id: school } }],
        reportDocument: "открытый доклад",
        plan: { year: 2026, text: "1", value: 1, unit },
      },
    ]);
    await replan(world, territory, given.programmeId);
    const [row] = await world.rows<{ id: Id }>("select id from obligation where programme_id = $1", [
      given.programmeId,
    ]);
    return { ...given, obligationId: row!.id, plannedId: given.plannedIds[0]! };
  }

  async function fileOf(person: Persona): Promise<Id> {
    const answer = await person.upload(`/api/files?territoryId=${territory}`, "Доклад.pdf", PDF);
    expect(answer.status).toBe(200);
    return answer.body.id;
  }

  async function drafted() {
    const duty = await owed();
    const created = await deputy.call("POST", "/api/reports", { territoryId: territory, content: whole(duty) });
    expect(created.status).toBe(200);
    return { ...duty, report: created.body };
  }

  function whole(duty: { obligationId: Id; plannedId: Id }, more: Partial<Content> = {}): Content {
    return content(duty.obligationId, {
      values: [
        { obligationId: duty.obligationId, plannedValueId: duty.plannedId, year: 2026, value: 1, denominator: null },
      ],
      evidence: [{ kind: "link", url: "https://school3.example/doklad" }],
      ...more,
    });
  }

  async function submitted() {
    const duty = await drafted();
    const sent = await deputy.call("POST", path(duty.report.id, "/submit"), {
      version: duty.report.version,
      content: whole(duty),
    });
    expect(sent.status).toBe(200);
    return { ...duty, report: sent.body };
  }

  describe("refusals", () => {
    it("hides the obligation from another school and a teacher it was not handed to", async () => {
      const duty = await owed();
      for (const person of [stranger, teacher]) {
        const answer = await person.call("POST", "/api/reports", {
          territoryId: territory,
          content: content(duty.obligationId),
        });
        expect([answer.status, answer.body.code]).toEqual([404, "not-found"]);
        expect((await person.call("GET", `/api/obligations/${territory}/${duty.obligationId}`)).status).toBe(404);
      }
    });

    it("refuses an officer who would report for a school", async () => {
      const duty = await owed();
      const answer = await officer.call("POST", "/api/reports", {
        territoryId: territory,
        content: content(duty.obligationId),
      });
      expect([answer.status, answer.body.code]).toEqual([403, "not-allowed"]);
    });

    it.each([
      ["text", { text: "  " }, "text"],
      ["the day", { doneOn: null }, "doneOn"],
      ["a day to come", { doneOn: "2026-10-23" }, "doneOn"],
      ["a day long before", { doneOn: "2016-10-14" }, "doneOn"],
      ["evidence where a document is due", { evidence: [] }, "evidence"],
    ] as const)("refuses without %s, pointing at the field, and keeps the draft", async (_what, lacking, field) => {
      const duty = await drafted();
      const answer = await deputy.call("POST", path(duty.report.id, "/submit"), {
        version: duty.report.version,
        content: whole(duty, lacking as Partial<Content>),
      });
      expect([answer.status, answer.body.code]).toEqual([422, "report-incomplete"]);
      expect(Object.keys(answer.body.fields)).toEqual([field]);
      const kept = await deputy.call("GET", path(duty.report.id));
      expect([kept.body.state, kept.body.text]).toEqual(["draft", "Доклад обсудили на педсовете"]);
    });

    it("refuses without the planned value, and a part greater than the whole", async () => {
      const duty = await owed({ percent: true });
      const created = await deputy.call("POST", "/api/reports", {
        territoryId: territory,
        content: content(duty.obligationId),
      });
      const send = (values: Content["values"]) =>
        deputy.call("POST", path(created.body.id, "/submit"), {
          version: created.body.version,
          content: whole(duty, { values }),
        });
      const key = `values.${duty.obligationId}.${duty.plannedId}.2026`;
      const of = (value: number, denominator: number | null) => [
        { obligationId: duty.obligationId, plannedValueId: duty.plannedId, year: 2026, value, denominator },
      ];
      expect(Object.keys((await send([])).body.fields)).toEqual([key]);
      expect((await send(of(26, null))).body.fields[key]).toContain("из скольких");
      expect((await send(of(36, 31))).body.fields[key]).toContain("Получилось 36, а всего указано 31");
      expect((await send(of(0, 0))).body.fields[key]).toContain("нуля");
      expect((await send(of(26, 31))).status).toBe(200);
    });

    it("refuses a second submit of the same report", async () => {
      const { report, ...duty } = await submitted();
      const again = await deputy.call("POST", path(report.id, "/submit"), {
        version: report.version,
        content: whole(duty),
      });
      expect([again.status, again.body.code]).toEqual([409, "already-submitted"]);
      const save = await deputy.call("PUT", path(report.id), { version: report.version, content: whole(duty) });
      expect(save.body.code).toBe("already-submitted");
    });

    it("leads to the report that already answers the obligation", async () => {
      const { report, obligationId } = await drafted();
      const answer = await head.call("POST", "/api/reports", {
        territoryId: territory,
        content: content(obligationId),
      });
      expect([answer.status, answer.body.code, answer.body.extra.reportId]).toEqual([409, "report-exists", report.id]);
    });

    it("refuses a report on a closed period and keeps what was drafted", async () => {
      const { report, programmeId, ...duty } = await drafted();
      const fresh = await owed();
      await world.rows("update programme set status = 'finished' where id in ($1, $2)", [
        programmeId,
        fresh.programmeId,
      ]);
      await replan(world, territory, programmeId);
      await replan(world, territory, fresh.programmeId);
      const answer = await deputy.call("POST", path(report.id, "/submit"), {
        version: report.version,
        content: whole(duty),
      });
      expect([answer.status, answer.body.code]).toEqual([409, "period-closed"]);
      expect(answer.body.title).toContain("программа завершена");
      expect((await deputy.call("GET", path(report.id))).body.text).toBe("Доклад обсудили на педсовете");
      const closed = await deputy.call("POST", "/api/reports", { territoryId: territory, content: whole(fresh) });
      expect(closed.body.code).toBe("period-closed");
    });

    it("refuses obligations of two bearers in one report", async () => {
      const both = await givenProgramme(world, territory, [
        { years: [2026], parties: [{ audience: { kind: "organisationKind", kinds: ["school"] } }] },
      ]);
      await replan(world, territory, both.programmeId);
      const rows = await world.rows<{ id: Id }>("select id from obligation where programme_id = $1", [
        both.programmeId,
      ]);
      const answer = await deputy.call("POST", "/api/reports", {
        territoryId: territory,
        content: { ...content(rows[0]!.id), obligationIds: rows.map((row) => row.id) },
      });
      // the other school's obligation is not visible to this one at all
      expect([answer.status, answer.body.code]).toEqual([404, "not-found"]);
    });

    it("does not return without a remark, and lets no reporter decide", async () => {
      const { report } = await submitted();
      const bare = await officer.call("POST", path(report.id, "/return"), { version: report.version, remark: "  " });
      expect([bare.status, bare.body.code]).toEqual([422, "remark-needed"]);
      expect(bare.body.fields.remark).toMatch(/что исправить/);
      for (const step of ["/accept", "/return", "/reopen"])
        expect(
          (await deputy.call("POST", path(report.id, step), { version: report.version, remark: "нет" })).status,
        ).toBe(403);
      expect((await stranger.call("POST", path(report.id, "/accept"), { version: report.version })).status).toBe(404);
    });

    it("refuses to cite a file of another person", async () => {
      const duty = await drafted();
      const answer = await deputy.call("PUT", path(duty.report.id), {
        version: duty.report.version,
        content: whole(duty, { evidence: [{ kind: "file", fileId: await fileOf(head) }] }),
      });
      expect(answer.status).toBe(404);
    });

    it("refuses «not for us» without a reason", async () => {
      const duty = await drafted();
      const answer = await deputy.call("POST", path(duty.report.id, "/submit"), {
        version: duty.report.version,
        content: whole(duty, { kind: "notApplicable" }),
      });
      expect(Object.keys(answer.body.fields)).toEqual(["reason"]);
    });
  });

  it("goes draft → submitted → returned → submitted → accepted, with its history and notices", async () => {
    const duty = await drafted();
    const fileId = await fileOf(deputy);
    const saved = await deputy.call("PUT", path(duty.report.id), {
      version: duty.report.version,
      content: whole(duty, { evidence: [{ kind: "file", fileId }] }),
    });
    expect([saved.status, saved.body.state, saved.body.evidence[0].name]).toEqual([200, "draft", "Доклад.pdf"]);
    const sent = await deputy.call("POST", path(duty.report.id, "/submit"), {
      version: saved.body.version,
      content: whole(duty, { evidence: [{ kind: "file", fileId }] }),
    });
    expect(sent.body.state).toBe("submitted");
    expect(sent.body.can).toMatchObject({ withdraw: true, accept: false });
    const queue = await officer.call("GET", `/api/reports?territoryId=${territory}&state=toReview`);
    expect(queue.body.rows.map((row: { id: Id }) => row.id)).toContain(duty.report.id);
    const notices = await officer.call("GET", "/api/notices");
    expect(
      notices.body.rows.some((row: { link: string }) => row.link === `/reports/${territory}/${duty.report.id}`),
    ).toBe(true);

    const returned = await officer.call("POST", path(duty.report.id, "/return"), {
      version: sent.body.version,
      remark: "Нужен подписанный доклад",
    });
    expect([returned.body.state, returned.body.remark]).toEqual(["returned", "Нужен подписанный доклад"]);
    const again = await deputy.call("POST", path(duty.report.id, "/submit"), {
      version: returned.body.version,
      content: whole(duty, { text: "Подписан", evidence: [{ kind: "file", fileId }] }),
    });
    const accepted = await officer.call("POST", path(duty.report.id, "/accept"), { version: again.body.version });
    expect([accepted.status, accepted.body.state]).toEqual([200, "accepted"]);
    expect(accepted.body.steps.map((one: { step: string }) => one.step)).toEqual([
      "submit",
      "return",
      "submit",
      "accept",
    ]);
    const file = await officer.call("GET", `/api/files/${territory}/${fileId}`);
    expect([file.status, file.headers["content-type"], file.raw.equals(Buffer.from(PDF))]).toEqual([
      200,
      "application/pdf",
      true,
    ]);
    expect((await stranger.call("GET", `/api/files/${territory}/${fileId}`)).status).toBe(404);
    const mine = await deputy.call("GET", "/api/notices");
    expect(mine.body.rows.map((row: { kind: string }) => row.kind)).toEqual(
      expect.arrayContaining(["report-returned", "report-accepted"]),
    );
  });

  it("keeps both texts when a draft was saved elsewhere meanwhile", async () => {
    const duty = await drafted();
    const save = (version: number, text: string) =>
      deputy.call("PUT", path(duty.report.id), { version, content: whole(duty, { text }) });
    const first = await save(duty.report.version, "с телефона");
    const stale = await save(duty.report.version, "с компьютера");
    expect([stale.status, stale.body.code]).toEqual([409, "stale-write"]);
    expect([stale.body.extra.yours.text, stale.body.extra.theirs.text]).toEqual(["с компьютера", "с телефона"]);
    expect((await save(first.body.version, "с компьютера")).body.text).toBe("с компьютера");
  });

  it("answers a repeated write under the same key with the same answer, once", async () => {
    const duty = await owed();
    const key = { "idempotency-key": makeId() };
    const body = { territoryId: territory, content: whole(duty) };
    const one = await deputy.call("POST", "/api/reports", body, key);
    const two = await deputy.call("POST", "/api/reports", body, key);
    expect([one.status, two.status, two.body.id]).toEqual([200, 200, one.body.id]);
    const [{ many }] = (await world.rows<{ many: number }>(
      "select count(*)::int as many from report_obligation where obligation_id = $1",
      [duty.obligationId],
    )) as [{ many: number }];
    expect(many).toBe(1);
  });

  it("lets one of two officers who accept at once win and tells the other who decided", async () => {
    const { report } = await submitted();
    const answers = await Promise.all(
      [officer, other].map((person) => person.call("POST", path(report.id, "/accept"), { version: report.version })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const lost = answers.find((answer) => answer.status === 409)!;
    expect(lost.body.code).toBe("already-decided");
    expect(lost.body.title).toContain("принят");
  });

  it("withdraws until decided, and reopens an accepted report before the checker", async () => {
    const { report } = await submitted();
    const back = await head.call("POST", path(report.id, "/withdraw"), { version: report.version });
    expect(back.body.state).toBe("draft");
    const { report: second } = await submitted();
    const accepted = await officer.call("POST", path(second.id, "/accept"), { version: second.version });
    const late = await deputy.call("POST", path(second.id, "/withdraw"), { version: accepted.body.version });
    expect(late.body.code).toBe("already-accepted");
    const reopened = await officer.call("POST", path(second.id, "/reopen"), { version: accepted.body.version });
    expect([reopened.status, reopened.body.state]).toEqual([200, "submitted"]);
  });

  it("is handed to a colleague of the same organisation, who then reports", async () => {
    const duty = await owed();
    const card = await head.call("GET", `/api/obligations/${territory}/${duty.obligationId}`);
    const hand = (personId: Id) =>
      head.call("PUT", `/api/obligations/${territory}/${duty.obligationId}/delegate`, {
        version: card.body.version,
        personId,
      });
    expect((await hand(stranger.personId)).body.code).toBe("not-a-colleague");
    expect((await hand(teacher.personId)).body.delegatedTo.id).toBe(teacher.personId);
    const home = await teacher.call("GET", `/api/obligations/home?territoryId=${territory}&organisationId=${school}`);
    expect([...home.body.soon, ...home.body.later].map((row: { id: Id }) => row.id)).toEqual([duty.obligationId]);
    const created = await teacher.call("POST", "/api/reports", { territoryId: territory, content: whole(duty) });
    expect(created.status).toBe(200);
  });

  it("answers several obligations of one organisation at once, and «not for us» with a reason", async () => {
    const [one, two] = [await owed(), await owed()];
    const created = await deputy.call("POST", "/api/reports", {
      territoryId: territory,
      content: {
        ...content(one.obligationId),
        kind: "notApplicable",
        reason: "В школе нет старших классов",
        obligationIds: [one.obligationId, two.obligationId],
      },
    });
    const sent = await deputy.call("POST", path(created.body.id, "/submit"), {
      version: created.body.version,
      content: {
        ...content(one.obligationId),
        kind: "notApplicable",
        reason: "В школе нет старших классов",
        obligationIds: [one.obligationId, two.obligationId],
      },
    });
    expect([sent.status, sent.body.obligations.length]).toEqual([200, 2]);
    await officer.call("POST", path(created.body.id, "/accept"), { version: sent.body.version });
    for (const duty of [one, two])
      expect((await deputy.call("GET", `/api/obligations/${territory}/${duty.obligationId}`)).body.state).toBe(
        "notApplicable",
      );
  });
});
