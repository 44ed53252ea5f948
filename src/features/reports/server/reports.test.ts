import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { PDF, content, openReportingSchool, type ReportingSchool } from "../../../../test/support/reporting-school.ts";

describe("a report from draft to acceptance", () => {
  let desk: ReportingSchool;
  beforeAll(async () => {
    desk = await openReportingSchool();
  });
  afterAll(() => desk.world.close());

  it("goes draft → submitted → returned → submitted → accepted, with its history and notices", async () => {
    const { territory, officer, deputy, stranger, path, fileOf, drafted, whole } = desk;
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
    const { deputy, path, drafted, whole } = desk;
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
    const { world, territory, deputy, owed, whole } = desk;
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
    const { officer, other, path, submitted } = desk;
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
    const { officer, head, deputy, path, submitted } = desk;
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

  it("withdrawn after it was mended, is returned as it had been: by whom, when, with the remark and the day it was first sent", async () => {
    const { officer, deputy, path, submitted, whole } = desk;
    const { report, ...duty } = await submitted();
    const returned = await officer.call("POST", path(report.id, "/return"), {
      version: report.version,
      remark: "Нет числа участников",
    });
    expect([returned.status, returned.body.state]).toEqual([200, "returned"]);
    const sent = await deputy.call("POST", path(report.id, "/submit"), {
      version: returned.body.version,
      content: whole(duty),
    });
    expect([sent.body.state, sent.body.decidedAt]).toEqual(["submitted", null]);
    const back = await deputy.call("POST", path(report.id, "/withdraw"), { version: sent.body.version });
    const { state, remark, deciderName } = returned.body;
    expect(back.body).toMatchObject({ state, remark, deciderName });
    const apart = (field: "decidedAt" | "submittedAt") =>
      Math.abs(Date.parse(back.body[field]) - Date.parse(returned.body[field]));
    // the row and its step were written one after the other
    expect([apart("decidedAt") < 1000, apart("submittedAt") < 1000]).toEqual([true, true]);
  });

  it("is handed to a colleague of the same organisation, who then reports", async () => {
    const { territory, school, head, teacher, stranger, owed, whole, path } = desk;
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
    const sent = await teacher.call("POST", path(created.body.id, "/submit"), {
      version: created.body.version,
      content: whole(duty),
    });
    expect(sent.status).toBe(200);
    const now = await head.call("GET", `/api/obligations/${territory}/${duty.obligationId}`);
    const again = await head.call("PUT", `/api/obligations/${territory}/${duty.obligationId}/delegate`, {
      version: now.body.version,
      personId: null,
    });
    expect([again.status, again.body.code]).toEqual([409, "obligation-given"]);
  });

  it("answers several obligations of one organisation at once, and «not for us» with a reason", async () => {
    const { territory, officer, deputy, path, owed } = desk;
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

  it("cites a paper of the register by its name and title, as the register's own list offers it", async () => {
    const { territory, school, head, officer, path, submitted, whole } = desk;
    const paper = { kind: "directive", number: "412", datedOn: "2026-10-01", title: "О методической неделе" };
    const registered = await head.call("POST", "/api/papers", {
      ...paper,
      territoryId: territory,
      issuerOrganisationId: school,
      fileId: null,
    });
    expect(registered.status).toBe(200);
    const duty = await submitted();
    const draft = await head.call("POST", path(duty.report.id, "/withdraw"), { version: duty.report.version });
    const saved = await head.call("PUT", path(duty.report.id), {
      version: draft.body.version,
      content: { ...whole(duty), evidence: [{ kind: "paper", paperId: registered.body.id }] },
    });
    const cited = "Приказ от\u00a001.10.2026 №\u00a0412 «О методической неделе»";
    expect([saved.status, saved.body.evidence[0].name]).toEqual([200, cited]);
    const seen = await officer.call("GET", path(duty.report.id));
    expect(seen.body.evidence[0].name).toBe(cited);
  });
});
