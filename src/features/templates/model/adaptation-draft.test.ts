import { describe, expect, it } from "vitest";
import { allMeasures, isTaken, outcomeOf, proposedDraft, requestOf } from "./adaptation-draft.ts";
import type { TemplateMeasure, TemplatePage } from "./contract.ts";

const measure = (at: number, reporters: string[], yearsNeeded: number | null = 1): TemplateMeasure => ({
  key: `1 Мероприятие ${at + 1}`,
  number: `1.${at + 1}`,
  title: `Мероприятие ${at + 1}`,
  level: "",
  dueText: "",
  understood: "",
  who: "",
  result: "",
  planned: "",
  reporters,
  yearsNeeded,
});

const SCHOOLS = { kind: "organisationKind" as const, kinds: ["school" as const] };
const CENTRE = { kind: "organisationKind" as const, kinds: ["methodological_centre" as const] };
const OUTSIDE = { kind: "outside" as const };

const counts = (...each: number[]) => each.map((count) => ({ count, named: [] }));

const PAGE: TemplatePage = {
  key: "one",
  title: "Шаблон",
  about: "",
  origin: "library",
  owner: "territory",
  years: 3,
  yearKind: "calendar",
  measures: 5,
  can: { close: false },
  goal: "",
  tasks: [],
  startsOn: "2026-01-01" as never,
  endsOn: "2028-12-31" as never,
  ownYear: 2026,
  firstYear: 2027,
  owners: [
    { id: null, name: "Округ" },
    { id: "school" as never, name: "СОШ № 1" },
  ],
  choices: [
    { audience: SCHOOLS, name: "все школы", bearers: counts(4, 1) },
    { audience: CENTRE, name: "методический центр", bearers: counts(0, 0) },
    { audience: OUTSIDE, name: "вне муниципалитета", bearers: counts(0, 0) },
  ],
  parties: [
    { name: "ОО", audience: SCHOOLS, measures: 3 },
    { name: "МЦ", audience: CENTRE, measures: 1 },
    { name: "институт", audience: OUTSIDE, measures: 1 },
    { name: "совет", audience: null, measures: 1 },
  ],
  roadmaps: [
    {
      title: "Карта",
      sections: [
        { title: "1. Начало", measures: [measure(0, ["ОО"]), measure(1, ["МЦ"])] },
        {
          title: "2. Итоги",
          measures: [measure(2, ["совет", "оо"], 3), measure(3, [], null), measure(4, ["институт"])],
        },
      ],
    },
  ],
};

const allKeys = PAGE.roadmaps.flatMap(({ sections }) =>
  sections.flatMap(({ measures }) => measures.map(({ key }) => key)),
);
const at = (rows: readonly TemplateMeasure[]) => rows.map(({ key }) => allKeys.indexOf(key));

describe("what a draft makes of a template", () => {
  const draft = proposedDraft(PAGE);

  it("takes all but what would never be due", () => {
    expect(at(outcomeOf(PAGE, draft).leftOut)).toEqual([3]);
    expect(at(outcomeOf(PAGE, { ...draft, years: 2 }).leftOut)).toEqual([2, 3]);
  });

  it("lets a hand rule over the proposal", () => {
    const [first, , , never] = allMeasures(PAGE);
    const said = { ...draft, ticked: { [allKeys[0]!]: false, [allKeys[3]!]: true } };
    expect([isTaken(first!, said), isTaken(never!, said)]).toEqual([false, true]);
    expect(requestOf(PAGE, said).taken).toEqual(allKeys.slice(1));
  });

  it("is called as the template, in its own years, until it is called otherwise", () => {
    const dated = { ...PAGE, title: "Поддержка школ на 2026–2028 годы" };
    expect(requestOf(dated, draft).title).toBe("Поддержка школ на 2027–2029 годы");
    expect(requestOf(dated, { ...draft, years: 1 }).title).toBe("Поддержка школ на 2027 год");
    expect(requestOf(dated, { ...draft, title: "" }).title).toBe("");
  });

  it("counts sections that keep something", () => {
    expect(outcomeOf(PAGE, draft).sections).toBe(2);
    expect(outcomeOf(PAGE, { ...draft, ticked: { [allKeys[0]!]: false, [allKeys[1]!]: false } }).sections).toBe(1);
  });

  it("says who reports, most asked first, and which measures nobody would report", () => {
    const { reporters, unreported } = outcomeOf(PAGE, draft);
    expect(reporters.map(({ choice, bearers }) => [choice.name, bearers])).toEqual([
      ["все школы", 4],
      ["методический центр", 0],
    ]);
    expect(at(unreported)).toEqual([1, 4]);
  });

  it("counts bearers by whose the programme is", () => {
    const own = { ...draft, ownerOrganisationId: "school" as never };
    expect(outcomeOf(PAGE, own).reporters[0]!.bearers).toBe(1);
  });

  it("asks whom a name means only where it was said", () => {
    const said = { ...draft, audiences: { МЦ: SCHOOLS, ОО: null } };
    expect(requestOf(PAGE, said).parties).toEqual([
      { name: "ОО", audience: null },
      { name: "МЦ", audience: SCHOOLS },
      { name: "институт", audience: OUTSIDE },
      { name: "совет", audience: null },
    ]);
    expect(at(outcomeOf(PAGE, said).unreported)).toEqual([0, 2, 4]);
  });
});
