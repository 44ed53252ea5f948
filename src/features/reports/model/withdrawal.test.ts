import { describe, expect, it } from "vitest";
import type { ReportView } from "./contract.ts";
import { withdrawalOf } from "./withdrawal.ts";

const answered = (measureNumber: string, dueOn: string) =>
  ({
    id: measureNumber,
    measureNumber,
    measureTitle: "Семинар",
    occurrence: "2021 год",
    dueOn,
  }) as unknown as ReportView["obligations"][number];
const told = (...days: string[]) =>
  withdrawalOf(
    days.map((day, at) => answered(`1.${at}`, day)),
    "2021-12-10",
  );

describe("what is told before a report is taken back", () => {
  it("of one measure it is told that its due day is over", () => {
    expect(told("2021-12-10").words).not.toContain("прошёл");
    expect(told("2021-12-09").words).toContain("Срок мероприятия уже прошёл");
  });

  it("several are counted, named, and those of a past day are told apart", () => {
    const some = told("2021-11-30", "2021-12-25", "2021-12-01");
    expect(some.words).toContain("закрывает 3\u00a0мероприятия");
    expect(some.words).toContain("срок уже прошёл: 2.");
    expect(some.measures.map(({ number, isPast }) => [number, isPast])).toEqual([
      ["1.0", true],
      ["1.1", false],
      ["1.2", true],
    ]);
    expect(told("2021-12-25", "2021-12-26").words).not.toContain("прошёл");
    expect(told("2021-11-01", "2021-11-02").words).toContain("Срок всех уже прошёл");
  });
});
