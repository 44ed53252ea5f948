import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { OBLIGATION_STATES, type ObligationState } from "#features/obligations/model/state.ts";
import { figureOf } from "./figure.ts";
import { heatCell, heatInWords } from "./heat.ts";

const day = localDate("2026-10-22");
const of = (counts: Partial<Record<ObligationState, number>>) =>
  figureOf(
    Object.entries(counts).map(([state, count]) => ({ dueOn: day, state: state as ObligationState, count })),
    day,
  );

describe("a cell of the heat map", () => {
  it.each([
    [{}, null, ""],
    [{ late: 2, accepted: 2 }, "late", "2 из 4"],
    [{ returned: 1, soon: 3 }, "returned", "1 из 4"],
    [{ soon: 1, submitted: 2, accepted: 1 }, "soon", "1 из 4"],
    [{ submitted: 1, accepted: 1 }, "submitted", "1 из 2"],
    [{ accepted: 3 }, "accepted", "3"],
    [{ accepted: 3, notApplicable: 1 }, "accepted", "3"],
    [{ accepted: 1, ahead: 2 }, "ahead", "2 из 3"],
    [{ ahead: 2 }, "ahead", "2"],
    [{ notApplicable: 2 }, "notApplicable", "2"],
    [{ paused: 2, notApplicable: 1 }, "paused", "2"],
    [{ paused: 3, accepted: 1 }, "accepted", "1"],
  ] as const)("%j says %s «%s»", (counts, state, text) => {
    expect(heatCell(of(counts))).toMatchObject({ state, text });
  });

  it("is darker where two are late", () => {
    expect([1, 2].map((late) => heatCell(of({ late })).isHeavy)).toEqual([false, true]);
  });

  it("is read aloud in full", () => {
    expect(heatInWords("СОШ № 7", "октябрь 2026", of({ late: 2, accepted: 2 })).replaceAll("\u00A0", " ")).toBe(
      "СОШ № 7, октябрь 2026: 4 отчёта, просрочено 2, принято 2",
    );
    expect(heatInWords("СОШ № 7", "июль 2026", of({}))).toBe("СОШ № 7, июль 2026: сроков нет");
  });

  it("never hides a late one, and a figure always adds up", () => {
    const counts = fc.record(
      Object.fromEntries(OBLIGATION_STATES.map((state) => [state, fc.nat(4)])) as Record<
        ObligationState,
        fc.Arbitrary<number>
      >,
    );
    fc.assert(
      fc.property(counts, (given) => {
        const figure = of(given);
        expect(heatCell(figure).state === "late").toBe(given.late > 0);
        expect(heatCell(figure).state === "accepted").toBe(figure.due > 0 && figure.accepted === figure.due);
        const applying = OBLIGATION_STATES.filter((state) => state !== "notApplicable" && state !== "paused");
        expect(figure.due).toBe(applying.reduce((sum, state) => sum + figure[state], 0));
      }),
    );
  });
});
