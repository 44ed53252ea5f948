import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
import { readTerm } from "./read-term.ts";

describe("laws", () => {
  const common =
    "до с по в к и не реже менее далее ежегодно постоянно октябрь май сентября год гг. раз раза месяц четверть квартал полугодие";
  const rarer =
    "1 2 15 31 I 2021 2022-2023 учебный 01.09 29.02.2023 14.00 числа каждого месяца плану - – , ; : ( ) / « … ё";
  const pieces = [...common.split(" "), ...rarer.split(" "), "\n"];
  const sloppy = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(" "));
  const words = (text: string) => text.split(/\s+/).filter(Boolean);

  it("no phrase throws, and the rest is made of the phrase's own words", () => {
    fc.assert(
      fc.property(fc.oneof(sloppy, fc.string({ unit: "binary", maxLength: 200 })), (phrase) => {
        const reading = readTerm(phrase);
        expect(reading.phrase).toBe(phrase);
        for (const word of words(reading.rest)) expect(phrase).toContain(word);
        for (const { windows } of reading.phases) {
          for (const { from, to } of windows) {
            for (const day of [from, to]) expect(day === null || /^(?:\d{4}-)?\d{2}-\d{2}$/.test(day)).toBe(true);
            expect(from?.length === 10 && to?.length === 10 ? from <= to : true).toBe(true);
          }
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it("a word that means nothing always stays in the rest", () => {
    fc.assert(
      fc.property(sloppy, sloppy, (before, after) => {
        const { rest, doubts } = readTerm(`${before} нечто ${after}`);
        expect(rest + doubts.map(({ quote }) => quote).join("")).toContain("нечто");
      }),
      { numRuns: runs(100) },
    );
  });

  it.each(["конец ", "октябрь-ноябрь-", "уточняется "])("leaves whole «%s» without end, which is no term", (piece) => {
    const phrase = piece.repeat(20_000);
    const { phases, rest, confidence } = readTerm(phrase);
    expect({ kinds: phases.map(({ kind }) => kind), rest, confidence }).toEqual({
      kinds: ["unknown"],
      rest: phrase.trim(),
      confidence: "none",
    });
  });

  it.each([
    "до ",
    "1, ",
    "(",
    "-",
    "октябрь ",
    "2021-",
    "по мере ",
    "1 раз в ",
    "не ",
    "1.1.",
    "постоянно далее ",
    "\n",
    "в течение ",
  ])("reads «%s» repeated to 2000 characters without losing its place", (piece) => {
    const phrase = piece.repeat(Math.ceil(2000 / piece.length));
    expect(words(readTerm(phrase).rest).every((word) => phrase.includes(word))).toBe(true);
  });
});
