import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
import { folded } from "./folded.ts";
import { readParties } from "./read-parties.ts";

describe("laws", () => {
  const pieces =
    'УО ОО ШНОР руководители РМО администрация и педагоги « » " ( ) / , ; : \n при участии совместно с ответственный: исполнители - по УВР (по согласованию) и др. октябрь'.split(
      / /,
    );
  const sloppy = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(" "));

  it("no phrase throws; names and rest stand in the phrase as written", () => {
    fc.assert(
      fc.property(fc.oneof(sloppy, fc.string({ unit: "binary", maxLength: 200 })), (phrase) => {
        const { parties, rest } = readParties(phrase);
        for (const { name, byAgreement } of parties) {
          expect(name).not.toBe("");
          // a name made of a number takes the words of the one before it
          expect(
            byAgreement === true ||
              /№/.test(name) ||
              folded(phrase).includes(name) ||
              folded(phrase.replace(/[()]/g, " ")).includes(folded(name.replace(/[()]/g, " "))),
          ).toBe(true);
        }
        for (const word of folded(rest).split(" ")) expect(phrase).toContain(word);
      }),
      { numRuns: runs(50) },
    );
  });

  it.each([
    "«",
    "(",
    "УО, ",
    " и ",
    "/",
    "УО и ",
    "исполнитель ",
    "зам. директора по УВР, ВР, ",
    "\n",
    ". ",
    "по согласованию ",
  ])("reads «%s» repeated to 2000 characters", (piece) => {
    const phrase = piece.repeat(Math.ceil(2000 / piece.length));
    expect(readParties(phrase).phrase).toBe(phrase);
  });

  it("tells a doubt of the whole phrase once, however often it comes up", () => {
    const { parties, doubts } = readParties("УО / ".repeat(4000));
    expect(parties.length).toBe(4000);
    expect(doubts.map(({ words }) => words)).toEqual([
      "Косых черт несколько: неясно, кто из названных участвует.",
      "Справа от косой черты никто не назван.",
    ]);
  });

  it("leaves whole what no row of names is as long as, instead of weighing each «и» with all the rest", () => {
    const { parties } = readParties("и ".repeat(100_000));
    expect(parties.length).toBeLessThan(2);
  });
});
