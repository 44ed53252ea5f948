import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate, localDateAt, localHourAt, type LocalDate } from "#shared/local-date.ts";
import { TIME_ZONES } from "#features/places/model/time-zones.ts";
import { isRoundDue, opensWeek, mayWrite, writableFrom } from "./hours.ts";
import { SaveRules, USUAL_RULES } from "./rules.ts";

const HOUR_MS = 3_600_000;
/** hours from UTC by the law of 2011 as amended; the difference from Moscow stands in the name of each */
const OFFSET = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const zones = TIME_ZONES.map(({ zone }, at) => [zone, OFFSET[at]!] as const);

describe.each(zones)("in %s, %i hours from UTC", (zone, offset) => {
  const local = (day: string, hour: number, minute = 0) =>
    new Date(Date.parse(`${day}T00:00:00Z`) + (hour - offset) * HOUR_MS + minute * 60_000);

  it.each(["2021-12-10", "2026-03-29", "2026-07-01", "2026-10-25"])("a day is its own around midnight: %s", (day) => {
    expect([localDateAt(local(day, 0), zone), localHourAt(local(day, 0), zone)]).toEqual([day, 0]);
    expect([localDateAt(local(day, 23, 59), zone), localHourAt(local(day, 23, 59), zone)]).toEqual([day, 23]);
    expect(localDateAt(local(day, 24), zone) > day).toBe(true);
  });

  it("the round is made at nine of the municipality, once, and not in the night", () => {
    const friday = "2021-12-10";
    const due = (hour: number, minute: number, last: LocalDate | null = null) =>
      isRoundDue(USUAL_RULES, zone, last, local(friday, hour, minute));
    expect([due(0, 0), due(8, 59), due(9, 0), due(19, 59), due(20, 0), due(23, 59)]).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(due(9, 5, localDate(friday))).toBe(false);
    expect(due(9, 5, localDate("2021-12-09"))).toBe(true);
    // Saturday is a day off
    expect(isRoundDue(USUAL_RULES, zone, null, local("2021-12-11", 10))).toBe(false);
    expect(isRoundDue({ ...USUAL_RULES, workingDaysOnly: false }, zone, null, local("2021-12-11", 10))).toBe(true);
  });

  it("a round at the first hour of a day is of that day", () => {
    const rules = { ...USUAL_RULES, sendHour: 0, quietFrom: 1, quietTo: 8 };
    expect(isRoundDue(rules, zone, localDate("2021-12-09"), local("2021-12-10", 0, 0))).toBe(true);
    expect(isRoundDue(rules, zone, localDate("2021-12-09"), local("2021-12-09", 23, 59))).toBe(false);
  });

  it("what comes in the evening of a Friday waits for Monday's morning", () => {
    expect(writableFrom(USUAL_RULES, zone, local("2021-12-10", 20, 30))).toEqual(local("2021-12-13", 8));
    expect(writableFrom(USUAL_RULES, zone, local("2021-12-10", 12, 30))).toEqual(local("2021-12-10", 12, 30));
  });
});

describe("quiet hours", () => {
  it("are never broken, and nothing waits longer than it must", () => {
    const rules = fc.record({
      quietFrom: fc.integer({ min: 0, max: 23 }),
      quietTo: fc.integer({ min: 0, max: 23 }),
      workingDaysOnly: fc.boolean(),
    });
    const moment = fc.date({ min: new Date("2020-01-01"), max: new Date("2026-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(rules, fc.constantFrom(...zones), moment, (given, [zone], now) => {
        const at = writableFrom(given, zone, now);
        expect(mayWrite(given, zone, at)).toBe(true);
        if (at.getTime() === now.getTime()) return;
        expect(at.getTime() % HOUR_MS).toBe(0);
        expect(mayWrite(given, zone, new Date(at.getTime() - 1))).toBe(false);
      }),
    );
  });

  it.each([
    [9, 20, 8, true],
    [7, 20, 8, false],
    [20, 20, 8, false],
    [0, 0, 0, true],
    [13, 12, 14, false],
  ])("an hour of sending %i with quiet hours %i–%i is taken: %s", (sendHour, quietFrom, quietTo, taken) => {
    const parsed = SaveRules.safeParse({ ...USUAL_RULES, sendHour, quietFrom, quietTo, version: null });
    expect(parsed.success).toBe(taken);
    if (!taken) expect(parsed.error?.issues[0]?.path).toEqual(["sendHour"]);
  });

  it("a second reminder comes after the first", () => {
    const parsed = SaveRules.safeParse({ ...USUAL_RULES, earlyDays: 3, nearDays: 3, version: null });
    expect(parsed.error?.issues[0]?.path).toEqual(["nearDays"]);
  });
});

describe("the first round of a week", () => {
  it.each([
    [null, "2021-12-15", true],
    ["2021-12-12", "2021-12-13", true],
    ["2021-12-13", "2021-12-13", false],
    ["2021-12-13", "2021-12-19", false],
    ["2021-12-10", "2021-12-15", true],
  ] as const)("after one on %s is that of %s: %s", (last, today, due) =>
    expect(opensWeek(last === null ? null : localDate(last), localDate(today))).toBe(due),
  );
});
