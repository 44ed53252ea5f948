import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readXlsx } from "hucre/xlsx";
import { addDays, localDate, type LocalDate } from "#shared/local-date.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { givenHistory, stateThen, type Way } from "../../../../test/support/given-history.ts";
import { get, openProgressWorld, SEEING, TODAY, type ProgressWorld } from "../../../../test/support/progress-world.ts";
import { OUTCOME_PARTS, OUTCOMES, type OutcomeCounts, type OutcomePart } from "../model/outcome.ts";
import type { PeriodSummary } from "../model/period-summary.ts";
import { searchOf } from "../model/rows-link.ts";
import type { RowsFilter } from "../model/rows-query.ts";

/** The oracle's own reading of what stood at the beginning of a day: it follows the events one by one. */
function outcomeThen(way: Way, on: LocalDate, within: Pick<RowsFilter, "from" | "to"> = {}): string {
  const isNow = on >= TODAY;
  const state = stateThen(way, on);
  const { due, moved } = dueThen(way, on);
  if (state === "accepted") {
    if (way.kind === "notApplicable") return "notApplicable";
    if (way.doneOn === null) return "inTime";
    return way.doneOn < way.opensOn ? "early" : way.doneOn > due ? "doneLate" : "inTime";
  }
  if (state !== "none") return state;
  if (way.closedOn !== null && (isNow || way.closedOn < on)) return "notApplicable";
  if (due < on) return "late";
  const isAway = moved && !(within.from && within.to && due >= within.from && due <= within.to);
  return isAway ? "moved" : way.opensOn <= on ? "running" : "upcoming";
}

/** what a pause puts apart if due from its first day on */
const OPEN = new Set(["returned", "late", "moved", "running", "upcoming"]);

function dueThen(way: Way, on: LocalDate): { due: LocalDate; moved: boolean; all: LocalDate[] } {
  let due = way.moves[0]?.before ?? way.dueOn;
  const all = [due];
  for (const move of way.moves)
    if (move.on < on) {
      due = move.after;
      all.push(due);
    }
  return { due, moved: all.length > 1, all };
}

describe.each([21, 22])("a period of a generated world %i", (seed) => {
  let town: ProgressWorld["town"];
  let w: ProgressWorld;
  let ways: ReadonlyMap<Id, Way>;
  beforeAll(async () => {
    w = await openProgressWorld(seed);
    town = w.town;
    ways = new Map((await givenHistory(w, seed)).map((way) => [way.id, way]));
  });
  afterAll(() => w.world.close());

  const summaryOf = (name: keyof ProgressWorld["personas"], query: Record<string, string>) =>
    get(
      w.personas[name],
      `/api/progress/summary?${new URLSearchParams({ territoryId: town, ...query })}`,
    ) as Promise<PeriodSummary>;

  /** Rows that belong to the period: their due day stood in it, or had stood before a move. */
  function oracle(rows: ProgressWorld["raw"], from: LocalDate, to: LocalDate, on: LocalDate, pausedFrom?: LocalDate) {
    const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0]));
    for (const row of rows) {
      const way = ways.get(row.id)!;
      const { due, all } = dueThen(way, on);
      if (!all.some((one) => one >= from && one <= to)) continue;
      const came = outcomeThen(way, on, { from, to });
      counts[pausedFrom && due >= pausedFrom && OPEN.has(came) ? "paused" : came]! += 1;
    }
    return counts as OutcomeCounts;
  }

  it.each(SEEING)(
    "%s: each period holds what they may see, as it stood at its end, and opens into it",
    async (name) => {
      const mine = w.raw.filter((row) => row.programme_id === w.given.programmeId && w.sees[name]!(row));
      for (const [period, last] of [
        ["2026-03", "2026-03-31"],
        ["2026-Q3", "2026-09-30"],
        ["2026/T1", TODAY],
        ["2026-10", TODAY],
        ["2025/SY", "2026-08-31"],
        ["2026", TODAY],
        ["2027-01", TODAY],
      ] as const) {
        const on = last === TODAY ? TODAY : addDays(localDate(last), 1);
        const summary = await summaryOf(name, { programmeId: w.given.programmeId, period, against: "before" });
        const [from, to] = [localDate(summary.period.from), localDate(summary.period.to)];
        expect(summary.period.on).toBe(on);
        expect([period, summary.counts]).toEqual([period, oracle(mine, from, to, on)]);
        const other = summary.againstPeriod!;
        expect(addDays(localDate(other.to), 1) <= from).toBe(true);
        expect(summary.against).toEqual(oracle(mine, localDate(other.from), localDate(other.to), localDate(other.on)));
        const ofBearers = summary.bearers.reduce((sum, { counts }) => sum + counts.late + counts.inTime, 0);
        expect(ofBearers).toBe(summary.counts.late + summary.counts.inTime);
        if (period !== "2026-Q3" && period !== "2026-10") continue;
        for (const part of OUTCOME_PARTS)
          await opens(
            name,
            { territoryId: town, programmeId: w.given.programmeId, outcome: part, from, to, on },
            summary.counts,
            part,
          );
        const [section] = summary.sections;
        if (section)
          await opens(
            name,
            { territoryId: town, sectionId: section.id, outcome: "late", from, to, on },
            section.counts,
            "late",
          );
      }
    },
  );

  async function opens(
    name: keyof ProgressWorld["personas"],
    filter: RowsFilter,
    counts: OutcomeCounts,
    part: OutcomePart,
  ) {
    const list = await get(w.personas[name], `/api/progress/rows?${searchOf(filter)}`);
    const expected =
      part === "done"
        ? counts.inTime + counts.early + counts.doneLate
        : part === "waiting"
          ? counts.submitted + counts.returned
          : counts[part];
    expect([filter, list.total]).toEqual([filter, expected]);
    for (const row of list.rows) expect(row.outcome).toBe(outcomeThen(ways.get(row.id)!, filter.on!, filter));
  }

  it.each(SEEING)(
    "%s: what was put in and put off on its days, with reasons, and the debts of before",
    async (name) => {
      const mine = w.raw.filter((row) => w.sees[name]!(row));
      const { period, added, moved, moves, debts } = await summaryOf(name, { period: "2026-Q3" });
      const within = (day: LocalDate) => day >= period.from && day <= period.to;
      const movedIds = mine.filter((row) => ways.get(row.id)!.moves.some(({ on }) => within(on)));
      expect(moved).toBe(movedIds.length);
      for (const move of moves) expect(move.reason).toBe("Карантин");
      const firstDay = (programme: Id) =>
        w.raw
          .filter((row) => row.programme_id === programme)
          .map((row) => ways.get(row.id)!.createdOn)
          .sort()[0]!;
      const isAdded = (row: (typeof mine)[number]) => {
        const { createdOn } = ways.get(row.id)!;
        return within(createdOn) && createdOn > firstDay(row.programme_id);
      };
      expect(added).toBe(mine.filter(isAdded).length);
      const earlier = oracle(mine, localDate("2000-01-01"), addDays(localDate(period.from), -1), localDate(period.on));
      expect(debts).toBe(earlier.late);
      for (const change of ["added", "moved"] as const) {
        const link = searchOf({
          territoryId: town,
          change,
          changedFrom: localDate(period.from),
          changedTo: localDate(period.to),
        });
        const list = await get(w.personas[name], `/api/progress/rows?${link}`);
        expect([change, list.total]).toEqual([change, change === "added" ? added : moved]);
        if (change === "moved") for (const row of list.rows) expect(row.move).toMatchObject({ reason: "Карантин" });
      }
    },
  );

  it("holds what stood still at its end apart: neither late nor owed, and late again once that is over; what was due before stays", async () => {
    const asked = { programmeId: w.given.programmeId, period: "2025-09-01..2026-09-30" };
    const { counts } = await summaryOf("officer", asked);
    const mine = w.raw.filter((row) => row.programme_id === asked.programmeId);
    const end = localDate("2026-10-01");
    const dues = mine
      .map((row) => ways.get(row.id)!)
      .flatMap((way) => (OPEN.has(outcomeThen(way, end)) ? dueThen(way, end).due : []))
      .filter((due) => due >= "2025-09-01" && due < end)
      .sort();
    const pausedFrom = dues.find((due) => due > dues[0]!) ?? dues[0]!;
    const ended = oracle(mine, localDate("2025-09-01"), localDate("2026-09-30"), end, pausedFrom);
    expect(ended.paused).toBeGreaterThan(0);
    expect(ended.late + ended.returned > 0).toBe(pausedFrom > dues[0]!);
    await w.world.rows(
      `insert into pause (territory_id, id, programme_id, measure_id, from_on, reason, paper_id, paused_by, paused_at)
       values ($1, $2, $3, null, $5, 'Карантин', null, $4, now())`,
      [town, makeId(), asked.programmeId, w.personas.officer.personId, pausedFrom],
    );
    expect((await summaryOf("officer", asked)).counts).toEqual(ended);
    const now = await summaryOf("officer", { ...asked, period: "2026-10" });
    const { from, to } = now.period;
    expect(now.counts).toEqual(oracle(mine, localDate(from), localDate(to), TODAY, pausedFrom));
    const resumed = (on: string) =>
      w.world.rows("update pause set resumed_on = $1, resumed_by = paused_by, resumed_at = now()", [on]);
    await resumed("2026-10-01");
    expect((await summaryOf("officer", asked)).counts).toEqual(ended);
    await resumed("2026-09-30");
    expect((await summaryOf("officer", asked)).counts).toEqual(counts);
    await w.world.rows("delete from pause");
  });

  it("is nobody's who does not see the town or the programme", async () => {
    const paths = ["summary", "summary.xlsx"].flatMap(
      (path) =>
        [
          ["foreign", `/api/progress/${path}?territoryId=${town}`],
          ["nobody", `/api/progress/${path}?territoryId=${town}`],
          ["curator", `/api/progress/${path}?territoryId=${town}&programmeId=${w.own.programmeId}`],
          ["school", `/api/progress/${path}?territoryId=${town}&programmeId=${w.own.programmeId}`],
        ] as const,
    );
    for (const [name, path] of paths)
      expect([name, path, (await w.personas[name].call("GET", path)).status]).toEqual([name, path, 404]);
    for (const query of [
      "period=2026-13",
      "period=9999-12",
      "period=0001-01",
      "period=2026-01-01..9999-12-31",
      "period=2026-10&against=9999",
      "period=2026-10&against=%D0%B2%D1%87%D0%B5%D1%80%D0%B0",
    ]) {
      const answer = await w.personas.officer.call("GET", `/api/progress/summary?territoryId=${town}&${query}`);
      expect([query, answer.body.code]).toEqual([query, "period-unknown"]);
    }
    for (const on of ["0001-01-01", "9999-12-31"]) {
      const rows = `/api/progress/rows?territoryId=${town}&outcome=late&on=${on}&to=9999-12-31&from=0001-01-01`;
      expect((await w.personas.officer.call("GET", rows)).status).toBeLessThan(500);
    }
  });

  it("is a workbook with the same numbers", async () => {
    const query = new URLSearchParams({ territoryId: town, period: "2026-Q3", against: "yearBefore" });
    const summary = await summaryOf("officer", Object.fromEntries(query));
    const { raw: bytes } = await w.personas.officer.call("GET", `/api/progress/summary.xlsx?${query}`);
    const [sheet] = (await readXlsx(new Uint8Array(bytes))).sheets;
    const whole = sheet!.rows.find((row) => row[0] === "Всего")!;
    const { counts } = summary;
    expect(whole.slice(1, 6)).toEqual([
      OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0),
      counts.inTime + counts.early + counts.doneLate,
      counts.inTime,
      counts.early,
      counts.doneLate,
    ]);
    for (const { name } of summary.bearers) expect(sheet!.rows.some((row) => row[0] === name)).toBe(true);
  });
});
