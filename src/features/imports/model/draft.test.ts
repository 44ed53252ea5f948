import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../../test/support/laws.ts";
import {
  acceptAll,
  draft,
  planGrids,
  read,
  suggestionOf,
  valuesGrids,
} from "../../../../test/support/import-samples.ts";
import { document, heading, table } from "../../../../test/support/grid-builder.ts";
import type { Decision } from "./contract.ts";
import type { Drafted } from "./draft.ts";
import { openDoubts } from "./doubts.ts";
import { passportOf } from "./passport.ts";

const plan = read(planGrids());
const values = read(valuesGrids());

const doubtOn = (drafted: Drafted, words: string) => {
  const found = drafted.doubts.find(({ question, quote }) => `${question} ${quote}`.includes(words));
  if (!found)
    throw new Error(`nobody asks about «${words}»: ${drafted.doubts.map(({ question }) => question).join("; ")}`);
  return found;
};
const row = (drafted: Drafted, number: string) =>
  drafted.rows.find(({ measure }) => measure.number === number)!.measure;
const own = (doubtId: string, answer: NonNullable<Decision["own"]>): Decision => ({
  doubtId,
  option: "own",
  own: answer,
  remember: false,
});

describe("what is not plain is asked, never guessed", () => {
  const open = draft(plan);
  it.each([
    ["a term that no one understands", "1.3", "когда растает снег"],
    ["a term that goes on after a date", "1.1", "далее постоянно"],
    ["a name that is no code of the district", "2.1", "выездная бригада"],
  ])("%s", (_, number, words) => {
    const doubt = doubtOn(open, words);
    expect(doubt.answer).toBeNull();
    expect(doubt.places.some(({ measureKey }) => row(open, number) && measureKey !== null)).toBe(true);
  });

  it("while a question is open its part of the draft is empty", () => {
    expect(row(open, "1.3").cadence).toEqual([{ kind: "unknown", windows: [], freq: null }]);
    expect(row(open, "2.1").parties).toMatchObject([{ name: "выездная бригада", audience: null }]);
  });

  it("a row without a term asks when to report, with the title as its words and the term above among the answers", () => {
    const doubt = doubtOn(open, "Издать памятку");
    expect(doubt).toMatchObject({ topic: "undated", own: "term" });
    expect(doubt.options.map(({ key, hint }) => (key === "above" ? hint : key))).toEqual([
      "май 2023",
      "moments",
      "yearly",
      "never",
    ]);
    expect(open.doubts.filter(({ places }) => places[0]?.measureKey === doubt.places[0]!.measureKey)).toEqual([doubt]);
    const answered = draft(plan, [{ doubtId: doubt.id, option: "above", remember: false }]);
    expect(row(answered, "2.3").cadence).toEqual(row(answered, "2.2").cadence);
  });

  it("a name that is asked about, and Latin letters in one, are said once", () => {
    const said = draft(
      read(
        document(
          table([
            ["№", "Мероприятие", "Срок", "Ответственные"],
            ["1", "Сбор", "май 2022", "Cборник, МЦ"],
            ["2", "Слёт", "май 2022", "OO"],
          ]),
        ),
      ),
    );
    expect(said.notes.filter(({ place }) => place.measureKey === "t0r2").map(({ text }) => text)).toEqual([
      "латиница в «ОО» исправлена при чтении",
    ]);
    expect(said.notes.filter(({ text }) => text.includes("еясно, кто это"))).toEqual([]);
    expect(said.doubts.map(({ question }) => question)).toContainEqual(expect.stringMatching(/^Кто это/));
  });

  it("an answer that the question does not offer is no answer", () => {
    const doubt = doubtOn(open, "выездная бригада");
    const wrong = draft(plan, [{ doubtId: doubt.id, option: "meaning-99", remember: false }]);
    expect(doubtOn(wrong, "выездная бригада").answer).toBeNull();
    const alien = draft(plan, [own(doubt.id, { kind: "term", text: "май 2022" })]);
    expect(doubtOn(alien, "выездная бригада").answer).toBeNull();
  });

  it("who reports is asked only when it is known who they are", () => {
    const source = read(
      document(
        table([
          ["№", "Мероприятие", "Срок", "Ответственные"],
          ["1", "Общий сбор", "май 2022", "УО, ОО, выездная бригада"],
          ["2", "Общий отчёт", "июнь 2022", "УО"],
        ]),
      ),
    );
    const topics = (drafted: Drafted) => drafted.doubts.map(({ topic }) => topic);
    const asked = draft(source);
    expect(topics(asked)).toEqual(["party"]);
    const answer = own(asked.doubts[0]!.id, { kind: "audience", audience: { kind: "outside" } });
    expect(topics(draft(source, [answer]))).toEqual(["party", "reporting"]);
  });
});

describe("letters and codes", () => {
  it("reads a code typed in Latin letters, keeps it as printed, and says so", () => {
    const drafted = draft(plan);
    expect(row(drafted, "1.2").responsibleText).toBe("OO");
    expect(row(drafted, "1.2").parties).toMatchObject([{ audience: { kind: "organisationKind", kinds: ["school"] } }]);
    expect(drafted.notes.map(({ text }) => text)).toContainEqual(expect.stringMatching(/латиница в «ОО» исправлена/));
  });

  it("hands over what is to be remembered, and nothing else", () => {
    const doubt = doubtOn(draft(plan), "выездная бригада");
    const audience = { kind: "organisation", id: "c" } as const;
    const answer = own(doubt.id, { kind: "audience", audience });
    expect(draft(plan, [answer]).remembered).toEqual([]);
    expect(draft(plan, [{ ...answer, remember: true }]).remembered).toEqual([{ code: "выездная бригада", audience }]);
  });
});

describe("answers", () => {
  it("a term in one's own words takes the place of the printed one, which stays as text", () => {
    const doubt = doubtOn(draft(plan), "растает снег");
    const drafted = draft(plan, [own(doubt.id, { kind: "term", text: "до 15 мая 2022" })]);
    expect(row(drafted, "1.3")).toMatchObject({
      dueText: "когда растает снег",
      cadence: [{ kind: "once", windows: [{ from: null, to: "2022-05-15" }] }],
    });
  });

  it("a row continued on the next page is joined, and parted again when asked", () => {
    const joined = draft(plan);
    expect(row(joined, "2.2").title).toBe("Подведение итогов и обсуждение на совете");
    const doubt = doubtOn(joined, "продолжение");
    const parted = draft(plan, [{ doubtId: doubt.id, option: "separate", remember: false }]);
    expect(row(parted, "2.2").title).toBe("Подведение итогов");
    expect(parted.rows.map(({ measure }) => measure.title)).toContain("и обсуждение на совете");
    expect(parted.rows).toHaveLength(joined.rows.length + 1);
  });

  it("an empty cell may be taken from the row above, and is then understood as any other", () => {
    const doubt = doubtOn(draft(plan), "ответственный");
    const drafted = draft(plan, [{ doubtId: doubt.id, option: "above", remember: false }]);
    expect(row(drafted, "1.4").parties.map(({ name }) => name)).toEqual(["УО", "ШНОР"]);
  });

  it("several numbers in one cell are counted apart once that is said, and stay words until then", () => {
    const open = draft(values);
    expect(row(open, "2").plannedValues).toMatchObject([{ totalText: "1; 6", totalValue: null }]);
    const doubt = doubtOn(open, "несколько чисел");
    const drafted = draft(values, [{ doubtId: doubt.id, option: "split", remember: false }]);
    expect(row(drafted, "2").plannedValues.map(({ label, totalValue }) => [label, totalValue])).toEqual([
      ["Пакет", 1],
      ["отчёты", 6],
    ]);
  });

  it("years that add up to the total need no question", () => {
    expect(row(draft(values), "1").plannedValues).toMatchObject([{ aggregation: "sum", totalValue: 20 }]);
    expect(row(draft(values), "1").cadence).toMatchObject([
      { windows: [{ from: "2021-01-01" }, { from: "2022-01-01" }] },
    ]);
  });
});

describe("laws", () => {
  it.each([
    ["plan", plan],
    ["values", values],
  ])("the same %s, answered alike, gives the same draft, in whatever order the answers came", (_, source) => {
    const { decisions, drafted, settings } = acceptAll(source);
    expect(decisions.length).toBeGreaterThan(2);
    fc.assert(
      fc.property(fc.shuffledSubarray([...decisions], { minLength: decisions.length }), (shuffled) => {
        expect(draft(source, shuffled, settings)).toEqual(drafted);
      }),
      { numRuns: runs(10) },
    );
  });

  it("taking the last answer away gives back the draft before it", () => {
    const { decisions } = acceptAll(plan);
    fc.assert(
      fc.property(fc.nat({ max: decisions.length - 1 }), (count) => {
        const before = draft(plan, decisions.slice(0, count));
        const after = draft(plan, decisions.slice(0, count + 1));
        expect(after).not.toEqual(before);
        expect(draft(plan, decisions.slice(0, count + 1).slice(0, -1))).toEqual(before);
      }),
      { numRuns: runs(10) },
    );
  });

  it("the last answer to a question counts", () => {
    const doubt = doubtOn(draft(plan), "далее постоянно");
    const [first, last] = [doubt.options[0]!.key, doubt.options[2]!.key].map((option) => ({
      doubtId: doubt.id,
      option,
      remember: false,
    })) as [Decision, Decision];
    expect(draft(plan, [first, last])).toEqual(draft(plan, [last]));
  });

  it("accepted whole, no measure is left with an unknown term and no party without a meaning", () => {
    const { drafted } = acceptAll(plan);
    expect(openDoubts(drafted.doubts)).toEqual([]);
    for (const { measure } of drafted.rows) {
      expect(measure.cadence.map(({ kind }) => kind)).not.toContain("unknown");
      expect(measure.parties.filter(({ audience }) => audience === null)).toEqual([]);
    }
  });
});

describe("a document without a plan", () => {
  const letter = read(document(heading("Решения совета"), "– делиться опытом", "– принимать гостей"));
  it("says so, and becomes texts of the passport beside an empty roadmap", () => {
    const drafted = draft(letter);
    expect(openDoubts(drafted.doubts)).toMatchObject([
      { id: "no-tables", suggested: "texts" },
      { id: "period", suggested: "proposed" },
    ]);
    expect(drafted.doubts[0]!.options[0]!.hint).toMatch(/^в паспорт войдёт 1\sраздел,/);
    const agreed = draft(letter, drafted.doubts.map(suggestionOf));
    expect(openDoubts(agreed.doubts)).toEqual([]);
    expect(agreed.roadmaps).toMatchObject([{ sections: [], measures: [] }]);
    expect(passportOf(letter.reading)).toEqual([
      { heading: "Решения совета", items: ["делиться опытом", "принимать гостей"] },
    ]);
  });
});
