import { describe, expect, it } from "vitest";
import { document, table } from "../../../../test/support/grid-builder.ts";
import { acceptAll, draft, read } from "../../../../test/support/import-samples.ts";
import { doubtFor } from "./apart.ts";
import type { Decision } from "./contract.ts";

const HEAD = ["№", "Мероприятие", "Срок", "Результат", "Всего", "2021", "2022", "Исполнители"];
const plan = read(
  document(
    table([
      HEAD,
      ["1", "Собрать доклады", "май", "Доклады", "6", "3", "3", "ДО, УО, ММЦ"],
      ["2", "Обсудить опыт", "июнь", "Справка", "2", "1", "1", "УО, ММЦ"],
      ["3", "Издать сборник", "июль", "Сборник", "2", "1", "1", "УО, ММЦ"],
      ["5", "Открытые уроки", "май", "Уроки", "20", "10", "10", "УО, ОО"],
      ["4", "Провести опрос", "август", "Опрос", "2", "1", "1", "Тьюторы"],
    ]),
  ),
);
const decided = (doubtId: string, option: string): Decision => ({ doubtId, option, remember: false });
const found = (id: string, decisions: readonly Decision[] = []) =>
  draft(plan, decisions).doubts.find((doubt) => doubt.id === id)!;

describe("who reports", () => {
  it("is asked and proposed alike, whatever is answered to other questions", () => {
    const before = found("reporting:уо, ммц");
    expect(before).toMatchObject({ suggested: "first", places: [{ measureKey: "t0r2" }, { measureKey: "t0r3" }] });
    const after = found("reporting:уо, ммц", [decided("party:до", "outside")]);
    expect([after.suggested, after.places]).toEqual([before.suggested, before.places]);
    expect(found("reporting:до, уо, ммц", [decided("party:до", "outside")])).toMatchObject({ suggested: "first" });
  });

  it("is each where schools are named and the plan counts as many results", () =>
    expect(found("reporting:уо, оо")).toMatchObject({ suggested: "each" }));
  it("may be answered for one row apart: the others stay one question", () => {
    const apart = decided("reporting:уо, ммц@t0r3", "each");
    expect(found("reporting:уо, ммц", [apart])).toMatchObject({ places: [{ measureKey: "t0r2" }], answer: null });
    expect(found(apart.doubtId, [apart])).toMatchObject({ places: [{ measureKey: "t0r3" }], answer: apart });
    const both = [apart, decided("reporting:уо, ммц", "first")];
    const said = draft(plan, both).rows.map(({ measure }) => [measure.number, measure.reporting]);
    expect(said.slice(1, 3)).toEqual([
      ["2", "first"],
      ["3", "each"],
    ]);
  });
});

describe("who reports of several named", () => {
  const source = read(
    document(
      table([
        ["№", "Мероприятие", "Результат", "Всего", "2021", "2022", "Исполнители"],
        ["1", "Открытые уроки", "Уроки", "8", "4", "4", "УО, ОО"],
        ["2", "Общий приказ", "Приказ", "2", "1", "1", "УО, ОО"],
        ["3", "Доклады", "Доклад", "2", "1", "1", "УО, МЦ"],
      ]),
    ),
  );
  const asked = draft(source).doubts.filter(({ topic }) => topic === "reporting");

  it("is asked once of the same names, with one proposal whatever each row plans", () => {
    expect(asked.map(({ quote, suggested, places }) => [quote, suggested, places.length])).toEqual([
      ["УО, ОО", "each", 2],
      ["УО, МЦ", "first", 1],
    ]);
    const { drafted } = acceptAll(source);
    expect(drafted.rows.map(({ measure }) => measure.reporting)).toEqual(["each", "each", "first"]);
  });

  it("may be the organisations alone: the authority answers for them, they report", () => {
    expect(asked.map(({ options }) => options.map(({ key }) => key))).toEqual([
      ["each", "first", "organisations"],
      ["each", "first"],
    ]);
    expect(asked[0]!.options[2]).toMatchObject({ label: "Только организации: ОО", hint: "отчётов к сроку: 4" });
    const answered = draft(source, [{ doubtId: asked[0]!.id, option: "organisations", remember: false }]);
    expect(answered.rows.find(({ measure }) => measure.number === "2")!.measure).toMatchObject({
      reporting: "first",
      parties: [
        { name: "УО", part: "accountable" },
        { name: "ОО", part: "assignee" },
      ],
    });
  });
});

describe("a decision for one row", () => {
  const { doubts } = draft(plan);
  it.each([
    ["reporting:уо, ммц@t0r2", "reporting:уо, ммц"],
    ["reporting:уо, ммц", "reporting:уо, ммц"],
    ["reporting:уо, ммц@t0r9", undefined],
    ["party:до@t0r1", undefined],
  ])("%s is for %s", (id, shared) => expect(doubtFor(id, doubts)?.id).toBe(shared));
});

it("a position that nobody holds is proposed where somebody answers for it", () => {
  const { options, suggested } = found("party:тьюторы");
  expect(options.find(({ key }) => key === suggested)).toMatchObject({ hint: "сейчас 1" });
  expect(options.map(({ hint }) => hint)).toContain("сейчас таких нет");
});
