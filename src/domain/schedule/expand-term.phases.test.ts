import { describe, expect, it } from "vitest";
import type { Phase } from "#domain/phrases/term.ts";
import { expandTerm } from "./expand-term.ts";
import { CALENDAR, SCHOOL_YEAR, phaseOf, scopeOf, written } from "./written-terms.ts";

describe("phases beside each other", () => {
  it("«октябрь, далее постоянно»: the rest begins after October, and October does not return", () => {
    const keys = expandTerm(
      [phaseOf("window", [["10-01", "10-31"]]), phaseOf("continuous")],
      scopeOf("2021-09-01", "2023-08-31"),
      CALENDAR,
    );
    expect(keys.map((o) => `${o.key} ${o.from}`)).toEqual([
      "start 2021-10-01",
      "2021/T2 2021-11-05",
      "2021/T3 2022-01-09",
      "2021/T4 2022-04-01",
      "2022/T1 2022-09-01",
      "2022/T2 2022-11-05",
      "2022/T3 2023-01-09",
      "2022/T4 2023-04-01",
    ]);
  });

  it("what follows a window after the programme never begins", () => {
    expect(written([phaseOf("window", [["2024-10-01", "2024-10-31"]]), phaseOf("continuous")])).toEqual([]);
  });

  it("«октябрь, далее ежемесячно» cuts the first unit to what is left of it", () => {
    const within = scopeOf("2021-09-01", "2021-12-31");
    expect(written([phaseOf("window", [["10-01", "10-20"]]), phaseOf("cadence", [], "1/month")], within)).toEqual([
      "start 2021-10-01..2021-10-20",
      "2021-10 2021-10-21..2021-10-31",
      "2021-11 2021-11-01..2021-11-30",
      "2021-12 2021-12-01..2021-12-31",
    ]);
  });

  it.each<[string, Phase[], string[]]>([
    [
      "«постоянно, не реже 1 раза в полугодие»",
      [phaseOf("continuous"), phaseOf("cadence", [], "1/halfYear")],
      ["2021-H2", "2022-H1"],
    ],
    [
      "«постоянно, не реже 1 раза в четверть»",
      [phaseOf("continuous"), phaseOf("cadence", [], "1/schoolTerm")],
      ["2021/T1", "2021/T2", "2021/T3", "2021/T4"],
    ],
    [
      "«ежегодно, весь период»",
      [phaseOf("yearly"), phaseOf("continuous")],
      ["2021/T1", "2021/T2", "2021/T3", "2021/T4"],
    ],
    ["«ежегодно по плану»", [phaseOf("yearly"), phaseOf("by-schedule")], ["2022/Y"]],
    [
      "«постоянно, по графику»",
      [phaseOf("continuous"), phaseOf("by-schedule")],
      ["2021/T1", "2021/T2", "2021/T3", "2021/T4"],
    ],
    [
      "«в марте, по заявкам»",
      [phaseOf("window", [["03-01", "03-31"]]), phaseOf("on-demand"), phaseOf("by-schedule")],
      ["2022"],
    ],
    [
      "two rhythms",
      [phaseOf("cadence", [], "1/halfYear"), phaseOf("cadence", [], "1/schoolYear")],
      ["2021-H2", "2022-H1", "2021/SY"],
    ],
    [
      "a window and a yearly rhythm",
      [phaseOf("window", [["2021-10-01", "2021-10-31"]]), phaseOf("cadence", [], "1/schoolYear")],
      ["2021/2", "2021/SY"],
    ],
  ])("%s", (_, phases, keys) => {
    expect(expandTerm(phases, SCHOOL_YEAR, CALENDAR).map((o) => o.key)).toEqual(keys);
  });
});
