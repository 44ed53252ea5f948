import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import type { ObligationRow } from "#features/obligations/model/contract.ts";
import type { PaperPage } from "#features/papers/model/contract.ts";
import type { MeasureProgress } from "#features/progress/model/contract.ts";
import { openDistrict, type District } from "./given-district.ts";
import { granted } from "./granted.ts";
import { handMade, SCHOOLS_OWE, window, type HandMade } from "./hand-made.ts";
import { readProgramme, readTable } from "./import-story.ts";
import { accepted, filled, homeOf, obligations, startReport, submitted, takeStep } from "./report-story.ts";

describe("reports on what several people and papers share", () => {
  let district: District;
  let plan: HandMade;
  /** what the first school owes for each measure */
  let owed: readonly ObligationRow[];
  const figure = async (measureId: Id) =>
    granted(
      await district.officer.call<MeasureProgress>(
        "GET",
        `/api/progress/measures/${district.territoryId}/${measureId}`,
      ),
    ).figure;
  const cardOf = (person: District["officer"], id: Id) =>
    person.call("GET", `/api/obligations/${district.territoryId}/${id}`);

  beforeAll(async () => {
    district = await openDistrict();
  });
  afterAll(() => district.world.close());
  beforeEach(async () => {
    const cadence = [window("2021-01-01", "2021-12-31")];
    plan = await handMade(district, [
      { number: "1", title: "Открытые уроки", cadence, parties: [SCHOOLS_OWE] },
      { number: "2", title: "Диагностика чтения", cadence, parties: [SCHOOLS_OWE] },
    ]);
    const rows = await obligations(district.officer, district, { programmeId: plan.programmeId });
    const own = rows.filter(({ bearer }) => bearer.organisationId === district.schoolIds[0]);
    owed = plan.measureIds.map((measureId) => own.find((row) => row.measureId === measureId)!);
  });

  it("one report answers several obligations, and each of their measures gains one", async () => {
    const [head] = district.heads;
    const ids = owed.map(({ id }) => id);
    const card = await cardOf(head!, ids[0]!);
    expect(card.body.others.map(({ id }: { id: Id }) => id)).toContain(ids[1]);
    const report = await submitted(head!, district, filled(ids[0]!, { obligationIds: ids }));
    const taken = await startReport(head!, district, filled(ids[1]!));
    expect([taken.status, taken.body.code, taken.body.extra.reportId]).toEqual([409, "report-exists", report.id]);
    await accepted(district, report);
    for (const measureId of plan.measureIds) expect(await figure(measureId)).toMatchObject({ due: 6, accepted: 1 });
  });

  it("one paper, registered once, is cited by a measure and by two reports", async () => {
    const { officer, heads, territoryId, schoolIds } = district;
    const paper = granted(
      await officer.call<PaperPage>("POST", "/api/papers", {
        territoryId,
        kind: "minutes",
        number: "5",
        datedOn: "2021-11-30",
        title: `О работе школ ${plan.programmeId}`,
        issuerOrganisationId: null,
        fileId: null,
      }),
    );
    const [measure] = (await readTable(officer, territoryId, plan.programmeId)).roadmaps[0]!.measures;
    const path = `/api/programmes/${territoryId}/${plan.programmeId}/measures/${measure!.id}`;
    granted(await officer.call("PATCH", path, { version: measure!.version, paperIds: [paper.id] }));
    const rows = await obligations(officer, district, { measureId: plan.measureIds[0]! });
    for (const school of [0, 1]) {
      const own = rows.find(({ bearer }) => bearer.organisationId === schoolIds[school])!;
      const report = await submitted(
        heads[school]!,
        district,
        filled(own.id, { evidence: [{ kind: "paper", paperId: paper.id }] }),
      );
      expect(report.evidence.map(({ paperId }) => paperId)).toEqual([paper.id]);
    }
    const page = granted(await officer.call<PaperPage>("GET", `/api/papers/${territoryId}/${paper.id}`));
    expect(page.citations.map(({ kind, text }) => [kind, text])).toEqual([
      ["measure", "1 Открытые уроки"],
      ["report", "2"],
    ]);
    const list = await officer.call("GET", `/api/papers?territoryId=${territoryId}&q=${plan.programmeId}`);
    expect(list.body.items.map(({ citations }: { citations: number }) => citations)).toEqual([3]);
    const again = await officer.call("POST", "/api/papers", {
      territoryId,
      kind: "minutes",
      number: "5",
      datedOn: "2021-11-30",
      title: "То же",
      issuerOrganisationId: null,
      fileId: null,
    });
    expect([again.status, again.body.code]).toEqual([409, "paper-registered"]);
  });

  it("an obligation handed to a teacher is theirs to report until it is taken back", async () => {
    const { heads, teachers, territoryId, schoolIds } = district;
    const [id] = owed.map((row) => row.id);
    const [teacher] = teachers;
    const give = async (personId: Id | null) => {
      const { body } = await cardOf(heads[0]!, id!);
      return heads[0]!.call("PUT", `/api/obligations/${territoryId}/${id}/delegate`, {
        version: body.version,
        personId,
      });
    };
    expect((await cardOf(teacher!, id!)).status).toBe(404);
    expect((await give(teachers[1]!.personId)).body.code).toBe("not-a-colleague");
    granted(await give(teacher!.personId));
    expect((await homeOf(teacher!, district, schoolIds[0]!)).soon.map((row) => row.id)).toEqual([id]);
    const begun = granted(await startReport(teacher!, district, filled(id!, { text: "Провела три урока" })));
    granted(await give(null));
    const late = await takeStep(teacher!, district, begun, "submit", { content: filled(id!) });
    expect([403, 404]).toContain(late.status);
    // what the teacher wrote is not lost: the head goes on with it
    const kept = granted(await heads[0]!.call("GET", `/api/reports/${territoryId}/${begun.id}`));
    expect([kept.text, kept.can.submit]).toEqual(["Провела три урока", true]);
    const sent = granted(await takeStep(heads[0]!, district, kept, "submit", { content: filled(id!) }));
    await accepted(district, sent);
  });

  it("«not for us» with a reason leaves the plan of the measure", async () => {
    const [id] = owed.map((row) => row.id);
    const content = filled(id!, { kind: "notApplicable", text: "", doneOn: null });
    const begun = granted(await startReport(district.heads[0]!, district, content));
    const bare = await takeStep(district.heads[0]!, district, begun, "submit", { content });
    expect([bare.status, Object.keys(bare.body.fields)]).toEqual([422, ["reason"]]);
    const reason = "В школе нет старших классов";
    const sent = granted(
      await takeStep(district.heads[0]!, district, begun, "submit", { content: { ...content, reason } }),
    );
    expect(await figure(plan.measureIds[0]!)).toMatchObject({ due: 6, notApplicable: 0 });
    await accepted(district, sent);
    expect(await figure(plan.measureIds[0]!)).toMatchObject({ due: 5, accepted: 0, notApplicable: 1 });
  });

  it("a withdrawn report is a draft again, which nobody decides; a sent one is not sent twice", async () => {
    const { heads, officer } = district;
    const [id] = owed.map((row) => row.id);
    const sent = await submitted(heads[0]!, district, filled(id!));
    const twice = await takeStep(heads[0]!, district, sent, "submit", { content: filled(id!) });
    expect([twice.status, twice.body.code]).toEqual([409, "already-submitted"]);
    const back = granted(await takeStep(heads[0]!, district, sent, "withdraw"));
    expect(back.state).toBe("draft");
    const early = await takeStep(officer, district, back, "accept");
    expect([early.status, early.body.code]).toEqual([409, "not-submitted"]);
    const again = granted(await takeStep(heads[0]!, district, back, "submit", { content: filled(id!) }));
    await accepted(district, again);
    expect((await takeStep(heads[0]!, district, again, "withdraw")).body.code).toBe("already-accepted");
  });

  it("a finished programme takes no report, keeps what was typed, and takes it when it is opened again", async () => {
    const { heads, officer, territoryId, world } = district;
    const [one, two] = owed.map((row) => row.id);
    const draft = granted(await startReport(heads[0]!, district, filled(one!, { text: "Почти готово" })));
    const step = async (name: string, more: object) => {
      const { version } = await readProgramme(officer, territoryId, plan.programmeId);
      const path = `/api/programmes/${territoryId}/${plan.programmeId}/steps`;
      granted(await officer.call("POST", path, { version, step: name, ...more }));
      await world.settle();
    };
    await step("finish", { confirmed: true });
    const refused = await takeStep(heads[0]!, district, draft, "submit", { content: filled(one!) });
    expect([refused.status, refused.body.code]).toEqual([409, "period-closed"]);
    expect((await startReport(heads[0]!, district, filled(two!))).body.code).toBe("period-closed");
    const kept = granted(await heads[0]!.call("GET", `/api/reports/${territoryId}/${draft.id}`));
    expect([kept.state, kept.text]).toEqual(["draft", "Почти готово"]);
    await step("reopen", { reason: "Завершили раньше времени" });
    await accepted(district, granted(await takeStep(heads[0]!, district, kept, "submit", { content: filled(one!) })));
    await submitted(heads[0]!, district, filled(two!));
  });

  it("every write repeated under its key is done once and answered alike; the key is not lent to another write", async () => {
    const { heads, officer, teachers, territoryId, world } = district;
    const [one, two] = owed.map((row) => row.id);
    // with what the worker notes of it
    const journalled = async () => {
      await world.settle();
      return (await world.rows<{ many: number }>("select count(*)::int as many from journal"))[0]!.many;
    };
    type Write = (key: Record<string, string>) => ReturnType<typeof startReport>;
    const twice = async (write: Write): Promise<any> => {
      const key = { "idempotency-key": makeId() };
      const first = granted(await write(key));
      const written = await journalled();
      expect(granted(await write(key))).toEqual(first);
      expect(await journalled()).toBe(written);
      return first;
    };
    const content = filled(one!);
    let report = await twice((key) => startReport(heads[0]!, district, content, key));
    const reportStep = (person: District["officer"], name: Parameters<typeof takeStep>[3], more: object = {}) => {
      const { id, version } = report;
      return twice((key) => takeStep(person, district, { id, version }, name, more, key));
    };
    const saved = { version: report.version, content };
    report = await twice((key) => heads[0]!.call("PUT", `/api/reports/${territoryId}/${report.id}`, saved, key));
    report = await reportStep(heads[0]!, "submit", { content });
    report = await reportStep(heads[0]!, "withdraw");
    report = await reportStep(heads[0]!, "submit", { content });
    report = await reportStep(officer, "return", { remark: "Приложите протокол" });
    report = await reportStep(heads[0]!, "submit", { content });
    report = await reportStep(officer, "accept");
    report = await reportStep(officer, "reopen");
    expect(report.state).toBe("submitted");

    const { version } = (await cardOf(heads[0]!, two!)).body;
    const handing = { version, personId: teachers[0]!.personId };
    await twice((key) => heads[0]!.call("PUT", `/api/obligations/${territoryId}/${two}/delegate`, handing, key));
    const paper = {
      territoryId,
      kind: "minutes",
      number: makeId().slice(-6),
      datedOn: "2021-12-01",
      title: "О ходе работы",
      issuerOrganisationId: null,
      fileId: null,
    };
    await twice((key) => officer.call("POST", "/api/papers", paper, key));
    const path = `/api/programmes/${territoryId}/${plan.programmeId}`;
    const [measure] = (await readTable(officer, territoryId, plan.programmeId)).roadmaps[0]!.measures;
    const edit = { version: measure!.version, title: "Открытые уроки и их разбор" };
    await twice((key) => officer.call("PATCH", `${path}/measures/${measure!.id}`, edit, key));
    await twice((key) => officer.call("POST", `${path}/roadmaps`, { title: "Вторая" }, key));
    const programme = await readProgramme(officer, territoryId, plan.programmeId);
    const finish = { version: programme.version, step: "finish", confirmed: true };
    await twice((key) => officer.call("POST", `${path}/steps`, finish, key));

    const key = { "idempotency-key": makeId() };
    granted(await officer.call("POST", "/api/papers", { ...paper, number: makeId().slice(-6) }, key));
    const lent = await officer.call("POST", "/api/papers", { ...paper, number: "другой" }, key);
    expect([lent.status, lent.body.code]).toEqual([422, "key-reused"]);
  });
});
