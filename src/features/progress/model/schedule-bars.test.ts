import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import type { ObligationState } from "#features/obligations/model/state.ts";
import { figureOf } from "./figure.ts";
import type { ScheduleOccurrence } from "./schedule.ts";
import { axisOf } from "./schedule-axis.ts";
import { barsOf, periodOfSchedule } from "./schedule-bars.ts";

const TODAY = localDate("2026-10-22");
const THREE_YEARS = axisOf({ from: localDate("2025-01-01"), to: localDate("2027-12-31") }, "calendar");
const YEAR = axisOf({ from: localDate("2025-01-01"), to: localDate("2027-12-31") }, "calendar", 2027);

function term(opensOn: string, dueOn: string, ...states: ObligationState[]): ScheduleOccurrence {
  const groups = states.map((state) => ({ state, dueOn: localDate(dueOn), count: 1 }));
  return { key: `${opensOn}..${dueOn}`, words: "", opensOn, dueOn, figure: figureOf(groups, TODAY) };
}

const drawn = (...terms: ScheduleOccurrence[]) =>
  barsOf(terms, THREE_YEARS, TODAY).map(({ kind, state }) => `${kind} ${state}`);

describe("a term on the chart", () => {
  it.each<[string, ScheduleOccurrence, string]>([
    ["a single day ahead", term("2027-01-20", "2027-01-20", "ahead"), "date ahead"],
    ["a window that is done by all", term("2025-09-01", "2025-10-31", "accepted", "accepted"), "window accepted"],
    [
      "a window late for one of three",
      term("2026-09-01", "2026-09-30", "accepted", "late", "submitted"),
      "window late",
    ],
    ["a window open today", term("2026-10-01", "2026-12-31", "ahead", "accepted"), "window soon"],
    ["a window that opens tomorrow", term("2026-10-23", "2026-12-31", "ahead"), "window ahead"],
    ["a due day before the day it opens", term("2026-12-31", "2026-11-01", "ahead"), "date ahead"],
  ])("%s", (_, given, expected) => {
    expect(drawn(given)).toEqual([expected]);
  });

  it("tells where nothing of it applies", () => {
    expect(drawn(term("2026-09-01", "2026-09-30", "notApplicable"))).toEqual(["window notApplicable"]);
  });

  it("that follows another without a day between is a piece of one line; a day between makes windows of both", () => {
    const [first, next] = [term("2026-01-01", "2026-01-31", "accepted"), term("2026-02-01", "2026-02-28", "accepted")];
    const later = term("2026-02-02", "2026-02-28", "accepted");
    expect(drawn(next, first)).toEqual(["piece accepted", "piece accepted"]);
    expect(drawn(later, first)).toEqual(["window accepted", "window accepted"]);
  });

  it("stands where its days are, to the end of the last", () => {
    const [bar] = barsOf([term("2026-01-01", "2026-12-31", "accepted")], THREE_YEARS, TODAY);
    expect([bar!.from, bar!.to]).toEqual([(365 / 1095) * 100, (730 / 1095) * 100]);
  });

  it("that is late drags a tail to today, also into a later year than its own, and no further than the year shown", () => {
    const late = term("2026-09-01", "2026-09-30", "late");
    const [bar] = barsOf([late], THREE_YEARS, TODAY);
    expect(bar!.tail!.from).toBe(bar!.to);
    expect(bar!.tail!.to).toBeGreaterThan(bar!.to);
    expect(barsOf([late], YEAR, TODAY)).toEqual([]);
    const [reaching] = barsOf([late], YEAR, localDate("2027-03-01"));
    expect([reaching!.from, reaching!.to, reaching!.tail!.from]).toEqual([0, 0, 0]);
    expect(reaching!.tail!.to).toBeCloseTo((59 / 365) * 100, 9);
  });

  it("widens the period shown where it lies outside of the programme's", () => {
    const measure = { id: "m", number: "", title: "", dueText: "", closed: false };
    const section = (occurrences: ScheduleOccurrence[]) => ({
      id: null,
      depth: 0,
      number: "",
      title: "",
      measures: [{ ...measure, occurrences }],
    });
    const schedule = (...occurrences: ScheduleOccurrence[]) => ({
      today: TODAY,
      startsOn: "2025-01-01",
      endsOn: "2025-12-31",
      yearKind: "calendar" as const,
      isWhole: true,
      planning: "none" as const,
      roadmaps: [{ id: "r", title: "", sections: [section(occurrences)] }],
    });
    expect(periodOfSchedule(schedule())).toEqual({ from: "2025-01-01", to: "2025-12-31" });
    expect(periodOfSchedule(schedule(term("2024-12-01", "2026-02-01", "ahead")))).toEqual({
      from: "2024-12-01",
      to: "2026-02-01",
    });
    expect(periodOfSchedule(schedule(term("2024-12-01", "2026-02-01", "notApplicable")))).toEqual({
      from: "2025-01-01",
      to: "2025-12-31",
    });
  });
});
