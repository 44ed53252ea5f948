import { describe, expect, it } from "vitest";
import type { SchoolTerm } from "#domain/schedule/school-calendar.ts";
import { localDate } from "#shared/local-date.ts";
import { SchoolCalendarForm } from "./contract.ts";
import { checkCalendar, usualCalendar } from "./school-calendar.ts";

const usual = usualCalendar(2021, 2021).schoolYears[0]!.terms;

function term(at: number, change: { number?: number; from?: string; to?: string }): SchoolTerm[] {
  const { number, from, to } = change;
  const changed = {
    ...usual[at]!,
    ...(number && { number }),
    ...(from && { from: localDate(from) }),
    ...(to && { to: localDate(to) }),
  };
  return usual.map((one, index) => (index === at ? changed : one));
}

describe("a calendar is refused", () => {
  it.each<[string, readonly SchoolTerm[], string, RegExp]>([
    ["one term", usual.slice(0, 1), "schoolYears.0.terms", /от двух до шести/],
    [
      "a term that ends before it begins",
      term(1, { to: "2021-11-01" }),
      "schoolYears.0.terms.1.to",
      /раньше, чем начинается/,
    ],
    ["a term outside its year", term(3, { to: "2022-09-02" }), "schoolYears.0.terms.3.from", /выходит за 2021\/22/],
    ["overlapping terms", term(1, { from: "2021-10-27" }), "schoolYears.0.terms.1.from", /не раньше 28\.10\.2021/],
    ["terms out of order", term(2, { number: 4 }), "schoolYears.0.terms.2.number", /№ 3/],
  ])("%s", (_, terms, path, text) => {
    const checked = checkCalendar({ schoolYears: [{ year: 2021, terms }] });
    expect(checked).toMatchObject({ ok: false, refusal: [{ path, text: expect.stringMatching(text) }] });
  });

  it("a year entered twice", () => {
    const { schoolYears } = usualCalendar(2021, 2021);
    const checked = checkCalendar({ schoolYears: [...schoolYears, ...schoolYears] });
    expect(checked).toMatchObject({ ok: false, refusal: [{ path: "schoolYears.1" }] });
  });

  it("in the form, at its field", () => {
    const parsed = SchoolCalendarForm.safeParse({
      schoolYears: [{ year: 2021, terms: term(1, { from: "2021-10-27" }) }],
    });
    expect(parsed.error?.issues[0]?.path).toEqual(["schoolYears", 0, "terms", 1, "from"]);
  });
});

describe("a calendar is taken", () => {
  it("the usual one of any years, put in order", () => {
    const { schoolYears } = usualCalendar(2019, 2030);
    expect(checkCalendar({ schoolYears: [...schoolYears].reverse() })).toEqual({ ok: true, value: { schoolYears } });
  });

  it("by the form, as stored", () => {
    const stored = JSON.parse(JSON.stringify(usualCalendar(2020, 2022))) as unknown;
    expect(SchoolCalendarForm.parse(stored)).toEqual(usualCalendar(2020, 2022));
  });
});
