import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeId } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Audience } from "#features/places/model/audience.ts";
import { programmeYears } from "#features/programmes/model/programme-years.ts";
import { adaptTemplate, type Adaptation } from "./adapt-template.ts";
import { bodyOfLibrary } from "./from-library.ts";
import { LIBRARY } from "./library.ts";
import { ownYears } from "./shift-years.ts";
import { wordsIn } from "./shift-words.ts";
import { measuresOfTemplate } from "./template.ts";
import { partiesOfTemplate } from "./template-parties.ts";
import { yearsNeeded } from "./years-needed.ts";

const BODIES = LIBRARY.map(bodyOfLibrary);
const SUPPORT = BODIES[LIBRARY.findIndex(({ key }) => key === "school-support")]!;

const KEYS = measuresOfTemplate(SUPPORT).map(({ key }) => key);
const without = (...places: number[]) => KEYS.filter((_key, at) => !places.includes(at));

function adaptation(change: Partial<Adaptation> = {}): Adaptation {
  return { firstYear: 2026, years: 3, parties: partiesOfTemplate(SUPPORT), taken: KEYS, ...change };
}

const measures = (change: Partial<Adaptation>) =>
  measuresOfTemplate(adaptTemplate(SUPPORT, adaptation(change))).map(({ measure }) => measure);

describe("a template in other years", () => {
  it("carries its period, its terms and its planned years", () => {
    const { programme } = adaptTemplate(SUPPORT, adaptation({ firstYear: 2028 }));
    expect(programme).toMatchObject({ startsOn: "2028-01-01", endsOn: "2030-12-31" });
    const [council] = measures({ firstYear: 2028 }).filter(({ title }) =>
      title.startsWith("Создать муниципальный совет"),
    );
    expect(council).toMatchObject({ dueText: "до 01.03.2028", cadence: [{ windows: [{ to: "2028-03-01" }] }] });
    const [planned] = measures({ firstYear: 2028 }).flatMap(({ plannedValues }) => plannedValues);
    expect(planned!.years.map(({ year }) => year)).toEqual([2028, 2029, 2030]);
  });

  it("plans a longer period by its last year and forgets the years of a shorter one", () => {
    const share = (years: number) =>
      measures({ years }).find(({ title }) => title.includes("олимпиадам"))!.plannedValues[0]!.years;
    expect(share(4).map(({ value }) => value)).toEqual([20, 25, 30, 30]);
    expect(share(1).map(({ year, value }) => [year, value])).toEqual([[2026, 20]]);
  });

  it("is as long as it was asked to be, in calendar years and in school years", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BODIES),
        fc.integer({ min: 2020, max: 2040 }),
        fc.integer({ min: 1, max: 5 }),
        (template, first, years) => {
          const { programme } = adaptTemplate(template, adaptation({ firstYear: first, years }));
          expect(programmeYears(programme)).toEqual(Array.from({ length: years }, (_, at) => first + at));
        },
      ),
    );
  });

  it("comes back to itself when it is carried there and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2015, max: 2040 }), (first) => {
        const there = adaptTemplate(SUPPORT, adaptation({ firstYear: first }));
        const back = adaptTemplate({ ...there.programme, roadmaps: there.roadmaps }, adaptation());
        expect(back.roadmaps).toEqual(adaptTemplate(SUPPORT, adaptation()).roadmaps);
      }),
    );
  });
});

describe("what is left out", () => {
  it("is not there, and the rest is numbered again", () => {
    const whole = measures({});
    const less = measures({ taken: without(0, 2) });
    expect(less.length).toBe(whole.length - 2);
    expect(less[0]).toMatchObject({ title: whole[1]!.title, number: "1.1" });
  });

  it("takes an empty section with it, and sections are numbered again", () => {
    const first = SUPPORT.roadmaps[0]!.sections[0]!.measures.map((_, at) => at);
    const [roadmap] = adaptTemplate(SUPPORT, adaptation({ taken: without(...first) })).roadmaps;
    expect(roadmap!.sections[0]).toMatchObject({ number: "1", title: SUPPORT.roadmaps[0]!.sections[1]!.title });
    expect(roadmap!.sections[0]!.measures[0]!.number).toBe("1.1");
  });
});

describe("whom a name means", () => {
  it("is what was said; a name of which nothing was said owes nothing", () => {
    const [first] = measures({ parties: [{ name: "уо", audience: { kind: "territory" } }] });
    expect(first!.parties).toMatchObject([
      { name: "УО", audience: { kind: "territory" } },
      { name: "МЦ", audience: null },
    ]);
  });
});

describe("whom a template names", () => {
  const [roadmap] = SUPPORT.roadmaps;
  const named = (...audiences: (Audience | null)[]) => ({
    roadmaps: [
      {
        ...roadmap!,
        sections: [],
        measures: audiences.map((audience) => ({
          ...roadmap!.sections[0]!.measures[0]!,
          parties: [{ name: "совет", part: "assignee" as const, audience }],
        })),
      },
    ],
  });
  it("is what any of its rows says, where it means the same in every place", () => {
    const territory = { kind: "territory" as const };
    expect(partiesOfTemplate(named(null, { kind: "person", id: makeId() }, territory))).toEqual([
      { name: "совет", measures: 3, audience: territory },
    ]);
    expect(partiesOfTemplate(named({ kind: "organisation", id: makeId() }))[0]!.audience).toBeNull();
  });
});

it("carries the years of a passport along", () => {
  const passport = [{ heading: "Этапы 2026 года", items: ["до 01.04.2026"], paragraphs: ["закон 2012 года"] }];
  const { programme } = adaptTemplate({ ...SUPPORT, passport }, adaptation({ firstYear: 2030 }));
  expect(programme.passport).toEqual([
    { heading: "Этапы 2030 года", items: ["до 01.04.2030"], paragraphs: ["закон 2012 года"] },
  ]);
});

describe("how many years a row needs", () => {
  const own = ownYears(SUPPORT);
  const once = (from: string | null, to: string | null) => [
    { kind: "once" as const, windows: [{ from, to }], freq: null },
  ];
  it.each([
    ["a day of the first year", once(null, "2026-03-01"), 1],
    ["a day of the third year", once(null, "2028-03-01"), 3],
    ["days over two years", once("2026-12-01", "2027-01-31"), 1],
    ["a day before the first year", once(null, "2025-03-01"), null],
    ["a day of every year", once(null, "03-01"), 1],
    ["from before the first year on", once("2025-03-01", null), 1],
    ["from the second year on", once("2027-03-01", null), 2],
    ["a rhythm without days", [{ kind: "cadence" as const, windows: [], freq: "1/month" as const }], 1],
    ["nothing understood", [], 1],
  ])("%s", (_name, phases, needed) => {
    expect(yearsNeeded(own, phases)).toBe(needed);
  });
});

describe("a period that is no whole years", () => {
  const autumn = { ...SUPPORT, startsOn: "2021-10-01" as LocalDate, endsOn: "2023-03-31" as LocalDate };
  it.each([
    [2021, 3, "2021-10-01", "2023-03-31"],
    [2026, 3, "2026-10-01", "2028-03-31"],
    [2026, 4, "2026-10-01", "2029-03-31"],
    [2026, 1, "2026-10-01", "2026-12-31"],
  ])("from %i, %i years: %s – %s", (firstYear, years, startsOn, endsOn) => {
    const { programme } = adaptTemplate(autumn, adaptation({ firstYear, years }));
    expect(programme).toMatchObject({ startsOn, endsOn });
    expect(programmeYears(programme).length).toBe(years);
  });
});

it.each([
  ["до 01.03.2026", "до 01.03.2029"],
  ["2026/27 учебный год", "2029/30 учебный год"],
  ["до 01.03.26", "до 01.03.29"],
  ["с 14.00 до 14.10", "с 14.00 до 14.10"],
  ["закон 2012 года", "закон 2012 года"],
  ["2027–2028 годы", "2030–2031 годы"],
  ["на 2026–2028 годы, до 01.03.2026", "на 2029–2030 годы, до 01.03.2029"],
  ["2026-2028 гг.", "2029-2030 гг."],
])("the words «%s» of 2026–2028 in 2029–2030", (words, expected) => {
  expect(wordsIn(ownYears(SUPPORT), 2029, 2)(words)).toBe(expected);
});

it.each([
  ["на 2026–2028 годы", "на 2026 год"],
  ["2026 – 2028 гг.", "2026 г."],
])("the words «%s» of three years in a programme of one", (words, expected) => {
  expect(wordsIn(ownYears(SUPPORT), 2026, 1)(words)).toBe(expected);
});

it("says the span of school years as it is said", () => {
  const own = { ownYear: 2026, years: 3, yearKind: "school" as const };
  expect(wordsIn(own, 2030, 2)("План на 2026–2029 годы, 2026/27 учебный год")).toBe(
    "План на 2030–2032 годы, 2030/31 учебный год",
  );
});

it("lets a term of the whole template last as long as the programme", () => {
  const [roadmap] = SUPPORT.roadmaps;
  const [section] = roadmap!.sections;
  const whole = { kind: "window" as const, windows: [{ from: SUPPORT.startsOn, to: SUPPORT.endsOn }], freq: null };
  const first = { ...section!.measures[0]!, cadence: [whole] };
  const template = { ...SUPPORT, roadmaps: [{ ...roadmap!, sections: [{ ...section!, measures: [first] }] }] };
  const adapted = adaptTemplate(template, adaptation({ firstYear: 2030, years: 4 }));
  expect(measuresOfTemplate(adapted)[0]!.measure.cadence[0]!.windows).toEqual([
    { from: "2030-01-01", to: "2033-12-31" },
  ]);
});
