import { describe, expect, it } from "vitest";
import type { Phase } from "#domain/phrases/term.ts";
import { localDate, weekdayOf, type LocalDate } from "#shared/local-date.ts";
import { expandTerm, type ExpandOptions } from "./expand-term.ts";
import { yearWindows } from "./year-windows.ts";

const CALENDAR = { schoolYears: [] };

function scope(from: string, to: string) {
  return { from: localDate(from), to: localDate(to) };
}

const THREE_YEARS = scope("2021-01-01", "2023-12-31");
const SCHOOL_YEAR = scope("2021-09-01", "2022-08-31");

function phase(kind: Phase["kind"], windows: [string | null, string | null][] = [], freq: Phase["freq"] = null): Phase {
  return { kind, windows: windows.map(([from, to]) => ({ from, to })), freq };
}

/** «key from..due», with ×n where more than one is required */
function written(phases: Phase[], within = THREE_YEARS, options: ExpandOptions = {}): string[] {
  return expandTerm(phases, within, CALENDAR, options).map(
    ({ key, from, dueOn, required }) => `${key} ${from}..${dueOn}${required > 1 ? ` ×${required}` : ""}`,
  );
}

describe("asks for nothing", () => {
  it.each<[string, Phase[]]>([
    ["nothing named", []],
    ["on request", [phase("on-demand")]],
    ["not understood", [phase("unknown")]],
    ["a dated window outside the scope", [phase("window", [["2019-03-01", "2019-05-31"]])]],
    ["a deadline after the scope", [phase("once", [[null, "2024-01-15"]])]],
  ])("%s", (_, phases) => {
    expect(written(phases)).toEqual([]);
  });

  it("where the scope ends before it begins", () => {
    expect(written([phase("yearly")], scope("2022-01-01", "2021-12-31"))).toEqual([]);
  });

  it("and refuses a day of another shape", () => {
    expect(() => written([phase("window", [["8", "9"]])])).toThrow(RangeError);
  });
});

describe("windows", () => {
  it.each<[string, Phase[], string[]]>([
    ["once, by a day", [phase("once", [[null, "2021-10-15"]])], ["once 2021-01-01..2021-10-15"]],
    ["once, on a day", [phase("once", [["2021-10-15", "2021-10-15"]])], ["once 2021-10-15..2021-10-15"]],
    ["a named span", [phase("window", [["2022-01-01", "2022-03-31"]])], ["2022 2022-01-01..2022-03-31"]],
    [
      "two spans of one year",
      [
        phase("window", [
          ["2022-03-01", "2022-03-31"],
          ["2022-10-01", "2022-10-31"],
        ]),
      ],
      ["2022 2022-03-01..2022-03-31", "2022/2 2022-10-01..2022-10-31"],
    ],
    ["across New Year", [phase("window", [["2021-12-01", "2022-01-31"]])], ["2021 2021-12-01..2022-01-31"]],
    [
      "cut by the end of the programme",
      [phase("window", [["2023-12-01", "2024-01-31"]])],
      ["2023 2023-12-01..2023-12-31"],
    ],
    [
      "yearly in August",
      [phase("yearly", [["08-01", "08-31"]])],
      ["2021 2021-08-01..2021-08-31", "2022 2022-08-01..2022-08-31", "2023 2023-08-01..2023-08-31"],
    ],
    [
      "yearly, December to January and May to June",
      [
        phase("yearly", [
          ["12-01", "01-31"],
          ["05-01", "06-30"],
        ]),
      ],
      [
        "2021/2 2021-05-01..2021-06-30",
        "2021 2021-12-01..2022-01-31",
        "2022/2 2022-05-01..2022-06-30",
        "2022 2022-12-01..2023-01-31",
        "2023/2 2023-05-01..2023-06-30",
        "2023 2023-12-01..2023-12-31",
      ],
    ],
    [
      "a bare «yearly»",
      [phase("yearly")],
      ["2021 2021-01-01..2021-12-31", "2022 2022-01-01..2022-12-31", "2023 2023-01-01..2023-12-31"],
    ],
    [
      "yearly from a year on",
      [phase("yearly", [["2022-01-01", null]])],
      ["2022 2022-01-01..2022-12-31", "2023 2023-01-01..2023-12-31"],
    ],
    [
      "twice a year, in two windows",
      [
        phase(
          "cadence",
          [
            ["03-01", "03-31"],
            ["10-01", "10-31"],
          ],
          "2/year",
        ),
      ],
      [
        "2021 2021-03-01..2021-03-31",
        "2021/2 2021-10-01..2021-10-31",
        "2022 2022-03-01..2022-03-31",
        "2022/2 2022-10-01..2022-10-31",
        "2023 2023-03-01..2023-03-31",
        "2023/2 2023-10-01..2023-10-31",
      ],
    ],
  ])("%s", (_, phases, expected) => {
    expect(written(phases)).toEqual(expected);
  });

  it("February ends on its last day in every year", () => {
    const dues = expandTerm([phase("yearly", [["02-01", "02-28"]])], scope("2023-01-01", "2024-12-31"), CALENDAR).map(
      (o) => o.dueOn,
    );
    expect(dues).toEqual(["2023-02-28", "2024-02-29"]);
  });

  it("a deadline of 29 February stands on 28 in a common year", () => {
    expect(written([phase("once", [[null, "02-29"]])], scope("2023-01-01", "2023-12-31"))).toEqual([
      "2023 2023-01-01..2023-02-28",
    ]);
  });

  it("planned years are windows of these years, calendar or school", () => {
    expect(written(yearWindows([2022, 2021]))).toEqual(["2021 2021-01-01..2021-12-31", "2022 2022-01-01..2022-12-31"]);
    expect(written(yearWindows([2021], "school"))).toEqual(["2021/SY 2021-09-01..2022-08-31"]);
  });
});

describe("rhythms", () => {
  it("«не реже 1 раза в четверть» follows the school terms", () => {
    expect(written([phase("cadence", [], "1/schoolTerm")], SCHOOL_YEAR)).toEqual([
      "2021/T1 2021-09-01..2021-10-27",
      "2021/T2 2021-11-05..2021-12-28",
      "2021/T3 2022-01-09..2022-03-23",
      "2021/T4 2022-04-01..2022-05-26",
    ]);
  });

  it("a quarter is a calendar one and needs as many as are promised", () => {
    expect(written([phase("cadence", [], "2/quarter")], scope("2021-01-01", "2021-06-30"))).toEqual([
      "2021-Q1 2021-01-01..2021-03-31 ×2",
      "2021-Q2 2021-04-01..2021-06-30 ×2",
    ]);
  });

  it("summer months may rest", () => {
    const keys = expandTerm([phase("cadence", [], "1/month")], SCHOOL_YEAR, CALENDAR, { skipMonths: [7, 8] }).map(
      (o) => o.key,
    );
    expect(keys).toEqual([
      "2021-09",
      "2021-10",
      "2021-11",
      "2021-12",
      "2022-01",
      "2022-02",
      "2022-03",
      "2022-04",
      "2022-05",
      "2022-06",
    ]);
  });

  it("monthly within a window", () => {
    expect(written([phase("cadence", [["11-15", "01-31"]], "1/month")], SCHOOL_YEAR)).toEqual([
      "2021-11 2021-11-15..2021-11-30",
      "2021-12 2021-12-01..2021-12-31",
      "2022-01 2022-01-01..2022-01-31",
    ]);
  });

  it("weeks are ISO weeks: 3 January 2021 ends week 53 of 2020", () => {
    const keys = expandTerm([phase("cadence", [], "1/week")], scope("2021-01-01", "2021-12-31"), CALENDAR).map(
      (o) => o.key,
    );
    expect(keys[0]).toBe("2021-W01");
    expect(keys).toHaveLength(52);
    expect(expandTerm([phase("cadence", [], "1/week")], scope("2020-01-01", "2020-12-31"), CALENDAR)).toHaveLength(53);
  });

  it.each<[ExpandOptions["yearKind"], string[]]>([
    ["calendar", ["2021-H2 2021-09-01..2021-12-31", "2022-H1 2022-01-01..2022-06-30"]],
    ["school", ["2021/H1 2021-09-01..2021-12-31", "2021/H2 2022-01-01..2022-08-31"]],
  ])("halves of a %s year", (yearKind, expected) => {
    expect(written([phase("cadence", [], "1/halfYear")], SCHOOL_YEAR, { yearKind })).toEqual(expected);
  });

  it("«год» of a school-year programme is the school year", () => {
    expect(written([phase("cadence", [], "3/year")], SCHOOL_YEAR, { yearKind: "school" })).toEqual([
      "2021/SY 2021-09-01..2022-08-31 ×3",
    ]);
  });

  it("a school year over calendar years counts where most of it lies", () => {
    expect(written([phase("cadence", [], "1/schoolYear")])).toEqual([
      "2020/SY 2021-01-01..2021-08-31",
      "2021/SY 2021-09-01..2022-08-31",
      "2022/SY 2022-09-01..2023-08-31",
    ]);
  });

  it("daily work is accounted at the moments chosen, unless each day is asked for", () => {
    const daily = [phase("cadence", [], "1/day")];
    expect(written(daily, SCHOOL_YEAR)).toHaveLength(4);
    expect(written(daily, SCHOOL_YEAR, { daily: "each" })).toHaveLength(365);
  });
});

describe("moments of account", () => {
  it.each<[string, ExpandOptions, string[]]>([
    ["by default the end of each school term", {}, ["2021/T1", "2021/T2", "2021/T3", "2021/T4"]],
    [
      "the quarters most of which lie inside",
      { accountMoments: { kind: "quarterEnd" } },
      ["2021-Q4", "2022-Q1", "2022-Q2", "2022-Q3"],
    ],
    ["school year", { accountMoments: { kind: "schoolYearEnd" } }, ["2021/SY"]],
    ["chosen days", { accountMoments: { kind: "days", days: ["12-15", "05-20"] } }, ["2021/M1", "2022/M2"]],
  ])("%s", (_, options, keys) => {
    expect(expandTerm([phase("continuous")], SCHOOL_YEAR, CALENDAR, options).map((o) => o.key)).toEqual(keys);
  });

  it("a chosen day opens after the one before it", () => {
    const options: ExpandOptions = { accountMoments: { kind: "days", days: ["12-15", "05-20"] } };
    expect(written([phase("continuous")], SCHOOL_YEAR, options)).toEqual([
      "2021/M1 2021-09-01..2021-12-15",
      "2022/M2 2021-12-16..2022-05-20",
    ]);
  });

  it("by schedule: the year's end, or what the officer chose", () => {
    expect(written([phase("by-schedule")], SCHOOL_YEAR, { yearKind: "school" })).toEqual([
      "2021/SY 2021-09-01..2022-08-31",
    ]);
    expect(written([phase("by-schedule")], scope("2021-01-01", "2021-12-31"))).toEqual([
      "2021/Y 2021-01-01..2021-12-31",
    ]);
    expect(written([phase("by-schedule")], SCHOOL_YEAR, { scheduleMoments: { kind: "schoolTermEnd" } })).toHaveLength(
      4,
    );
  });

  it("from a day on, until the end", () => {
    expect(written([phase("window", [["2022-02-01", null]])], SCHOOL_YEAR)).toEqual([
      "2021/T3 2022-02-01..2022-03-23",
      "2021/T4 2022-04-01..2022-05-26",
    ]);
  });
});

describe("phases beside each other", () => {
  it("«октябрь, далее постоянно»: the rest begins after October, and October does not return", () => {
    const keys = expandTerm(
      [phase("window", [["10-01", "10-31"]]), phase("continuous")],
      scope("2021-09-01", "2023-08-31"),
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
    expect(written([phase("window", [["2024-10-01", "2024-10-31"]]), phase("continuous")])).toEqual([]);
  });

  it("«октябрь, далее ежемесячно» cuts the first unit to what is left of it", () => {
    const within = scope("2021-09-01", "2021-12-31");
    expect(written([phase("window", [["10-01", "10-20"]]), phase("cadence", [], "1/month")], within)).toEqual([
      "start 2021-10-01..2021-10-20",
      "2021-10 2021-10-21..2021-10-31",
      "2021-11 2021-11-01..2021-11-30",
      "2021-12 2021-12-01..2021-12-31",
    ]);
  });

  it.each<[string, Phase[], string[]]>([
    [
      "«постоянно, не реже 1 раза в полугодие»",
      [phase("continuous"), phase("cadence", [], "1/halfYear")],
      ["2021-H2", "2022-H1"],
    ],
    [
      "«постоянно, не реже 1 раза в четверть»",
      [phase("continuous"), phase("cadence", [], "1/schoolTerm")],
      ["2021/T1", "2021/T2", "2021/T3", "2021/T4"],
    ],
    ["«ежегодно, весь период»", [phase("yearly"), phase("continuous")], ["2021/T1", "2021/T2", "2021/T3", "2021/T4"]],
    ["«ежегодно по плану»", [phase("yearly"), phase("by-schedule")], ["2022/Y"]],
    [
      "«постоянно, по графику»",
      [phase("continuous"), phase("by-schedule")],
      ["2021/T1", "2021/T2", "2021/T3", "2021/T4"],
    ],
    [
      "«в марте, по заявкам»",
      [phase("window", [["03-01", "03-31"]]), phase("on-demand"), phase("by-schedule")],
      ["2022"],
    ],
    [
      "two rhythms",
      [phase("cadence", [], "1/halfYear"), phase("cadence", [], "1/schoolYear")],
      ["2021-H2", "2022-H1", "2021/SY"],
    ],
    [
      "a window and a yearly rhythm",
      [phase("window", [["2021-10-01", "2021-10-31"]]), phase("cadence", [], "1/schoolYear")],
      ["2021/2", "2021/SY"],
    ],
  ])("%s", (_, phases, keys) => {
    expect(expandTerm(phases, SCHOOL_YEAR, CALENDAR).map((o) => o.key)).toEqual(keys);
  });
});

describe("due days", () => {
  const isWorkingDay = (day: LocalDate) => weekdayOf(day) < 6;
  const due = (onNonWorkingDay: ExpandOptions["onNonWorkingDay"], deadline: string, within = THREE_YEARS) =>
    written([phase("once", [["2021-10-01", deadline]])], within, { onNonWorkingDay, isWorkingDay })[0]!.slice(-10);

  it("stay as written, or move to a working day", () => {
    expect(due("keep", "2021-10-31")).toBe("2021-10-31");
    expect(due("next", "2021-10-31")).toBe("2021-11-01");
    expect(due("previous", "2021-10-31")).toBe("2021-10-29");
  });

  it("never leave the programme", () => {
    expect(due("next", "2021-10-31", scope("2021-01-01", "2021-10-31"))).toBe("2021-10-31");
  });
});
