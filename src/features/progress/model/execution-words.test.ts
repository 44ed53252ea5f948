import { describe, expect, it } from "vitest";
import type { ObligationState } from "#features/obligations/model/state.ts";
import { localDate } from "#shared/local-date.ts";
import type { Execution } from "./execution.ts";
import { executionInWords } from "./execution-words.ts";
import { figureOf } from "./figure.ts";

const day = localDate("2026-10-22");
type Counts = Partial<Record<ObligationState, number>>;
const of = (counts: Counts) =>
  figureOf(
    Object.entries(counts).map(([state, count]) => ({ dueOn: day, state: state as ObligationState, count })),
    day,
  );

/** Of each bearer its counts; the foot is their sum. */
function said(bearers: readonly Counts[], lateInOtherYears = 0, yearKind: Execution["yearKind"] = "calendar"): string {
  const states = [...new Set(bearers.flatMap((counts) => Object.keys(counts) as ObligationState[]))];
  const all = Object.fromEntries(
    states.map((state) => [state, bearers.reduce((sum, counts) => sum + (counts[state] ?? 0), 0)]),
  );
  const map = {
    rows: bearers.map((counts) => ({ total: of(counts) })) as unknown as Execution["rows"],
    bearer: null,
    foot: { cells: [], total: of(all) },
    year: 2026,
    yearKind,
    lateInOtherYears,
  };
  return executionInWords(map).replaceAll("\u00A0", " ");
}

describe("how a year of a programme goes", () => {
  it.each([
    [[{}], 0, "В 2026 году просрочек нет."],
    [[{ accepted: 3 }], 48, "В 2026 году просрочек нет. В другие годы просрочено 48 отчётов."],
    [[{ late: 1 }], 0, "В 2026 году просрочен 1 отчёт."],
    [
      [{ late: 2, submitted: 6 }, { late: 1 }, { soon: 4, returned: 1 }],
      1,
      "В 2026 году просрочено 3 отчёта у 2 исполнителей. На проверке 6, вернули 1, подходит срок у 4. В другие годы просрочен 1 отчёт. С просрочкой стоят сверху.",
    ],
  ] as const)("%j with %i late in other years", (bearers, other, words) => {
    expect(said(bearers, other)).toBe(words);
  });

  it("names a school year as one", () => {
    expect(said([{ soon: 1 }], 0, "school")).toBe("В 2026/27 учебном году просрочек нет. Подходит срок у 1.");
  });
});
