import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, localDate } from "#shared/local-date.ts";
import { isWorkingDay } from "#features/calendar/model/working-days.ts";
import { ESCALATION, reminderDue, type ToldStep } from "./ladder.ts";
import { ladderOf } from "./ladder-words.ts";
import { USUAL_RULES, type ReminderRules } from "./rules.ts";

const plain = <Told extends { words: string }>(told: Told) => ({
  ...told,
  words: told.words.replaceAll("\u00A0", " "),
});

describe("what the rules mean for one due day", () => {
  it("is told with the days that truly pass, and with the day off that moved them", () => {
    expect(ladderOf(USUAL_RULES, localDate("2021-12-24")).map(plain)).toEqual([
      { day: "2021-12-17", words: "за 7 дней до срока" },
      { day: "2021-12-23", words: "за 1 день до срока" },
      { day: "2021-12-24", words: "в день срока" },
      { day: "2021-12-27", words: "через 3 дня после срока" },
      { day: "2022-01-10", words: "через 17 дней после срока (3 января – выходной), дальше каждую неделю" },
      {
        day: "2022-01-10",
        words: "через 17 дней после срока (7 января – выходной): узнаёт начальник управления образования",
      },
    ]);
  });

  it("is told before a term on a day off, which has no day of its own then", () => {
    const [, near] = ladderOf(USUAL_RULES, localDate("2021-12-12"));
    expect(near && plain(near)).toEqual({ day: "2021-12-10", words: "за 2 дня до срока (12 декабря – выходной)" });
  });

  const days = (min: number, max: number) => fc.option(fc.integer({ min, max }));
  const rules = fc
    .record({
      earlyDays: days(2, 60),
      nearDays: days(1, 30),
      onDueDay: fc.boolean(),
      lateDays: days(1, 30),
      weekly: fc.boolean(),
      escalationDays: days(1, 90),
      workingDaysOnly: fc.boolean(),
    })
    .filter(({ earlyDays, nearDays }) => earlyDays === null || nearDays === null || earlyDays > nearDays)
    .map((drawn): ReminderRules => ({ ...USUAL_RULES, ...drawn }));
  const due = fc.integer({ min: 0, max: 1500 }).map((day) => addDays(localDate("2020-01-01"), day));

  it("names the days on which the ladder speaks, and of each how far it is from the term", () => {
    fc.assert(
      fc.property(rules, due, (given, dueOn) => {
        const told = new Set<ToldStep>();
        const spoken: string[] = [];
        const above: string[] = [];
        for (let day = -80; day <= 130; day += 1) {
          const today = addDays(dueOn, day);
          if (given.workingDaysOnly && !isWorkingDay(today)) continue;
          const { step, escalates } = reminderDue(given, dueOn, told, today);
          if (step) {
            // of the weekly ones the example tells the first that is told
            if (![...told].some((one) => one.startsWith("week-"))) spoken.push(today);
            told.add(step);
          }
          if (escalates) {
            told.add(ESCALATION);
            above.push(today);
          }
        }
        const shown = ladderOf(given, dueOn);
        const isAbove = ({ words }: { words: string }) => words.includes("узнаёт");
        expect(shown.filter((one) => !isAbove(one)).map(({ day }) => day)).toEqual(spoken);
        expect(shown.filter(isAbove).map(({ day }) => day)).toEqual(above);
        for (const { day, words } of shown) {
          const passed = daysBetween(dueOn, day);
          const said = /^(?:за|через) (\d+) (?:день|дня|дней) (до|после) срока/u.exec(plain({ words }).words);
          expect([words, said ? Number(said[1]) * (said[2] === "до" ? -1 : 1) : 0]).toEqual([words, passed]);
        }
      }),
    );
  });
});
