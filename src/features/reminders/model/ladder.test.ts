import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, localDate, type LocalDate } from "#shared/local-date.ts";
import { isWorkingDay } from "#features/calendar/model/working-days.ts";
import { ESCALATION, isReminded, ordinalOf, reminderDue, type ReminderStep, type ToldStep } from "./ladder.ts";
import { USUAL_RULES, type ReminderRules } from "./rules.ts";

const DUE = localDate("2021-12-15");
const everyDay: ReminderRules = { ...USUAL_RULES, workingDaysOnly: false };

/** What is told day by day to an obligation that nobody answers; days on which the program does not run are skipped. */
function walk(rules: ReminderRules, dueOn: LocalDate, from: number, to: number, runs: (day: LocalDate) => boolean) {
  const told = new Set<ToldStep>();
  const days: { day: number; step: ReminderStep | null; escalates: boolean }[] = [];
  for (let day = from; day <= to; day += 1) {
    const today = addDays(dueOn, day);
    if (!runs(today)) continue;
    const { step, escalates } = reminderDue(rules, dueOn, told, today);
    if (step) told.add(step);
    if (escalates) told.add(ESCALATION);
    if (step || escalates) days.push({ day, step, escalates });
  }
  return days;
}

describe("the ladder of reminders", () => {
  it("comes a week before, a day before, on the day, three days after, then every week; those above learn of it after two weeks", () => {
    const days = walk(everyDay, DUE, -30, 31, () => true);
    expect(days.map(({ day, step, escalates }) => [day, step, escalates])).toEqual([
      [-7, "early", false],
      [-1, "near", false],
      [0, "dueDay", false],
      [3, "late", false],
      [10, "week-1", false],
      [14, null, true],
      [17, "week-2", false],
      [24, "week-3", false],
      [31, "week-4", false],
    ]);
  });

  it("tells a term on a day off before it, and what is late on the first working day", () => {
    // 12.12.2021 is a Sunday: both «a day before» and «the day» fall on Friday the 10th, which tells the latter
    const sunday = localDate("2021-12-12");
    const days = walk(USUAL_RULES, sunday, -10, 12, isWorkingDay);
    expect(days.map(({ day, step }) => [addDays(sunday, day), step])).toEqual([
      ["2021-12-03", "early"],
      ["2021-12-10", "dueDay"],
      ["2021-12-15", "late"],
      ["2021-12-22", "week-1"],
    ]);
    // New Year: nobody is reminded from 31.12.2021 to 9.01.2022
    expect(walk(USUAL_RULES, localDate("2021-12-29"), 0, 20, isWorkingDay).map(({ day, step }) => [day, step])).toEqual(
      [
        [0, "dueDay"],
        [12, "week-1"],
        [14, null],
        [19, "week-2"],
      ],
    );
  });

  it.each([
    ["early", { earlyDays: null }],
    ["near", { nearDays: null }],
    ["dueDay", { onDueDay: false }],
    ["late", { lateDays: null }],
  ] as const)("leaves out «%s» where the rules turn it off", (step, off) => {
    const told = walk({ ...everyDay, ...off }, DUE, -40, 40, () => true).map((one) => one.step);
    expect(told).not.toContain(step);
    expect(told.length).toBeGreaterThan(5);
  });

  it("ends after the first steps where the weekly ones are off, and never climbs where that is off", () => {
    const days = walk({ ...everyDay, weekly: false, escalationDays: null }, DUE, -40, 400, () => true);
    expect(days.map(({ step }) => step)).toEqual(["early", "near", "dueDay", "late"]);
  });

  const rules = fc
    .record({
      earlyDays: fc.option(fc.integer({ min: 2, max: 60 })),
      nearDays: fc.option(fc.integer({ min: 1, max: 30 })),
      onDueDay: fc.boolean(),
      lateDays: fc.option(fc.integer({ min: 1, max: 30 })),
      weekly: fc.boolean(),
      escalationDays: fc.option(fc.integer({ min: 1, max: 90 })),
      workingDaysOnly: fc.boolean(),
    })
    .map((drawn): ReminderRules => ({ ...USUAL_RULES, ...drawn }));
  const due = fc.integer({ min: 0, max: 1500 }).map((day) => addDays(localDate("2020-01-01"), day));

  it("tells each step once, in order, one a day, whenever the program was off", () => {
    fc.assert(
      fc.property(rules, due, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (given, dueOn, off) => {
        const runs = (day: LocalDate) =>
          !off[Math.abs(daysBetween(dueOn, day)) % off.length] && (!given.workingDaysOnly || isWorkingDay(day));
        const days = walk(given, dueOn, -80, 120, runs);
        const steps = days.flatMap(({ step }) => step ?? []);
        expect(new Set(steps).size).toBe(steps.length);
        expect(steps.map(ordinalOf)).toEqual(steps.map(ordinalOf).sort((a, b) => a - b));
        expect(days.filter(({ escalates }) => escalates).length).toBeLessThanOrEqual(1);
        expect(days.every(({ escalates, day }) => !escalates || day >= (given.escalationDays ?? 0))).toBe(true);
      }),
    );
  });

  it("tells what was missed by one reminder, the latest, and nothing more that day", () => {
    fc.assert(
      fc.property(rules, due, fc.integer({ min: -60, max: 200 }), (given, dueOn, day) => {
        const today = addDays(dueOn, day);
        const { step } = reminderDue(given, dueOn, new Set(), today);
        if (!step) return;
        expect(reminderDue(given, dueOn, new Set<ToldStep>([step, ESCALATION]), today)).toEqual({
          step: null,
          escalates: false,
        });
      }),
    );
  });

  it("is not told anew what was told under other rules", () => {
    const told = new Set<ToldStep>(["early", "near", "dueDay", "late"]);
    expect(reminderDue({ ...everyDay, lateDays: 5 }, DUE, told, addDays(DUE, 5)).step).toBeNull();
  });

  it.each([
    [false, null, true],
    [false, "draft", true],
    [false, "returned", true],
    [false, "submitted", false],
    [false, "accepted", false],
    [true, null, false],
    [true, "returned", false],
  ] as const)("closed %s, report %s: reminded %s", (closed, reportState, reminded) =>
    expect(isReminded({ closed, reportState })).toBe(reminded),
  );
});
