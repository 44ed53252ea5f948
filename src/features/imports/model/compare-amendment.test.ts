import { describe, expect, it } from "vitest";
import { placedMeasures } from "#features/programmes/model/redaction-document.ts";
import { measure, redaction, section } from "../../../../test/support/redaction-samples.ts";
import { withAnswer, type PairAnswers } from "./amendment.ts";
import { compareAmendment } from "./compare-amendment.ts";

const NO_ANSWERS: PairAnswers = { rows: [], roadmaps: [] };
const STANDING = redaction([
  section("s", "Диагностика", [measure("a", "Анализ итогов года"), measure("b", "Опрос родителей")]),
]);
const CLOSED = [measure("c", "Клуб молодого учителя")];
const road = { key: "r0", title: "Дорожная карта", columns: [], measures: [] };
const DOCUMENT = redaction([], {
  roadmaps: [
    {
      ...road,
      sections: [
        section("r0.0", "Диагностика", [measure("m1", "Анализ итогов года"), measure("m2", "Клуб молодого учителя")]),
      ],
    },
  ],
});
const told = (compared: ReturnType<typeof compareAmendment>) =>
  placedMeasures(compared.merged).map((one) => `${one.measure.key} в ${one.placeKey}`);

describe("a new document beside what stands", () => {
  it("a row that says word for word what a closed measure said brings it back", () => {
    const compared = compareAmendment(STANDING, CLOSED, DOCUMENT, NO_ANSWERS);
    expect(told(compared)).toEqual(["a в s", "c в s"]);
    expect([compared.returning, compared.open]).toEqual([[{ before: "c", after: "m2", by: "likeness" }], 0]);
  });

  it("unless a person said that it is a new one, or two closed measures said the same", () => {
    const said = compareAmendment(STANDING, CLOSED, DOCUMENT, { ...NO_ANSWERS, rows: [{ after: "m2", before: null }] });
    expect(told(said)).toEqual(["a в s", "m2 в s"]);
    const twice = compareAmendment(STANDING, [...CLOSED, measure("d", "Клуб молодого учителя")], DOCUMENT, NO_ANSWERS);
    expect(told(twice)).toEqual(["a в s", "m2 в s"]);
  });

  it("a roadmap that the document does not have is asked about, and stays until it is said to be closed", () => {
    const other = { key: "other", title: "Вторая карта", columns: [], sections: [], measures: [measure("x", "Икс")] };
    const two = { ...STANDING, roadmaps: [...STANDING.roadmaps, other] };
    const asked = compareAmendment(two, [], DOCUMENT, NO_ANSWERS);
    expect([asked.open, asked.missing.map(({ title, measures, keep }) => [title, measures, keep])]).toEqual([
      1,
      [["Вторая карта", 1, null]],
    ]);
    expect(told(asked)).toContain("x в other");
    const answers = (keep: boolean) => withAnswer(NO_ANSWERS, { kind: "roadmap", roadmap: "other", keep });
    expect([
      compareAmendment(two, [], DOCUMENT, answers(true)).open,
      told(compareAmendment(two, [], DOCUMENT, answers(true))),
    ]).toEqual([0, told(asked)]);
    expect(told(compareAmendment(two, [], DOCUMENT, answers(false)))).not.toContain("x в other");
  });
});

describe("answers", () => {
  it("the last about a row stands, and one taken back is gone", () => {
    const first = withAnswer(NO_ANSWERS, { kind: "row", after: "m1", before: null });
    const second = withAnswer(first, { kind: "row", after: "m1", before: "a" });
    expect(second.rows).toEqual([{ after: "m1", before: "a" }]);
    expect(withAnswer(second, { kind: "forget", after: "m1" })).toEqual(NO_ANSWERS);
  });
});
