import { describe, expect, it } from "vitest";
import { document, table } from "../../../../test/support/grid-builder.ts";
import { draft, read } from "../../../../test/support/import-samples.ts";
import { carriedAnswers } from "./carried-answers.ts";
import type { Decision } from "./contract.ts";
import { openDoubts } from "./doubts.ts";
import { sameRows } from "./same-rows.ts";

const HEAD = ["№", "Мероприятие", "Срок", "Ответственные", "Результат", "2021", "2022"];
const plan = (...rows: string[][]) => read(document(table([HEAD, ...rows])));
const MEETING = ["1", "Слёт", "", "УО, МЦ", "Приказ", "", ""];
const REVIEW = ["2", "Обход", "", "УО, МЦ", "Справка", "", ""];
const KIT = ["3", "Пособия", "май 2022", "УО", "Пакет", "по заявкам", "2"];
const before = plan(MEETING, REVIEW, KIT);
const answer = (doubtId: string, option: string): Decision => ({ doubtId, option, remember: false });
const given = [
  answer("reporting:уо, мц", "each"),
  answer("reporting:уо, мц@t0r2", "first"),
  answer("undated:t0r1", "yearly"),
  answer("undated:t0r2", "never"),
  answer("plan:t0r3", "words"),
];
const carriedTo = (after: ReturnType<typeof plan>, decisions = given) =>
  carriedAnswers(
    decisions.map((one, at) => ({ ...one, step: at + 1 })),
    sameRows(before.reading, after.reading),
  );

describe("answers given for the document before", () => {
  it("are all its questions", () => {
    expect(openDoubts(draft(before, given).doubts)).toEqual([]);
  });

  it("hold where the rows only moved and were renumbered, those of one row too", () => {
    const moved = plan(["1", ...KIT.slice(1)], ["2", ...REVIEW.slice(1)], ["3", ...MEETING.slice(1)]);
    const carried = carriedTo(moved);
    expect(carried.map(({ doubtId, option, step }) => [doubtId, option, step])).toEqual([
      ["reporting:уо, мц", "each", 1],
      ["reporting:уо, мц@t0r2", "first", 1],
      ["undated:t0r3", "yearly", 1],
      ["undated:t0r2", "never", 1],
      ["plan:t0r1", "words", 1],
    ]);
    const { doubts, rows } = draft(moved, carried);
    expect(openDoubts(doubts)).toEqual([]);
    expect(rows.map(({ measure }) => [measure.title, measure.reporting])).toEqual([
      ["Пособия", "each"],
      ["Обход", "first"],
      ["Слёт", "each"],
    ]);
  });

  it("of a row that says something else are not taken for it; those about words are", () => {
    const changed = plan(["1", "Слёт вожатых", ...MEETING.slice(2)], REVIEW, KIT);
    expect(openDoubts(draft(changed, carriedTo(changed)).doubts).map(({ id }) => id)).toEqual(["undated:t0r1"]);
  });

  it("of rows that say the same as one another are not taken", () => {
    expect(carriedTo(plan(MEETING, MEETING, KIT)).map(({ doubtId }) => doubtId)).toEqual([
      "reporting:уо, мц",
      "plan:t0r3",
    ]);
  });

  it("to join with the row above, and of the whole document, are not taken", () => {
    const decisions = [
      answer("continued-row:t0r2c0:number", "join"),
      answer("continued-row:t0r1c0:number", "separate"),
      answer("period", "year"),
      answer("no-tables", "texts"),
      answer("undated:all", "yearly"),
    ];
    expect(carriedTo(before, decisions).map(({ doubtId }) => doubtId)).toEqual([
      "continued-row:t0r1c0:number",
      "undated:all",
    ]);
  });
});
