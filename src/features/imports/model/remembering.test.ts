import { expect, it } from "vitest";
import { document, table } from "../../../../test/support/grid-builder.ts";
import { draft, read } from "../../../../test/support/import-samples.ts";
import { acceptedProposals, isRememberedAtFirst, rememberedNames } from "./remembering.ts";

const source = read(
  document(
    table([
      ["№", "Мероприятие", "Срок", "Ответственные"],
      ["1", "Общий сбор", "май 2022", "УО, выездная бригада школ"],
      ["2", "Встречи", "июнь 2022", "ЯРО"],
      ["3", "Беседы", "июнь 2022", "администрация школы"],
    ]),
  ),
);
const { doubts } = draft(source);

it("ticks the box of a code, not of a phrase, and of nothing but names", () => {
  expect(doubts.filter(isRememberedAtFirst).map(({ quote }) => quote)).toEqual(["ЯРО"]);
  expect(isRememberedAtFirst({ topic: "term", quote: "ЯРО" })).toBe(false);
});

it("proposals taken at once are remembered where the box is ticked, and said by name", () => {
  const answers = acceptedProposals(doubts, ({ quote }) => quote === "администрация школы");
  expect(answers.filter(({ remember }) => remember)).toEqual([
    { doubtId: "party:администрация школы", option: "meaning-1", remember: true },
  ]);
  expect(rememberedNames(draft(source, answers).doubts)).toEqual(["администрация школы"]);
  expect(draft(source, answers).remembered.map(({ code }) => code)).toEqual(["администрация школы"]);
});
