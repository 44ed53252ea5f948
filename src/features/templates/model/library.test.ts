import { describe, expect, it } from "vitest";
import { readParties } from "#domain/phrases/read-parties.ts";
import { readPlanValue } from "#domain/phrases/read-plan-value.ts";
import { readTerm } from "#domain/phrases/read-term.ts";
import { bodyOfLibrary } from "./from-library.ts";
import { LIBRARY } from "./library.ts";
import { measuresOfTemplate } from "./template.ts";
import { partiesOfTemplate } from "./template-parties.ts";

describe.each(LIBRARY.map((one) => [one.key, one] as const))("the template %s", (_key, template) => {
  const lines = template.roadmaps.flatMap(({ sections }) => sections.flatMap(({ lines: own }) => own));

  it("has rows enough to be worth adapting", () => {
    expect(lines.length).toBeGreaterThan(9);
    expect(new Set(lines.map(({ title }) => title)).size).toBe(lines.length);
    expect(lines.filter(({ plan }) => plan !== null).length).toBeGreaterThan(2);
  });

  it("says its terms, parties and planned values in words that are understood whole", () => {
    for (const { due, who, plan } of lines) {
      const term = readTerm(due.replace(/\{(\d)\}/g, (_whole, year: string) => String(2025 + Number(year))));
      expect([due, term.rest, term.doubts]).toEqual([due, "", []]);
      expect([due, term.phases.some(({ kind }) => kind === "unknown")]).toEqual([due, false]);
      expect([who, readParties(who).rest]).toEqual([who, ""]);
      for (const text of plan?.years.filter(Boolean) ?? [])
        expect([text, readPlanValue(text).rest, readPlanValue(text).parts.length]).toEqual([text, "", 1]);
    }
  });

  it("names nobody whom it does not explain", () => {
    const unexplained = partiesOfTemplate(bodyOfLibrary(template)).filter(({ audience }) => audience === null);
    expect(unexplained).toEqual([]);
  });

  it("names nobody in vain", () => {
    const named = new Set(
      measuresOfTemplate(bodyOfLibrary(template)).flatMap(({ measure }) => measure.parties.map(({ name }) => name)),
    );
    expect(Object.keys(template.parties).filter((name) => !named.has(name))).toEqual([]);
  });
});
