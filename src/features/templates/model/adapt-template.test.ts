import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { programmeYears } from "#features/programmes/model/programme-form.ts";
import { adaptTemplate, isNeverDue, type Adaptation } from "./adapt-template.ts";
import { bodyOfLibrary } from "./from-library.ts";
import { LIBRARY } from "./library.ts";
import { measuresOfTemplate } from "./template.ts";
import { partiesOfTemplate } from "./template-parties.ts";

const BODIES = LIBRARY.map(bodyOfLibrary);
const SUPPORT = BODIES[LIBRARY.findIndex(({ key }) => key === "school-support")]!;

function adaptation(change: Partial<Adaptation> = {}): Adaptation {
  return { firstYear: 2026, years: 3, parties: partiesOfTemplate(SUPPORT), leftOut: [], ...change };
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
    expect(measures({ firstYear: 2028 })[0]!.plannedValues[0]!.years.map(({ year }) => year)).toEqual([
      2028, 2029, 2030,
    ]);
  });

  it("plans a longer period by its last year and forgets the years of a shorter one", () => {
    const share = (years: number) =>
      measures({ years }).find(({ plannedValues }) => plannedValues[0]?.unit === "percent")!.plannedValues[0]!.years;
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
    const less = measures({ leftOut: [0, 2] });
    expect(less.length).toBe(whole.length - 2);
    expect(less[0]).toMatchObject({ title: whole[1]!.title, number: "1.1" });
  });

  it("takes an empty section with it, and sections are numbered again", () => {
    const first = SUPPORT.roadmaps[0]!.sections[0]!.measures.map((_, at) => at);
    const [roadmap] = adaptTemplate(SUPPORT, adaptation({ leftOut: first })).roadmaps;
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

it.each([
  ["до 01.03.2026 of a programme of 2026", "2026-03-01", false],
  ["a day before it", "2025-03-01", true],
  ["a day of every year", "03-01", false],
])("never due: %s", (_name, to, never) => {
  const phases = [{ kind: "once" as const, windows: [{ from: null, to }], freq: null }];
  expect(isNeverDue(phases, localDate("2026-01-01"), localDate("2026-12-31"))).toBe(never);
});
