import { describe, expect, it } from "vitest";
import { document, table } from "../../../../test/support/grid-builder.ts";
import { draft, read } from "../../../../test/support/import-samples.ts";
import type { Decision } from "./contract.ts";
import { isRememberedAtFirst } from "./remembering.ts";
import { similarAnswers } from "./similar.ts";

const HEAD = ["№", "Мероприятие", "Срок", "Ответственные", "Результат"];
const never = () => false;
const { doubts } = draft(
  read(
    document(
      table([
        HEAD,
        ["1", "Сбор", "октябрь 2021, далее постоянно", "УО", "Приказ"],
        ["2", "Опрос", "май 2022, далее постоянно", "УО", "Приказ"],
        ["3", "Слёт", "", "УО", "Приказ"],
        ["4", "Обход", "", "УО, ОО", "Приказ"],
        ["5", "Приём", "", "УО, МЦ", "Приказ"],
        ["6", "Показ", "когда растает снег", "выездная бригада", "Приказ"],
        ["7", "Выставка", "когда выпадет снег", "почётный гость", "Приказ"],
      ]),
    ),
  ),
);
const about = (words: string) => doubts.find(({ question, quote }) => `${question} ${quote}`.includes(words))!;
const similar = (words: string, part: Partial<Decision>) => {
  const doubt = about(words);
  const found = similarAnswers(
    doubt,
    { doubtId: doubt.id, option: "own", remember: true, ...part },
    doubts,
    isRememberedAtFirst,
  );
  return found && [found.rows, found.decisions.map(({ doubtId }) => doubts.find(({ id }) => id === doubtId)!.quote)];
};

describe("the same answer for similar questions", () => {
  it.each<[string, string, Partial<Decision>, unknown]>([
    ["rows without a term", "Слёт", { option: "yearly" }, [2, ["Обход", "Приём"]]],
    ["rows without a term, in words", "Слёт", { own: { kind: "term", text: "май" } }, [2, ["Обход", "Приём"]]],
    ["a term that goes on", "октябрь 2021", { option: "yearly" }, [1, ["май 2022, далее постоянно"]]],
    [
      "one that goes on, answered by its own date",
      "октябрь 2021",
      { option: "once" },
      [1, ["май 2022, далее постоянно"]],
    ],
    ["terms not understood", "растает", { option: "never" }, [1, ["когда выпадет снег"]]],
    ["who reports", "УО, ОО", { option: "first" }, null],
    ["names are asked one by one", "бригада", { option: "outside" }, null],
    ["a term in words is of its own phrase", "растает", { own: { kind: "term", text: "май" } }, null],
  ])("%s", (_, words, part, found) => expect(similar(words, part)).toEqual(found));

  it("says which rows they are", () => {
    const { id } = about("Слёт");
    const found = similarAnswers(about("Слёт"), { doubtId: id, option: "yearly", remember: false }, doubts, never)!;
    expect(found.keys).toEqual(["t0r4", "t0r5"]);
  });

  it("is remembered where the box of the other question is ticked", () => {
    const codes = draft(read(document(table([HEAD, ["1", "Сбор", "май 2022", "ЯРО, ИМО", "Приказ"]])))).doubts;
    const [first] = codes;
    const decision: Decision = { doubtId: first!.id, option: "outside", remember: true };
    const proposed = codes.map((doubt) => ({ ...doubt, suggested: "outside" }));
    const given = (remembers: typeof isRememberedAtFirst) =>
      similarAnswers(proposed[0]!, decision, proposed, remembers)?.decisions;
    expect(given(isRememberedAtFirst)).toEqual([{ doubtId: proposed[1]!.id, option: "outside", remember: true }]);
    expect(given(never)).toEqual([{ doubtId: proposed[1]!.id, option: "outside", remember: false }]);
  });

  it("is not offered for one row taken apart", () => {
    const { id } = about("Слёт");
    const decision: Decision = { doubtId: `${id}@t0r3`, option: "yearly", remember: false };
    expect(similarAnswers(about("Слёт"), decision, doubts, never)).toBeNull();
  });

  it("is not offered for questions answered already", () => {
    const rest = doubts.map((doubt) =>
      doubt.topic === "undated" ? { ...doubt, answer: { doubtId: doubt.id, option: "never", remember: false } } : doubt,
    );
    expect(
      similarAnswers(about("Слёт"), { doubtId: about("Слёт").id, option: "yearly", remember: false }, rest, never),
    ).toBeNull();
  });
});
