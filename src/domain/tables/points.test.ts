import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, DocumentGrids } from "#shared/document-grids.ts";
import { document, heading, table } from "../../../test/support/grid-builder.ts";
import { readPoints } from "./points.ts";
import { presentReading } from "./present.ts";
import { measuresOf } from "./reading.ts";
import { understand } from "./understand.ts";

const ORDER = [
  "ПРИКАЗ",
  "О поддержке чтения в школах",
  "В целях развития чтения п р и к а з ы в а ю:",
  "1. Утвердить прилагаемый план чтения.",
  "2. Руководителям школ (Лугов И.И., Полев П.П.):",
  "2.1. Разработать планы чтения в срок до 15.10.2026.",
  "2.2. Обеспечить участие учителей во встречах.",
  "Срок: ежегодно, март.",
  "3. Методическому центру (Лугова А.А.) организовать обучение наставников до 01.11.2026.",
  "Ответственный: Полева В.В.",
  "4. Контроль за исполнением приказа возложить на заместителя начальника управления.",
  "Начальник управления",
];
const read = (...parts: readonly (string | Block)[]) => understand(document(...parts));
const made = ({ reading }: ReturnType<typeof understand>) =>
  reading.tables.filter(({ kind }) => kind === "points" || kind === "duties");
const rowsOf = (understood: ReturnType<typeof understand>) =>
  made(understood).flatMap((one) =>
    measuresOf(one).map(({ path, measure }) => [
      path.at(-1)?.title ?? null,
      measure.number,
      measure.title,
      measure.term,
      measure.responsible,
      measure.control,
    ]),
  );

describe("points of an order", () => {
  const understood = read(...ORDER);
  const control = "заместителя начальника управления";

  it("are measures: who, what, by when, who controls", () => {
    const head = "Руководителям школ (Лугов И.И., Полев П.П.)";
    expect(rowsOf(understood)).toEqual([
      [head, "2.1", "Разработать планы чтения", "в срок до 15.10.2026", head, control],
      [head, "2.2", "Обеспечить участие учителей во встречах", "ежегодно, март", head, control],
      [
        null,
        "3",
        "организовать обучение наставников",
        "до 01.11.2026",
        "Методическому центру (Лугова А.А.); Полева В.В.",
        control,
      ],
    ]);
    expect(made(understood)[0]?.caption).toBe("О поддержке чтения в школах");
  });

  it("leave out what only approves a paper, and say so", () => {
    expect(understood.reading.doubts.map(({ kind, where }) => [kind, where.address?.row])).toEqual([
      ["no-tables", undefined],
      ["point-left-out", 0],
    ]);
  });

  it("stand in a grid of their own, in which every address finds its words", () => {
    const block = understood.grids.blocks.at(-1);
    expect(block).toMatchObject({ kind: "table", index: 0, rows: 6, columns: 2, made: { from: "points" } });
    const [second] = measuresOf(made(understood)[0]!);
    const at = (field: string) => {
      const cell = second!.measure.cells[field]?.[0];
      return block?.kind === "table"
        ? block.cells.find(({ row, col }) => row === cell?.row && col === cell?.col)?.paragraphs
        : undefined;
    };
    expect(at("number")).toEqual(["2.1."]);
    expect(at("title")).toEqual(["Разработать планы чтения в срок до 15.10.2026."]);
    expect(at("responsible")).toEqual(["Руководителям школ (Лугов И.И., Полев П.П.):"]);
    expect(at("control")).toEqual([ORDER[10]?.slice(3)]);
  });

  it("are not among the tables that are printed, and stay among the texts", () => {
    const printed = presentReading(understood.reading);
    expect(printed.tables).toEqual([]);
    expect(printed.points?.map(({ kind }) => kind)).toEqual(["points"]);
    expect(printed.texts.flatMap(({ items }) => items)).toContain("Утвердить прилагаемый план чтения.");
  });

  it("are read the same from the grids that are kept, and leave the tables of the file where they were", () => {
    expect(understand(understood.grids)).toEqual(understood);
    const plan = table([
      ["№", "Мероприятие", "Срок"],
      ["1", "Опрос", "май"],
      ["2", "Сбор", "июнь"],
    ]);
    const both = read(...ORDER, plan).reading;
    expect(both.tables.map(({ kind, tableIndexes }) => [kind, tableIndexes])).toEqual([
      ["plan", [0]],
      ["points", [1]],
    ]);
    expect(both.doubts.map(({ kind }) => kind)).not.toContain("no-tables");
  });

  it("may be numbered by Word and listed by dashes", () => {
    const listed = (marker: string, text: string, depth = 0): Block => ({
      kind: "paragraph",
      text,
      list: { marker, depth },
    });
    expect(
      rowsOf(
        read(
          "Совет решил:",
          listed("1.", "Руководителям кружков:"),
          listed("–", "провести опрос до 5 мая 2026 года;", 1),
          listed("–", "собрать книги.", 1),
          listed("2.", "Организовать показ работ по темам:"),
          listed("–", "сказки;", 1),
          listed("–", "стихи.", 1),
        ),
      ),
    ).toEqual([
      ["Руководителям кружков", null, "провести опрос", "до 5 мая 2026 года", "Руководителям кружков", undefined],
      ["Руководителям кружков", null, "собрать книги", null, "Руководителям кружков", undefined],
      [null, "2", "Организовать показ работ по темам – сказки; – стихи.", null, null, undefined],
    ]);
  });

  it("may count within a point, approve several papers at once, and end with the day the order holds from", () => {
    const mixed = read(
      "О чтении",
      "в школах района",
      "Приказываю:",
      "1. Утвердить:",
      "1.1. План чтения.",
      "1.2. Состав группы.",
      "2. Центру чтения:",
      "1) провести опрос до 01.10.2026;",
      "2) собрать книги.",
      "3. Школе № 2 показать работы 20 ноября 2026 года.",
      "4. Информацию принять к сведению.",
      "5. Настоящий приказ вступает в силу со дня подписания.",
      "6. Контроль оставляю за собой.",
    );
    const self = "оставляю за собой";
    expect(made(mixed).map(({ caption }) => caption)).toEqual(["О чтении в школах района"]);
    expect(rowsOf(mixed)).toEqual([
      ["Центру чтения", "1", "провести опрос", "до 01.10.2026", "Центру чтения", self],
      ["Центру чтения", "2", "собрать книги", null, "Центру чтения", self],
      [null, "3", "показать работы", "20 ноября 2026 года", "Школе № 2", self],
    ]);
    expect(mixed.reading.doubts.filter(({ kind }) => kind === "point-left-out")).toHaveLength(4);
  });

  it("with a number printed twice are noted", () => {
    const twice = read("Приказываю:", "1. Провести опрос.", "2. Собрать книги.", "2. Показать работы.");
    expect(twice.reading.doubts.map(({ kind }) => kind)).toContain("number-duplicate");
  });

  it.each([
    ["tasks in a numbered list", ["Задачи:", "1. Повысить качество чтения.", "2. Провести опрос школ."]],
    ["numbered names", ["Участники:", "1. Школа лесная", "2. Школа речная"]],
    ["points that only approve", ["Приказываю:", "1. Утвердить план.", "2. Признать утратившим силу приказ № 5."]],
  ])("%s are none", (_name, lines) => {
    expect(made(read(...lines))).toEqual([]);
  });
});

describe("lists of duties", () => {
  it.each([
    ["Функции куратора", "куратора"],
    ["Обязанности и права наставника:", "наставника"],
    ["Школа-партнёр обязана:", "Школа-партнёр"],
    ["Классный руководитель должен:", "Классный руководитель"],
    ["Полномочия рабочей группы", "рабочей группы"],
    ["Функции по сопровождению", null],
  ])("under «%s» are borne by %s", (title, bearer) => {
    const duties = read(heading(title), "– помогать школам;", "– вести встречи.");
    expect(rowsOf(duties)).toEqual(
      ["помогать школам", "вести встречи"].map((deed) => [
        title.replace(/:$/, ""),
        null,
        deed,
        null,
        bearer,
        undefined,
      ]),
    );
    expect(duties.reading.texts[0]?.items).toHaveLength(2);
  });

  it("without a heading of duties are none", () => {
    expect(made(read(heading("Задачи"), "– помогать школам;", "– вести встречи."))).toEqual([]);
  });
});

it("whatever the lines are, reading does not throw and the tables made hold every letter of their paragraphs", () => {
  const piece = fc.constantFrom(
    ...ORDER,
    "",
    "5. Школам провести опрос.",
    "– собрать книги;",
    "а) показать работы;",
    "1) Школам:",
    "Функции куратора",
    "Текст.",
    "дальше",
  );
  const letters = (text: string): string => [...text.replace(/[^\p{L}\d]/gu, "")].sort().join("");
  const textIn = ({ blocks }: DocumentGrids): string =>
    blocks
      .flatMap((block) =>
        block.kind === "paragraph" ? [block.text] : block.cells.flatMap(({ paragraphs }) => paragraphs),
      )
      .join("");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (lines) => {
      const understood = read(...lines);
      const { blocks } = understood.grids;
      const plain = { document: "", blocks: blocks.filter(({ kind }) => kind === "paragraph") };
      expect(letters(textIn(plain))).toBe(letters(lines.join("")));
      const points = readPoints(understood.grids.blocks, new Set(), 9);
      const used = plain.blocks.filter((_, at) => points.used.has(at));
      expect(letters(textIn({ document: "", blocks: points.blocks }))).toBe(
        letters(textIn({ document: "", blocks: used })),
      );
    }),
  );
});
