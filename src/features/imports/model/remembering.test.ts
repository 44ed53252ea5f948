import { expect, it } from "vitest";
import { document, table } from "../../../../test/support/grid-builder.ts";
import { DISTRICT, draft, read, TODAY } from "../../../../test/support/import-samples.ts";
import { matchKey } from "#domain/russian/match-key.ts";
import { dictionaryFrom } from "#features/places/model/usual-codes.ts";
import { districtOf } from "./district.ts";
import { acceptedProposals, isRememberedAtFirst, mayBeRemembered, rememberedNames } from "./remembering.ts";

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

it("a name once remembered is not asked again, whatever it is made of and however it is typed", () => {
  const plan = read(
    document(
      table([
        ["№", "Мероприятие", "Срок", "Ответственные"],
        ["1", "Сбор", "май 2022", "Руководители РМО"],
        ["2", "Встречи", "июнь 2022", "руководители РМО"],
        ["3", "Беседы", "июнь 2022", "УО, ответственные лица, 2 человека от школы"],
      ]),
    ),
  );
  const names = draft(plan).doubts.filter(mayBeRemembered);
  const { remembered } = draft(
    plan,
    names.map(({ id, suggested }) => ({ doubtId: id, option: suggested ?? "outside", remember: true })),
  );
  expect(remembered).toHaveLength(names.length);
  const known = dictionaryFrom(remembered.map((one) => ({ ...one, matchKey: matchKey(one.code), own: true })));
  expect(
    draft(plan, [], undefined, districtOf(DISTRICT.registry, known, TODAY)).doubts.filter(mayBeRemembered),
  ).toEqual([]);
});

it("proposals taken at once are remembered where the box is ticked, and said by name", () => {
  const answers = acceptedProposals(doubts, ({ quote }) => quote === "администрация школы");
  expect(answers.filter(({ remember }) => remember)).toEqual([
    { doubtId: "party:администрация школы", option: "meaning-1", remember: true },
  ]);
  expect(rememberedNames(draft(source, answers).doubts)).toEqual(["администрация школы"]);
  expect(draft(source, answers).remembered.map(({ code }) => code)).toEqual(["администрация школы"]);
});
