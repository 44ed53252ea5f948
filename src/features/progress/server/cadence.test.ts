import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readXlsx } from "hucre/xlsx";
import type { Id } from "#shared/ids.ts";
import { givenHistory, type Way } from "../../../../test/support/given-history.ts";
import { get, openProgressWorld, SEEING, TODAY, type ProgressWorld } from "../../../../test/support/progress-world.ts";
import type { ProgrammeCadence } from "../model/cadence.ts";
import { byGaps, keptBy } from "../model/cadence-bearers.ts";
import { keptOf, slotStanding } from "../model/cadence-kept.ts";
import { amountOf, OUTCOMES } from "../model/outcome.ts";
import { searchOf } from "../model/rows-link.ts";

const MONTHLY = [{ kind: "cadence", windows: [], freq: "1/month" }];
const YEARLY = [{ kind: "yearly", windows: [], freq: null }];
const ALWAYS = [{ kind: "continuous", windows: [], freq: null }];

describe("how often what recurs was kept", () => {
  let w: ProgressWorld;
  let town: Id;
  let ways: ReadonlyMap<Id, Way>;
  /** the first two measures return by a cadence, the third goes on without one */
  let recurring: Id[];
  beforeAll(async () => {
    w = await openProgressWorld(31);
    town = w.town;
    ways = new Map((await givenHistory(w, 31)).map((way) => [way.id, way]));
    recurring = w.given.measureIds.slice(0, 2);
    for (const [at, cadence] of [MONTHLY, YEARLY, ALWAYS].entries())
      await w.world.rows("update measure set cadence = $2 where id = $1", [
        w.given.measureIds[at],
        JSON.stringify(cadence),
      ]);
  });
  afterAll(() => w.world.close());

  const path = (query = "") => `/api/progress/programmes/${town}/${w.given.programmeId}/cadence${query}`;
  const read = (name: keyof ProgressWorld["personas"], query = ""): Promise<ProgrammeCadence> =>
    get(w.personas[name], path(query));

  /** What is late, done or waits for a decision by the row as it is; the rest is open or nobody's. */
  function standing(row: ProgressWorld["raw"][number]): string {
    const { dueOn } = ways.get(row.id)!;
    if (row.state === "accepted") return row.kind === "done" ? "kept" : "open";
    if (row.state === "submitted" || row.state === "returned") return row.state;
    if (row.closed) return "open";
    return dueOn < TODAY ? "missed" : "open";
  }

  it("is nobody's who does not see the programme", async () => {
    for (const suffix of ["", ".xlsx"]) {
      expect((await w.personas.foreign.call("GET", path(suffix))).status).toBe(404);
      expect((await w.personas.nobody.call("GET", path(suffix))).status).toBe(404);
      const own = `/api/progress/programmes/${town}/${w.own.programmeId}/cadence${suffix}`;
      expect((await w.personas.curator.call("GET", own)).status).toBe(404);
    }
  });

  it.each(SEEING)(
    "%s: periods of recurring measures hold the rows they may see, each with its standing",
    async (name) => {
      const cadence = await read(name);
      const mine = w.raw.filter((row) => row.programme_id === w.given.programmeId && w.sees[name]!(row));
      expect(cadence.rows.every(({ measureId }) => recurring.includes(measureId))).toBe(true);
      expect(cadence.without).toBe(3);
      for (const measureId of recurring) {
        const ofMeasure = mine.filter((row) => row.measure_id === measureId);
        const row = cadence.rows.find((one) => one.measureId === measureId);
        if (ofMeasure.length === 0) {
          expect(row).toBeUndefined();
          continue;
        }
        // of this world every period is of one school
        const expected = (wanted: string) => ofMeasure.filter((one) => standing(one) === wanted).length;
        expect(keptOf(row!.slots)).toEqual({
          kept: expected("kept"),
          missed: expected("missed"),
          submitted: expected("submitted"),
          returned: expected("returned"),
          judged: expected("kept") + expected("missed"),
        });
        expect(row!.slots.map(({ dueOn }) => dueOn)).toEqual(ofMeasure.map(({ due_on }) => due_on).sort());
        const [slot] = row!.slots;
        const link = searchOf({ territoryId: town, measureId, occurrence: slot!.key, on: TODAY });
        const list = await get(w.personas[name], `/api/progress/rows?${link}`);
        expect(list.total).toBe(OUTCOMES.reduce((sum, outcome) => sum + slot!.counts[outcome], 0));
      }
      for (const bearer of cadence.bearers) {
        const own = mine.filter(
          (row) => row.bearer_organisation_id === bearer.organisationId && recurring.includes(row.measure_id),
        );
        expect(amountOf(bearer.counts, "done")).toBe(own.filter((row) => standing(row) === "kept").length);
        for (const part of ["done", "late", "waiting"] as const) {
          const link = searchOf({
            territoryId: town,
            programmeId: w.given.programmeId,
            bearer: bearer.key,
            recurring: "yes",
            outcome: part,
            on: TODAY,
          });
          const list = await get(w.personas[name], `/api/progress/rows?${link}`);
          expect([part, list.total]).toEqual([part, amountOf(bearer.counts, part)]);
        }
      }
    },
  );

  it("is narrowed to a bearer and to a year, whose other bearers stay in the choice", async () => {
    const all = await read("officer");
    const { key, organisationId } = all.bearers[1]!;
    const one = await read("officer", `?bearer=${encodeURIComponent(key)}&year=2026`);
    expect(one.bearers.length).toBeGreaterThan(1);
    expect(one.span).toEqual({ from: "2026-01-01", to: "2026-12-31" });
    const rows = w.raw.filter(
      (row) => row.bearer_organisation_id === organisationId && recurring.includes(row.measure_id),
    );
    const inYear = rows.filter(({ id }) => {
      const { moves, dueOn } = ways.get(id)!;
      return [dueOn, ...moves.map(({ before }) => before)].some((due) => due.startsWith("2026"));
    });
    expect(one.rows.flatMap(({ slots }) => slots)).toHaveLength(inYear.length);
  });

  it("one period of several is missed by the one who is late", async () => {
    const [measureId] = recurring;
    const pair = await w.world.rows<{ id: Id }>(
      `select distinct on (bearer_organisation_id) id from obligation where measure_id = $1 order by bearer_organisation_id, id limit 2`,
      [measureId],
    );
    expect(pair).toHaveLength(2);
    for (const [at, { id }] of pair.entries()) {
      await w.world.rows("delete from report_value where obligation_id = $1", [id]);
      if (at === 0) await w.world.rows("delete from report_obligation where obligation_id = $1", [id]);
      else {
        await w.world.rows("delete from report_obligation where obligation_id = $1", [id]);
        const report = await w.world.rows<{ id: Id }>(
          `update report set state = 'accepted', kind = 'done', done_on = '2026-03-15' where id = (
             select id from report where id not in (select report_id from report_obligation) limit 1) returning id`,
        );
        await w.world.rows(
          "insert into report_obligation (territory_id, report_id, obligation_id) values ($1, $2, $3)",
          [town, report[0]!.id, id],
        );
      }
      await w.world.rows(
        `update obligation set occurrence_key = '2026-03', opens_on = '2026-03-01', due_on = '2026-03-31', due_moved = false,
           closed_at = null, close_reason = null where id = $1`,
        [id],
      );
    }
    const cadence = await read("officer");
    const slots = cadence.rows.find((row) => row.measureId === measureId)!.slots.filter(({ key }) => key === "2026-03");
    expect(slots).toMatchObject([{ words: "март 2026", counts: { late: 1, inTime: 1 } }]);
    expect(slots[0]!.late).toHaveLength(1);
    expect(cadence.bearers.map(({ name }) => name)).toContain(slots[0]!.late[0]);
    expect(slotStanding(slots[0]!)).toBe("missed");
  });

  it("is a workbook with a line for each measure, and one of its own with a line for each bearer", async () => {
    const cadence = await read("officer");
    const { raw: bytes } = await w.personas.officer.call("GET", path(".xlsx"));
    const [sheet] = (await readXlsx(new Uint8Array(bytes))).sheets;
    for (const row of cadence.rows) {
      const line = sheet!.rows.find((cells) => cells[0] === `${row.number} ${row.title}`)!;
      const { kept, judged, submitted, returned } = keptOf(row.slots);
      expect(line.slice(3, 7)).toEqual([kept, judged, submitted, returned]);
    }
    // no measure here has a level
    expect(sheet!.rows.flat()).not.toContain("Уровень");
    const { raw: other } = await w.personas.officer.call("GET", path(".xlsx?by=bearers"));
    const [bearers] = (await readXlsx(new Uint8Array(other))).sheets;
    const head = bearers!.rows.findIndex((cells) => cells[0] === "Исполнитель");
    expect(
      bearers!.rows.slice(head + 1).map(([name, done, , judged, , , , late]) => [name, done, judged, late]),
    ).toEqual(
      byGaps(cadence.bearers).map(({ name, counts }) => {
        const { done, judged } = keptBy(counts);
        return [name, done, judged, counts.late];
      }),
    );
  });
});
