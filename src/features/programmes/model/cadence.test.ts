import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCorpus } from "#domain/phrases/corpus.ts";
import { readTerm } from "#domain/phrases/read-term.ts";
import { Cadence } from "./cadence.ts";

const FOLDER = "fixtures/phrases/terms";

describe("the stored form of a term", () => {
  it.each(["0/month", "1/11year", "1/decade", "1000/day"])("has no frequency «%s»", (freq) => {
    expect(Cadence.safeParse([{ kind: "cadence", windows: [], freq }]).success).toBe(false);
  });

  it.each(["weekday/8", "monthWeekday/6-1", "schoolTerm/9"])("has no window «%s»", (named) => {
    expect(
      Cadence.safeParse([{ kind: "window", windows: [{ from: null, to: null, named }], freq: null }]).success,
    ).toBe(false);
  });

  it("holds every reading of the phrases that the program is tried on", () => {
    const phrases = readdirSync(FOLDER).flatMap((name) => readCorpus(readFileSync(join(FOLDER, name), "utf8")));
    expect(phrases.length).toBeGreaterThan(400);
    const refused = phrases.filter(({ phrase }) => !Cadence.safeParse(readTerm(phrase).phases).success);
    expect(refused.map(({ phrase }) => phrase)).toEqual([]);
  });
});
