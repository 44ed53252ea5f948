import { describe, expect, it } from "vitest";
import type { Phase } from "#domain/phrases/term.ts";
import { weekdayOf, type LocalDate } from "#shared/local-date.ts";
import { expandTerm, type ExpandOptions } from "./expand-term.ts";
import { CALENDAR, THREE_YEARS, phaseOf, scopeOf, written } from "./written-terms.ts";
import { yearWindows } from "./year-windows.ts";

describe("asks for nothing", () => {
  it.each<[string, Phase[]]>([
    ["nothing named", []],
    ["on request", [phaseOf("on-demand")]],
    ["not understood", [phaseOf("unknown")]],
    ["a dated window outside the scope", [phaseOf("window", [["2019-03-01", "2019-05-31"]])]],
    ["a deadline after the scope", [phaseOf("once", [[null, "2024-01-15"]])]],
  ])("%s", (_, phases) => {
    expect(written(phases)).toEqual([]);
  });

  it("where the scope ends before it begins", () => {
    expect(written([phaseOf("yearly")], scopeOf("2022-01-01", "2021-12-31"))).toEqual([]);
  });

  it("and refuses a day of another shape", () => {
    expect(() => written([phaseOf("window", [["8", "9"]])])).toThrow(RangeError);
  });
});

describe("windows", () => {
  it.each<[string, Phase[], string[]]>([
    ["once, by a day", [phaseOf("once", [[null, "2021-10-15"]])], ["once 2021-01-01..2021-10-15"]],
    ["once, on a day", [phaseOf("once", [["2021-10-15", "2021-10-15"]])], ["once 2021-10-15..2021-10-15"]],
    ["a named span", [phaseOf("window", [["2022-01-01", "2022-03-31"]])], ["2022 2022-01-01..2022-03-31"]],
    [
      "two spans of one year",
      [
        phaseOf("window", [
          ["2022-03-01", "2022-03-31"],
          ["2022-10-01", "2022-10-31"],
        ]),
      ],
      ["2022 2022-03-01..2022-03-31", "2022/2 2022-10-01..2022-10-31"],
    ],
    ["across New Year", [phaseOf("window", [["2021-12-01", "2022-01-31"]])], ["2021 2021-12-01..2022-01-31"]],
    [
      "cut by the end of the programme",
      [phaseOf("window", [["2023-12-01", "2024-01-31"]])],
      ["2023 2023-12-01..2023-12-31"],
    ],
    [
      "yearly in August",
      [phaseOf("yearly", [["08-01", "08-31"]])],
      ["2021 2021-08-01..2021-08-31", "2022 2022-08-01..2022-08-31", "2023 2023-08-01..2023-08-31"],
    ],
    [
      "yearly, December to January and May to June",
      [
        phaseOf("yearly", [
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
      [phaseOf("yearly")],
      ["2021 2021-01-01..2021-12-31", "2022 2022-01-01..2022-12-31", "2023 2023-01-01..2023-12-31"],
    ],
    [
      "yearly from a year on",
      [phaseOf("yearly", [["2022-01-01", null]])],
      ["2022 2022-01-01..2022-12-31", "2023 2023-01-01..2023-12-31"],
    ],
    [
      "twice a year, in two windows",
      [
        phaseOf(
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
    const dues = expandTerm(
      [phaseOf("yearly", [["02-01", "02-28"]])],
      scopeOf("2023-01-01", "2024-12-31"),
      CALENDAR,
    ).map((o) => o.dueOn);
    expect(dues).toEqual(["2023-02-28", "2024-02-29"]);
  });

  it("a deadline of 29 February stands on 28 in a common year", () => {
    expect(written([phaseOf("once", [[null, "02-29"]])], scopeOf("2023-01-01", "2023-12-31"))).toEqual([
      "2023 2023-01-01..2023-02-28",
    ]);
  });

  it("planned years are windows of these years, calendar or school", () => {
    expect(written(yearWindows([2022, 2021]))).toEqual(["2021 2021-01-01..2021-12-31", "2022 2022-01-01..2022-12-31"]);
    expect(written(yearWindows([2021], "school"))).toEqual(["2021/SY 2021-09-01..2022-08-31"]);
  });
});

describe("due days", () => {
  const isWorkingDay = (day: LocalDate) => weekdayOf(day) < 6;
  const due = (onNonWorkingDay: ExpandOptions["onNonWorkingDay"], deadline: string, within = THREE_YEARS) =>
    written([phaseOf("once", [["2021-10-01", deadline]])], within, { onNonWorkingDay, isWorkingDay })[0]!.slice(-10);

  it("stay as written, or move to a working day", () => {
    expect(due("keep", "2021-10-31")).toBe("2021-10-31");
    expect(due("next", "2021-10-31")).toBe("2021-11-01");
    expect(due("previous", "2021-10-31")).toBe("2021-10-29");
  });

  it("never leave the programme", () => {
    expect(due("next", "2021-10-31", scopeOf("2021-01-01", "2021-10-31"))).toBe("2021-10-31");
  });
});
