import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, localDate, type LocalDate } from "#shared/local-date.ts";
import { beginPause, daysOf, endPause, isWithin, type PauseFacts, type PauseSpan } from "./pause-span.ts";
import { STATUSES } from "./words.ts";

const day = (at: number): LocalDate => addDays(localDate("2026-01-01"), at);
const facts = (more: Partial<PauseFacts> = {}): PauseFacts => ({
  status: "running",
  startsOn: day(0),
  endsOn: day(700),
  isClosed: false,
  before: [],
  ...more,
});

describe("a pause begins", () => {
  it.each<[string, number, Partial<PauseFacts>, string]>([
    ["of a draft", 5, { status: "draft" }, "nothing-to-pause"],
    ["of what is finished", 5, { status: "finished" }, "nothing-to-pause"],
    ["of a closed measure", 5, { isClosed: true }, "nothing-to-pause"],
    ["before the programme", -1, {}, "pause-outside"],
    ["after the programme", 701, {}, "pause-outside"],
    ["twice", 5, { before: [{ from: day(1), resumedOn: null }] }, "already-paused"],
    ["within an earlier one", 5, { before: [{ from: day(1), resumedOn: day(9) }] }, "pause-overlaps"],
  ])("not %s", (_what, from, more, refusal) =>
    expect(beginPause(day(from), facts(more))).toEqual({ ok: false, refusal }),
  );

  it("before one that was taken back on the day it was to begin", () =>
    expect(beginPause(day(5), facts({ before: [{ from: day(9), resumedOn: day(9) }] })).ok).toBe(true));

  it.each(STATUSES)("of a programme that is %s only where it is in force", (status) =>
    expect(beginPause(day(5), facts({ status })).ok).toBe(status === "approved" || status === "running"),
  );
});

describe("laws of pauses", () => {
  const life = fc.array(
    fc.record({
      deed: fc.constantFrom("begin" as const, "end" as const),
      from: fc.integer({ min: -10, max: 720 }),
      today: fc.integer({ min: 0, max: 720 }),
    }),
    { maxLength: 30 },
  );

  it("of one thing never overlap, and at most one stands, whatever is pressed in whatever order", () => {
    fc.assert(
      fc.property(life, (steps) => {
        let pauses: PauseSpan[] = [];
        for (const { deed, from, today } of steps) {
          if (deed === "begin") {
            const begun = beginPause(day(from), facts({ before: pauses }));
            if (begun.ok) pauses = [...pauses, begun.value];
          } else {
            pauses = pauses.map((pause) => {
              const ended = endPause(pause, day(today));
              return ended.ok ? ended.value : pause;
            });
          }
        }
        expect(pauses.filter(({ resumedOn }) => resumedOn === null).length).toBeLessThanOrEqual(1);
        for (let at = -10; at <= 720; at += 7)
          expect(pauses.filter((pause) => isWithin(pause, day(at))).length).toBeLessThanOrEqual(1);
        for (const { from, resumedOn } of pauses) if (resumedOn) expect(resumedOn >= from).toBe(true);
      }),
    );
  });

  it("count the days they cover", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.boolean(),
        (from, long, stands) => {
          const pause = { from: day(from), resumedOn: stands ? null : day(from + long) };
          const today = day(from + long);
          const covered = Array.from({ length: 200 }, (_, at) => day(at)).filter(
            (one) => one <= today && isWithin(pause, one),
          );
          expect(daysOf(pause, today)).toBe(covered.length);
        },
      ),
    );
  });

  it("taken back before it begins, one covers no day", () => {
    const ended = endPause({ from: day(10), resumedOn: null }, day(3));
    expect(ended).toEqual({ ok: true, value: { from: day(10), resumedOn: day(10) } });
    expect(endPause({ from: day(1), resumedOn: day(2) }, day(3)).ok).toBe(false);
  });
});
