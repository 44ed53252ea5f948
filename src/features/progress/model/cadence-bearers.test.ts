import { describe, expect, it } from "vitest";
import { bearersKeptInWords, byGaps, keptBy, notJudgedInWords } from "./cadence-bearers.ts";
import { outcomeCounts, type OutcomeCounts } from "./outcome.ts";

const bearer = (name: string, counts: Partial<OutcomeCounts>) => ({
  key: name,
  kind: "organisation" as const,
  name,
  organisationId: null,
  counts: { ...outcomeCounts([]), ...counts },
});
const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("those who answer for what recurs", () => {
  const school = bearer("СОШ № 3", { inTime: 3, doneLate: 1, late: 4, submitted: 2 });
  const lyceum = bearer("Лицей", { late: 5, returned: 1 });
  const nursery = bearer("Детский сад", { running: 2, submitted: 1 });

  it("come with most gaps first", () => {
    expect(byGaps([nursery, school, lyceum]).map(({ name }) => name)).toEqual(["Лицей", "СОШ № 3", "Детский сад"]);
  });

  it("are judged by what is done and what is late", () => {
    expect(keptBy(school.counts)).toEqual({ done: 4, judged: 8, percent: 50 });
    expect(keptBy(nursery.counts)).toEqual({ done: 0, judged: 0, percent: null });
  });

  it("are told in reports that sum up to their columns, and in what these leave out", () => {
    const all = [school, lyceum, nursery];
    expect(plain(bearersKeptInWords(all))).toBe("Сдано 4 из 13 отчётов, просрочено 9.");
    expect(plain(notJudgedInWords(all))).toBe(
      "Не посчитаны: на проверке 3 отчёта, вернули на доработку 1 отчёт. Судить рано о 1 исполнителе.",
    );
    expect(notJudgedInWords([bearer("Школа", { inTime: 1 })])).toBe("");
    expect(bearersKeptInWords([nursery])).toBe("Судить рано: первые сроки ещё не прошли.");
  });
});
