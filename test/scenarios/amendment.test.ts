import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { AmendmentView, Forecast } from "#features/imports/model/amendment.ts";
import type { RedactionDifference, RedactionList, RedactionPage } from "#features/programmes/model/redaction-seen.ts";
import { placedMeasures } from "#features/programmes/model/redaction-document.ts";
import { answerAll, viewOf } from "../support/import-steps.ts";
import type { Persona } from "../support/world.ts";
import { AMENDED, PLAN, PLAN_TITLE, planDocument, type PlanSection } from "./amended-plan.ts";
import { openDistrict, type District } from "./given-district.ts";
import { granted } from "./granted.ts";
import { importDocument, putInForce, readTable } from "./import-story.ts";
import { accepted, filled, obligations, startReport, submitted } from "./report-story.ts";

const ORDER = { number: "77", datedOn: "2021-12-10", title: "" };

describe("a programme in force is amended by an order", () => {
  let district: District;
  let programmeId: Id;
  let ids: ReadonlyMap<string, Id>;
  beforeAll(async () => {
    district = await openDistrict();
    ({ programmeId } = await importDocument(district, district.officer, {
      fileName: "План.docx",
      bytes: planDocument(PLAN_TITLE, PLAN),
      settings: (proposed) => ({
        ...proposed,
        title: "Сильная школа",
        startsOn: "2021-09-01" as never,
        endsOn: "2023-08-31" as never,
      }),
    }));
    await putInForce(district, district.officer, programmeId, { number: "10", datedOn: "2021-09-01" });
    const table = await readTable(district.officer, district.territoryId, programmeId);
    ids = new Map(table.roadmaps.flatMap(({ measures }) => measures.map(({ title, id }) => [title, id])));
  });
  afterAll(() => district.world.close());

  const titled = (words: string) => [...ids].find(([title]) => title.startsWith(words))![1];
  const programme = () => `/api/programmes/${district.territoryId}/${programmeId}`;
  const upload = async (person: Persona, sections: readonly PlanSection[], more: object = {}) => {
    const { territoryId, world } = district;
    const bytes = planDocument(PLAN_TITLE, sections);
    const file = granted(
      await person.upload<{ id: Id }>(`/api/files?territoryId=${territoryId}`, "Изменения.docx", bytes),
    );
    const answer = await person.call<{ id: Id; code?: string }>("POST", "/api/imports", {
      territoryId,
      ownerOrganisationId: null,
      fileId: file.id,
      pasted: null,
      amends: programmeId,
      ...more,
    });
    await world.settle();
    return answer;
  };
  const amendmentOf = (importId: Id) => `/api/imports/${district.territoryId}/${importId}/amendment`;
  const compared = async (importId: Id) =>
    granted(await district.officer.call<AmendmentView>("GET", amendmentOf(importId)));
  const rowsOf = async (measureId: Id) =>
    new Map(
      (await district.world.rows<{ id: Id }>("select * from obligation where measure_id = $1", [measureId])).map(
        (row) => [row.id, row],
      ),
    );
  const openDues = async (measureId: Id) =>
    (await obligations(district.officer, district, { measureId }))
      .filter(({ closed }) => !closed)
      .map(({ dueOn }) => dueOn);

  it("a draft is edited as it is, and only its leaders bring a document to a programme", async () => {
    const { officer, methodologist, heads, territoryId, world } = district;
    const stranger = await world.person([{ role: "officer", territoryId: district.regionId }], "Чужая");
    for (const person of [methodologist, heads[0]!])
      expect((await upload(person, AMENDED)).status, "who may not").toBe(403);
    const draft = granted(
      await officer.call<{ id: Id }>("POST", "/api/programmes", {
        territoryId,
        title: "Ещё не утверждена",
        startsOn: "2021-09-01",
        endsOn: "2022-08-31",
      }),
    );
    const refused = await upload(officer, AMENDED, { amends: draft.id });
    expect([refused.status, refused.body.code]).toEqual([409, "not-in-force"]);
    const file = await stranger.call("POST", "/api/imports", {
      territoryId,
      ownerOrganisationId: null,
      fileId: null,
      pasted: { name: "a", text: "b" },
      amends: programmeId,
    });
    expect([403, 404]).toContain(file.status);
  });

  it("the same document again changes nothing, asks nothing, and is no redaction", async () => {
    const { officer, territoryId } = district;
    const { id } = granted(await upload(officer, PLAN));
    const view = await viewOf(officer, territoryId, id);
    expect(view.amends).toEqual({ id: programmeId, title: "План Сильная школа" });
    await answerAll(officer, territoryId, id);
    const { difference, questions, stamp, version } = await compared(id);
    expect(difference.counts).toEqual({ same: 10, changed: 0, added: 0, removed: 0, moved: 0, renumbered: 0 });
    expect([difference.head, questions]).toEqual([[], []]);
    const approved = await officer.call("POST", `${amendmentOf(id)}/approve`, {
      version,
      stamp,
      directive: ORDER,
      effectiveOn: "2021-12-10",
    });
    expect([approved.status, approved.body.code]).toEqual([409, "nothing-amended"]);
    const made = await officer.call("POST", `/api/imports/${territoryId}/${id}/approve`, { version });
    expect([made.status, made.body.code]).toEqual([409, "import-amends"]);
  });

  it("changed, added, removed, moved and renumbered rows are told apart, and what happens to reports is said before it happens", async () => {
    const { officer, heads, territoryId, world } = district;
    // reports: an accepted one on a row that changes, a draft on one that goes, a sent one on one that moves
    const at = async (measureId: Id, school: number) =>
      (await obligations(officer, district, { measureId })).find(
        ({ bearer }) => bearer.organisationId === district.schoolIds[school],
      )!;
    const done = await accepted(
      district,
      await submitted(heads[0]!, district, filled((await at(titled("Провести само"), 0)).id)),
    );
    const begun = granted(await startReport(heads[1]!, district, filled((await at(titled("Опросить"), 1)).id)));
    await submitted(heads[2]!, district, filled((await at(titled("Обмен"), 2)).id));
    const reportsBefore = await world.rows("select * from report_obligation order by report_id");

    const { id } = granted(await upload(officer, AMENDED));
    await answerAll(officer, territoryId, id);
    const view = await compared(id);
    const { difference } = view;
    const of = (kind: string) =>
      difference.rows
        .filter((row) => row.kind === kind)
        .map(({ number }) => number)
        .sort();
    expect(difference.counts).toEqual({ same: 3, changed: 5, added: 3, removed: 2, moved: 1, renumbered: 6 });
    expect([of("added"), of("removed")]).toEqual([
      ["1.1", "2.3", "3.4"],
      ["1.4", "2.4"],
    ]);
    expect(difference.rows.find(({ placeBefore }) => placeBefore !== null)).toMatchObject({
      number: "3.1",
      placeBefore: "2. Помощь учителю",
    });
    const term = difference.rows.find(({ key }) => key === titled("Провести само"))!;
    expect(term.fields).toEqual([
      {
        name: "Срок",
        words: [
          { kind: "same", text: "до " },
          { kind: "removed", text: "28 февраля" },
          { kind: "added", text: "31 марта" },
          { kind: "same", text: " 2022" },
        ],
      },
    ]);
    expect(view.questions).toEqual([]);
    const told = granted(await officer.call<Forecast>("GET", `${amendmentOf(id)}/forecast?effectiveOn=2022-01-01`));
    const late = granted(await officer.call<Forecast>("GET", `${amendmentOf(id)}/forecast?effectiveOn=2024-01-01`));
    expect(late).toEqual({ added: 0, closed: 0, moved: 0, kept: 3, passed: true });
    const body = { version: view.version, stamp: view.stamp, effectiveOn: "2022-01-01" };
    const bare = await officer.call("POST", `${amendmentOf(id)}/approve`, body);
    expect([bare.status, bare.body.code, Object.keys(bare.body.fields)]).toEqual([
      422,
      "no-amending-directive",
      ["directive.number", "directive.datedOn"],
    ]);
    const early = await officer.call("POST", `${amendmentOf(id)}/approve`, {
      ...body,
      directive: ORDER,
      effectiveOn: "2021-08-01",
    });
    expect([early.status, early.body.code]).toEqual([422, "effective-too-early"]);
    const stale = await officer.call("POST", `${amendmentOf(id)}/approve`, {
      ...body,
      directive: ORDER,
      stamp: "иное",
    });
    expect([stale.status, stale.body.code]).toEqual([409, "amendment-stale"]);
    const before = await world.rows<{ id: Id; closed_at: Date | null; due_on: string }>(
      "select id, closed_at, due_on from obligation",
    );
    const approved = granted(
      await officer.call<{ redactionId: Id }>("POST", `${amendmentOf(id)}/approve`, { ...body, directive: ORDER }),
    );
    await world.settle();
    const again = await officer.call("POST", `${amendmentOf(id)}/approve`, { ...body, directive: ORDER });
    expect([again.status, again.body.code]).toEqual([409, "import-approved"]);

    // what was said came true
    const after = await world.rows<{ id: Id; closed_at: Date | null; due_on: string }>(
      "select id, closed_at, due_on from obligation",
    );
    const old = new Map(before.map((row) => [row.id, row]));
    const counted = {
      added: after.filter((row) => !old.has(row.id)).length,
      closed: after.filter((row) => row.closed_at !== null && old.get(row.id)?.closed_at === null).length,
      moved: after.filter((row) => old.has(row.id) && String(old.get(row.id)!.due_on) !== String(row.due_on)).length,
    };
    expect({ ...counted, kept: 3, passed: false }).toEqual(told);

    // reports stay with their measures
    expect(await world.rows("select * from report_obligation order by report_id")).toEqual(reportsBefore);
    const table = await readTable(officer, territoryId, programmeId);
    const rows = table.roadmaps.flatMap(({ measures }) => measures);
    const measureOf = (measureId: Id) => rows.find((row) => row.id === measureId)!;
    expect(measureOf(titled("Провести само"))).toMatchObject({
      number: "1.3",
      dueText: "до 31 марта 2022",
      closed: false,
    });
    expect(measureOf(titled("Опросить")).closed).toBe(true);
    const kept = granted(await heads[1]!.call("GET", `/api/reports/${territoryId}/${begun.id}`));
    expect([kept.state, kept.can.submit]).toEqual(["draft", true]);
    const reported = await rowsOf(titled("Провести само"));
    const dues = [...reported.values()].map((row: any) => [
      row.bearer_organisation_id === district.schoolIds[0],
      String(row.due_on),
    ]);
    expect(new Set(dues.filter(([isReported]) => isReported).map(([, due]) => due))).toEqual(new Set(["2022-02-28"]));
    expect(new Set(dues.filter(([isReported]) => !isReported).map(([, due]) => due))).toEqual(new Set(["2022-03-31"]));
    expect(done.state).toBe("accepted");
    // a measure that is gone owes only what was begun
    expect((await openDues(titled("Опросить"))).length).toBe(1);
    expect(await openDues(titled("Клуб"))).toEqual([]);

    const list = granted(await officer.call<RedactionList>("GET", `${programme()}/redactions`));
    expect(list.items.map(({ number, state, counts }) => [number, state, counts?.changed ?? null])).toEqual([
      [2, "ahead", 5],
      [1, "inForce", null],
    ]);
    expect([list.items[0]!.id, list.since]).toEqual([approved.redactionId, null]);
  });

  it("an earlier redaction is read as it was printed then, and the two are compared backwards too", async () => {
    const { officer, heads } = district;
    const { items } = granted(await officer.call<RedactionList>("GET", `${programme()}/redactions`));
    const [second, first] = items;
    // whoever sees the programme reads its redactions
    const page = granted(await heads[0]!.call<RedactionPage>("GET", `${programme()}/redactions/${first!.id}`));
    expect(placedMeasures(page.document).map(({ measure }) => measure.title)).toEqual(
      PLAN.flatMap(({ rows }) => rows.map(([, title]) => title)),
    );
    const path = (one: string, other: string) => `${programme()}/redactions/${one}/difference?with=${other}`;
    const there = granted(await officer.call<RedactionDifference>("GET", path(first!.id, second!.id)));
    const back = granted(await officer.call<RedactionDifference>("GET", path(second!.id, first!.id)));
    expect(back).toEqual(there);
    expect([there.before.number, there.after.number, there.difference.counts.changed]).toEqual([1, 2, 5]);
  });

  it("edits by hand become a redaction by an order, and without them there is none", async () => {
    const { officer, methodologist } = district;
    const order = { directive: { ...ORDER, number: "78" }, effectiveOn: "2022-01-15" };
    const clean = granted(await officer.call<RedactionList>("GET", `${programme()}/redactions`));
    const nothing = await officer.call("POST", `${programme()}/redactions`, { ...order, stamp: clean.stamp });
    expect([nothing.status, nothing.body.code]).toEqual([409, "nothing-amended"]);
    const measureId = titled("Районная");
    const measure = granted(await officer.call("GET", `${programme()}/measures/${measureId}`)).measure;
    granted(
      await officer.call("PATCH", `${programme()}/measures/${measureId}`, {
        version: measure.version,
        title: "Районная конференция учителей и вожатых",
      }),
    );
    const { stamp, since } = granted(await officer.call<RedactionList>("GET", `${programme()}/redactions`));
    expect(since?.counts).toMatchObject({ changed: 1, added: 0, removed: 0 });
    const foreign = await methodologist.call("POST", `${programme()}/redactions`, { ...order, stamp });
    expect(foreign.status).toBe(403);
    const stale = await officer.call("POST", `${programme()}/redactions`, { ...order, stamp: clean.stamp });
    expect([stale.status, stale.body.code]).toEqual([409, "amendment-stale"]);
    granted(await officer.call("POST", `${programme()}/redactions`, { ...order, stamp }));
    const after = granted(await officer.call<RedactionList>("GET", `${programme()}/redactions`));
    expect([after.items.length, after.since]).toEqual([3, null]);
  });

  it("the last amendment is undone and done again whole; an earlier one is not undone under a later", async () => {
    const { officer, territoryId, world } = district;
    const changes = await world.rows<{ id: Id; label: string }>(
      "select c.id, c.label from programme_change c join redaction r on r.change_id = c.id where r.programme_id = $1",
      [programmeId],
    );
    const undo = (changeId: Id, direction: string) =>
      officer.call("POST", `${programme()}/changes/${changeId}/${direction}`);
    expect(changes.map(({ label }) => label.replaceAll("\u00a0", " "))).toEqual([
      "Внесены изменения приказом от 10 декабря 2021 № 77: изменено 5, добавлено 3, убрано 2, перенесено 1",
    ]);
    const early = await undo(changes[0]!.id, "undo");
    expect([early.status, early.body.code]).toEqual([409, "redaction-not-last"]);

    const state = async () => ({
      table: (await readTable(officer, territoryId, programmeId)).roadmaps
        .flatMap(({ measures }) => measures)
        .map(({ id, number, title, dueText, closed, parties }) => ({ id, number, title, dueText, closed, parties })),
      open: await world.rows(
        "select id, due_on from obligation where programme_id = $1 and closed_at is null order by id",
        [programmeId],
      ),
      reports: await world.rows("select * from report_obligation order by report_id"),
    });
    const before = await state();
    const { id } = granted(await upload(officer, PLAN));
    const { version } = await answerAll(officer, territoryId, id);
    // a word on a row is kept among the answers, and the next document brought to the programme is read all the same
    const edits = [{ kind: "row", table: 0, row: 2, as: "measure" }];
    granted(await officer.call("POST", `/api/imports/${territoryId}/${id}/arrange`, { version, edits }));
    await answerAll(officer, territoryId, id);
    const view = await compared(id);
    expect(view.difference.counts).toMatchObject({ added: 2, removed: 3 });
    const body = {
      version: view.version,
      stamp: view.stamp,
      effectiveOn: "2022-02-01",
      directive: { ...ORDER, number: "90" },
    };
    const { changeId } = granted(await officer.call<{ changeId: Id }>("POST", `${amendmentOf(id)}/approve`, body));
    await world.settle();
    const amended = await state();
    expect(amended.table).not.toEqual(before.table);
    // a row that was taken out and comes back is the measure it was
    expect(amended.table.find(({ id: of }) => of === titled("Опросить"))).toMatchObject({
      number: "1.4",
      closed: false,
    });
    expect(amended.table.filter(({ title }) => title === "Клуб молодого учителя").map(({ id: of }) => of)).toEqual([
      titled("Клуб"),
    ]);
    granted(await undo(changeId, "undo"));
    await world.settle();
    const back = await state();
    expect(back.table.filter(({ closed }) => !closed)).toEqual(before.table.filter(({ closed }) => !closed));
    expect([back.open, back.reports]).toEqual([before.open, before.reports]);
    const { items, since } = granted(await officer.call<RedactionList>("GET", `${programme()}/redactions`));
    expect([items[0]!.state, since]).toEqual(["withdrawn", null]);
    granted(await undo(changeId, "redo"));
    await world.settle();
    const again = await state();
    expect(again.table.filter(({ closed }) => !closed)).toEqual(amended.table.filter(({ closed }) => !closed));
    expect(again.reports).toEqual(before.reports);
    granted(await undo(changeId, "undo"));
    await world.settle();
  });

  it("a person's word about a pair stands, is taken back, and is asked for where the document leaves it open", async () => {
    const { officer, territoryId } = district;
    const renamed = AMENDED.map(({ title, rows }) => ({
      title,
      rows: rows.map(
        ([number, words, ...rest]) =>
          [number, words.startsWith("Собрать") ? "Выявить потребности молодых учителей" : words, ...rest] as const,
      ),
    }));
    const { id } = granted(await upload(officer, renamed as unknown as PlanSection[]));
    await answerAll(officer, territoryId, id);
    let view = await compared(id);
    const [question] = view.questions;
    expect([view.open, question!.candidates[0]!.title]).toEqual([1, "Собрать запросы молодых учителей на обучение"]);
    const early = await officer.call("POST", `${amendmentOf(id)}/approve`, {
      version: view.version,
      stamp: view.stamp,
      effectiveOn: "2022-02-01",
      directive: { ...ORDER, number: "91" },
    });
    expect([early.status, early.body.code]).toEqual([409, "pairs-open"]);
    const answer = (given: object) =>
      officer.call<AmendmentView>("PUT", `${amendmentOf(id)}/pairs`, { version: view.version, answer: given });
    const unknown = await answer({ kind: "row", after: "нет такой", before: null });
    expect([unknown.status, unknown.body]).toMatchObject([422, { code: "answer-unknown" }]);
    const after = question!.after;
    view = granted(await answer({ kind: "row", after, before: null }));
    expect([view.open, view.difference.counts.added, view.difference.counts.removed]).toEqual([0, 1, 1]);
    view = granted(await answer({ kind: "row", after, before: question!.candidates[0]!.key }));
    expect([view.difference.counts.added, view.pairs.find((pair) => pair.after === after)?.byPerson]).toEqual([
      0,
      true,
    ]);
    const stale = await officer.call("PUT", `${amendmentOf(id)}/pairs`, {
      version: view.version - 1,
      answer: { kind: "forget", after },
    });
    expect([stale.status, stale.body.code]).toEqual([409, "stale-write"]);
    view = granted(await answer({ kind: "forget", after }));
    expect(view.open).toBe(1);
    const order = { stamp: view.stamp, effectiveOn: "2022-02-01", directive: ORDER };
    const calls = [
      ["GET", "", undefined],
      ["GET", "/forecast?effectiveOn=2022-01-01", undefined],
      ["PUT", "/pairs", { answer: { kind: "forget", after } }],
      ["POST", "/approve", order],
    ] as const;
    for (const person of [district.methodologist, district.heads[0]!])
      for (const [method, path, body] of calls) {
        const sent = body && { version: view.version, ...body };
        expect((await person.call(method, amendmentOf(id) + path, sent)).status, path).toBe(404);
      }
  });
});
