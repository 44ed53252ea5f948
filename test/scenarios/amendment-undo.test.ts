import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { History } from "#features/programmes/model/history.ts";
import { answerAll } from "../support/import-steps.ts";
import { AMENDED, PLAN } from "./amended-plan.ts";
import { givenAmendable, ORDER, type Amendable } from "./given-amendable.ts";
import { granted } from "./granted.ts";
import { readTable } from "./import-story.ts";
import { filled, obligations, startReport } from "./report-story.ts";

describe("what stands behind a programme in force is an order", () => {
  let given: Amendable;
  beforeAll(async () => {
    given = await givenAmendable();
    const { district, titled } = given;
    const [owed] = await obligations(district.officer, district, { measureId: titled("Опросить") });
    const school = district.schoolIds.indexOf(owed!.bearer.organisationId!);
    await startReport(district.heads[school]!, district, filled(owed!.id));
  });
  afterAll(() => given.district.world.close());

  const historyOf = async (words: string) =>
    granted(await given.district.officer.call<History>("GET", `${given.at}/history`)).items.find(({ text }) =>
      text.startsWith(words),
    )!;

  it("the document it was approved with is not taken away by undoing its loading", async () => {
    const { officer, world } = given.district;
    const load = await historyOf("Загружена дорожная карта");
    expect(load.change).toEqual({ undone: false, can: null, amends: null });
    const measures = () =>
      world.rows("select id, closed_at from measure where programme_id = $1 order by id", [given.programmeId]);
    const before = await measures();
    const refused = await officer.call("POST", `${given.at}/changes/${load.id}/undo`);
    expect([refused.status, refused.body.code]).toEqual([409, "load-in-force"]);
    expect(await measures()).toEqual(before);
  });

  it("edits by hand become a redaction by an order, and without them there is none", async () => {
    const { officer, methodologist } = given.district;
    await given.amend(AMENDED, "77", "2022-01-01");
    expect((await historyOf("Внесены изменения")).change).toMatchObject({
      can: "undo",
      amends: "Редакция 2 с 1\u00a0января 2022",
    });
    const order = { directive: { ...ORDER, number: "78" }, effectiveOn: "2022-01-15" };
    const clean = await given.redactions();
    const nothing = await officer.call("POST", `${given.at}/redactions`, { ...order, stamp: clean.stamp });
    expect([nothing.status, nothing.body.code]).toEqual([409, "nothing-amended"]);
    const measureId = given.titled("Районная");
    const measure = granted(await officer.call("GET", `${given.at}/measures/${measureId}`)).measure;
    granted(
      await officer.call("PATCH", `${given.at}/measures/${measureId}`, {
        version: measure.version,
        title: "Районная конференция учителей и вожатых",
      }),
    );
    const { stamp, since } = await given.redactions();
    expect(since?.counts).toMatchObject({ changed: 1, added: 0, removed: 0 });
    const foreign = await methodologist.call("POST", `${given.at}/redactions`, { ...order, stamp });
    expect(foreign.status).toBe(403);
    const stale = await officer.call("POST", `${given.at}/redactions`, { ...order, stamp: clean.stamp });
    expect([stale.status, stale.body.code]).toEqual([409, "amendment-stale"]);
    granted(await officer.call("POST", `${given.at}/redactions`, { ...order, stamp }));
    const after = await given.redactions();
    expect([after.items.length, after.since]).toEqual([3, null]);
    // what a later redaction stands on is not offered to be undone
    expect((await historyOf("Внесены изменения")).change).toMatchObject({ undone: false, can: null });
  });

  it("the last amendment is undone and done again whole; an earlier one is not undone under a later", async () => {
    const { officer, territoryId, world } = given.district;
    const changes = await world.rows<{ id: Id; label: string }>(
      "select c.id, c.label from programme_change c join redaction r on r.change_id = c.id where r.programme_id = $1",
      [given.programmeId],
    );
    const undo = (changeId: Id, direction: string) =>
      officer.call("POST", `${given.at}/changes/${changeId}/${direction}`);
    expect(changes.map(({ label }) => label.replaceAll("\u00a0", " "))).toEqual([
      "Внесены изменения приказом от 10 декабря 2021 № 77: изменено 5 мероприятий, добавлено 3, убрано 2, перенесено в другой раздел 1, номер изменился у 6",
    ]);
    const early = await undo(changes[0]!.id, "undo");
    expect([early.status, early.body.code]).toEqual([409, "redaction-not-last"]);

    const state = async () => ({
      table: (await readTable(officer, territoryId, given.programmeId)).roadmaps
        .flatMap(({ measures }) => measures)
        .map(({ id, number, title, dueText, closed, parties }) => ({ id, number, title, dueText, closed, parties })),
      open: await world.rows(
        "select id, due_on from obligation where programme_id = $1 and closed_at is null order by id",
        [given.programmeId],
      ),
      reports: await world.rows("select * from report_obligation order by report_id"),
    });
    const before = await state();
    expect(before.reports).toHaveLength(1);
    const { id } = granted(await given.upload(officer, PLAN));
    const { version } = await answerAll(officer, territoryId, id);
    // a word on a row is kept among the answers, and the next document brought to the programme is read all the same
    const edits = [{ kind: "row", table: 0, row: 2, as: "measure" }];
    granted(await officer.call("POST", `/api/imports/${territoryId}/${id}/arrange`, { version, edits }));
    await answerAll(officer, territoryId, id);
    const view = await given.compared(id);
    expect(view.difference.counts).toMatchObject({ added: 2, removed: 3 });
    const body = {
      version: view.version,
      stamp: view.stamp,
      effectiveOn: "2022-02-01",
      directive: { ...ORDER, number: "90" },
    };
    const { changeId } = granted(
      await officer.call<{ changeId: Id }>("POST", `${given.amendmentOf(id)}/approve`, body),
    );
    await world.settle();
    const amended = await state();
    expect(amended.table).not.toEqual(before.table);
    // a row that was taken out and comes back is the measure it was
    expect(amended.table.find(({ id: of }) => of === given.titled("Опросить"))).toMatchObject({
      number: "1.4",
      closed: false,
    });
    expect(amended.table.filter(({ title }) => title === "Клуб молодого учителя").map(({ id: of }) => of)).toEqual([
      given.titled("Клуб"),
    ]);
    granted(await undo(changeId, "undo"));
    await world.settle();
    const back = await state();
    expect(back.table.filter(({ closed }) => !closed)).toEqual(before.table.filter(({ closed }) => !closed));
    expect([back.open, back.reports]).toEqual([before.open, before.reports]);
    const { items, since } = await given.redactions();
    expect([items[0]!.state, since]).toEqual(["withdrawn", null]);
    granted(await undo(changeId, "redo"));
    await world.settle();
    const again = await state();
    expect(again.table.filter(({ closed }) => !closed)).toEqual(amended.table.filter(({ closed }) => !closed));
    expect(again.reports).toEqual(before.reports);
    granted(await undo(changeId, "undo"));
    await world.settle();
  });
});
