import { describe, expect, it } from "vitest";
import { borrowedFrom, citedThen, mayBorrow, textChanged, thenInWords } from "./borrowed.ts";
import type { ReportView } from "./contract.ts";
import { contentOf, emptyForm } from "./report-form.ts";

const [duty, plan, earlierId] = [1, 2, 3].map((last) => `018f0000-0000-7000-8000-00000000000${last}`) as [
  string,
  string,
  string,
];
const basis = { reportId: earlierId, occurrence: "2025 год" };
const value = (year: number, many: number, denominator: number | null = null) => ({
  obligationId: duty,
  plannedValueId: plan,
  year,
  value: many,
  denominator,
});
const earlier = {
  text: "Провели семинар",
  doneOn: "2025-10-14",
  values: [value(2024, 20, 30), value(2025, 26, 31)],
  evidence: [
    { kind: "file", fileId: "f", paperId: null, url: null, name: "Доклад.pdf" },
    { kind: "paper", fileId: null, paperId: "p", url: null, name: "Положение № 4" },
    { kind: "link", fileId: null, paperId: null, url: "https://school3.example/d", name: "https://school3.example/d" },
  ],
} as unknown as ReportView;

describe("what a new report takes from an earlier one", () => {
  it("is the words alone, to be confirmed: no day, number or file", () => {
    const form = { ...emptyForm(duty), ...borrowedFrom(earlier, basis) };
    expect(contentOf(form)).toMatchObject({
      text: "Провели семинар",
      doneOn: null,
      values: [],
      evidence: [],
      basedOn: { reportId: earlierId, confirmed: false },
    });
  });

  it("is offered only where nothing written would be lost", () => {
    expect(mayBorrow(emptyForm(duty))).toBe(true);
    expect(mayBorrow({ ...emptyForm(duty), text: "Начали" })).toBe(false);
    expect(mayBorrow({ ...emptyForm(duty), kind: "notApplicable" })).toBe(false);
  });

  it("becomes the writer's own once it is changed, and has no source once it is wiped", () => {
    const form = { ...emptyForm(duty), ...borrowedFrom(earlier, basis) };
    expect(textChanged(form, "Провели семинар и вебинар").basedOn).toEqual({ ...basis, confirmed: true });
    expect(textChanged(form, " ").basedOn).toBeNull();
    expect(textChanged(emptyForm(duty), "Своё")).toEqual({ text: "Своё" });
  });

  it("has no source once less than a third of the words taken is left, where these are known", () => {
    const form = { ...emptyForm(duty), ...borrowedFrom(earlier, basis) };
    const taken = "Провели семинар для учителей, участвовали двадцать человек";
    const after = (text: string) => textChanged(form, text, taken).basedOn;
    expect(after("Провели семинар для родителей")).toEqual({ ...basis, confirmed: true });
    expect(after("В этот раз провели семинар")).toBeNull();
    expect(after("Провели провели провели провели")).toBeNull();
    expect(textChanged(form, "В этот раз").basedOn).toEqual({ ...basis, confirmed: true });
  });

  it("shows the last number of the same line of the plan, and what may be cited again", () => {
    expect(thenInWords(earlier, { id: plan })).toBe("26 из\u00a031");
    expect(thenInWords(earlier, { id: "другой" })).toBeUndefined();
    const form = { ...emptyForm(duty), papers: [{ id: "p", title: "Положение № 4" }] };
    expect(citedThen(earlier, emptyForm(duty)).papers).toEqual([{ id: "p", title: "Положение № 4" }]);
    expect(citedThen(earlier, form)).toEqual({ papers: [], links: ["https://school3.example/d"] });
  });
});
