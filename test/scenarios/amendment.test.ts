import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { AmendmentView, Forecast } from "#features/imports/model/amendment.ts";
import type { RedactionDifference, RedactionPage } from "#features/programmes/model/redaction-seen.ts";
import { placedMeasures } from "#features/programmes/model/redaction-document.ts";
import type { ReportView } from "#features/reports/model/contract.ts";
import { answerAll } from "../support/import-steps.ts";
import { AMENDED, PLAN } from "./amended-plan.ts";
import { givenAmendable, ORDER, type Amendable } from "./given-amendable.ts";
import { granted } from "./granted.ts";
import { readTable } from "./import-story.ts";
import { accepted, filled, obligations, startReport, submitted } from "./report-story.ts";

interface Owed {
  readonly id: Id;
  readonly due_on: string;
  readonly closed_at: Date | null;
  readonly bearer_organisation_id: Id;
}

/** Steps of one story: each test stands on those before it. */
describe("a programme in force is amended by an order", () => {
  let given: Amendable;
  let done: ReportView;
  let begun: ReportView;
  let moved: ReportView;
  let importId: Id;
  let view: AmendmentView;
  beforeAll(async () => {
    given = await givenAmendable();
    const { district } = given;
    const at = async (words: string, school: number) =>
      (await obligations(district.officer, district, { measureId: given.titled(words) })).find(
        ({ bearer }) => bearer.organisationId === district.schoolIds[school],
      )!;
    // reports: an accepted one on a row that changes, a draft on one that goes, a sent one on one that moves
    const [first, second, third] = district.heads;
    const sent = await submitted(first!, district, filled((await at("Провести само", 0)).id));
    done = await accepted(district, sent);
    begun = granted(await startReport(second!, district, filled((await at("Опросить", 1)).id)));
    moved = await submitted(third!, district, filled((await at("Обмен", 2)).id));
    importId = granted(await given.upload(district.officer, AMENDED)).id;
    await answerAll(district.officer, district.territoryId, importId);
    view = await given.compared(importId);
  });
  afterAll(() => given.district.world.close());

  const owed = () => given.district.world.rows<Owed>("select * from obligation");
  const reported = () => given.district.world.rows("select * from report_obligation order by report_id");
  const approve = (more: object) =>
    given.district.officer.call("POST", `${given.amendmentOf(importId)}/approve`, {
      version: view.version,
      stamp: view.stamp,
      effectiveOn: "2022-01-01",
      ...more,
    });

  it("changed, added, removed, moved and renumbered rows are told apart", () => {
    const { counts, rows } = view.difference;
    const of = (kind: string) => rows.flatMap((row) => (row.kind === kind ? [row.number] : [])).sort();
    expect(counts).toEqual({ same: 3, changed: 5, added: 3, removed: 2, moved: 1, renumbered: 6 });
    expect(of("added")).toEqual(["1.1", "2.3", "3.4"]);
    expect(of("removed")).toEqual(["1.4", "2.4"]);
    expect(rows.find(({ placeBefore }) => placeBefore !== null)).toMatchObject({
      number: "3.1",
      placeBefore: "2. Помощь учителю",
    });
    expect(rows.find(({ key }) => key === given.titled("Провести само"))!.fields).toEqual([
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
  });

  it.each([
    ["without an order", {}, 422, "no-amending-directive", ["directive.number", "directive.datedOn"]],
    [
      "from a day before the redaction in force",
      { directive: ORDER, effectiveOn: "2021-08-01" },
      422,
      "effective-too-early",
      ["effectiveOn"],
    ],
    ["after the programme was edited", { directive: ORDER, stamp: "иное" }, 409, "amendment-stale", []],
  ] as const)("is not approved %s", async (_how, more, status, code, fields) => {
    const { status: answered, body } = await approve(more);
    expect([answered, body.code, Object.keys(body.fields ?? {})]).toEqual([status, code, fields]);
  });

  it("what happens to reports is said before it happens, and comes true", async () => {
    const { officer, world } = given.district;
    const forecast = async (day: string) =>
      granted(await officer.call<Forecast>("GET", `${given.amendmentOf(importId)}/forecast?effectiveOn=${day}`));
    expect(await forecast("2024-01-01")).toEqual({ added: 0, closed: 0, moved: 0, kept: 3, passed: true });
    const told = await forecast("2022-01-01");
    const links = await reported();
    const before = new Map((await owed()).map((row) => [row.id, row]));
    granted(await approve({ directive: ORDER }));
    await world.settle();
    const again = await approve({ directive: ORDER });
    expect([again.status, again.body.code]).toEqual([409, "import-approved"]);
    const after = await owed();
    const old = after.filter(({ id }) => before.has(id));
    expect({
      added: after.length - old.length,
      closed: old.filter(({ id, closed_at }) => closed_at !== null && before.get(id)!.closed_at === null).length,
      moved: old.filter(({ id, due_on }) => before.get(id)!.due_on !== due_on).length,
      kept: 3,
      passed: false,
    }).toEqual(told);
    expect(await reported()).toEqual(links);
  });

  it("measures keep their identity, and what was reported its day", async () => {
    const { officer, heads, territoryId, schoolIds } = given.district;
    const table = await readTable(officer, territoryId, given.programmeId);
    const rows = table.roadmaps.flatMap(({ measures }) => measures);
    const measureOf = (words: string) => rows.find(({ id }) => id === given.titled(words))!;
    expect(measureOf("Провести само")).toMatchObject({ number: "1.3", dueText: "до 31 марта 2022", closed: false });
    expect(measureOf("Опросить").closed).toBe(true);
    const versions = await given.district.world.rows<{ version: number }>("select distinct version from section");
    expect(versions, "a section that says the same is no new version").toEqual([{ version: 1 }]);
    const kept = granted(await heads[1]!.call("GET", `/api/reports/${territoryId}/${begun.id}`));
    expect([kept.state, kept.can.submit]).toEqual(["draft", true]);
    const dues = await given.district.world.rows<Owed>("select * from obligation where measure_id = $1", [
      given.titled("Провести само"),
    ]);
    for (const { bearer_organisation_id: bearer, due_on } of dues)
      expect(due_on, "only who has reported keeps the old day").toBe(
        bearer === schoolIds[0] ? "2022-02-28" : "2022-03-31",
      );
    expect(dues).toHaveLength(schoolIds.length);
    const open = async (words: string) =>
      (await obligations(officer, given.district, { measureId: given.titled(words) })).filter(({ closed }) => !closed);
    // a measure that is gone owes only what was begun
    expect((await open("Опросить")).length).toBe(1);
    expect(await open("Клуб")).toEqual([]);
  });

  it("a report that was sent before is headed with the words it answered; what is still written, with those of now", async () => {
    const { heads, officer, territoryId } = given.district;
    const headed = async (of: ReportView, person = officer) => {
      const report = granted(await person.call<ReportView>("GET", `/api/reports/${territoryId}/${of.id}`));
      const [{ measureNumber, measureTitle, amended }] = report.obligations as [ReportView["obligations"][number]];
      return { measureNumber, measureTitle, amended };
    };
    const [second, first] = (await given.redactions()).items;
    const order = {
      order: "Приказ от\u00a010.12.2021 №\u00a077",
      before: first!.id,
      after: second!.id,
      removed: false,
    };
    const title = "Обмен открытыми уроками между соседями";
    expect(await headed(moved)).toEqual({
      measureNumber: "2.3",
      measureTitle: title,
      amended: { ...order, measureNumber: "3.1", measureTitle: title },
    });
    expect(await headed(done, heads[0]!)).toMatchObject({
      measureNumber: "1.2",
      amended: { ...order, measureNumber: "1.3" },
    });
    expect((await headed(begun, heads[1]!)).amended).toBeNull();
    // the new words are what everybody reads since the order came, also before the day it binds from
    const { district } = given;
    const owing = await obligations(district.officer, district, { measureId: given.titled("Провести само") });
    const next = owing.find(({ bearer }) => bearer.organisationId === district.schoolIds[3])!;
    expect(await headed(await submitted(heads[3]!, district, filled(next.id)))).toMatchObject({
      measureNumber: "1.3",
      amended: null,
    });
  });

  it("an earlier redaction is read as it was printed then, and the two are compared backwards too", async () => {
    const { heads } = given.district;
    const { items, since } = await given.redactions();
    expect(items.map(({ number, state, counts }) => [number, state, counts?.changed ?? null])).toEqual([
      [2, "ahead", 5],
      [1, "inForce", null],
    ]);
    expect(since).toBeNull();
    const [second, first] = items;
    // whoever sees the programme reads its redactions
    const page = granted(await heads[0]!.call<RedactionPage>("GET", `${given.at}/redactions/${first!.id}`));
    expect(placedMeasures(page.document).map(({ measure }) => measure.title)).toEqual(
      PLAN.flatMap(({ rows }) => rows.map(([, title]) => title)),
    );
    const between = async (one: string, other: string) =>
      granted(
        await heads[0]!.call<RedactionDifference>("GET", `${given.at}/redactions/${one}/difference?with=${other}`),
      );
    const there = await between(first!.id, second!.id);
    expect(await between(second!.id, first!.id)).toEqual(there);
    expect([there.before.number, there.after.number, there.difference.counts.changed]).toEqual([1, 2, 5]);
  });
});
