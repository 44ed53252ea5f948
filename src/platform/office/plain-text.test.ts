import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOf, tablesOf } from "../../../test/support/block-views.ts";
import { runs } from "../../../test/support/laws.ts";
import { readPlainText } from "./plain-text.ts";

describe("lines with tabs", () => {
  it("next to each other are a table, an empty line ends it", () => {
    const tables = tablesOf(readPlainText("№\tДело\tСрок\n1\tОпрос\tмай\n\n2\tОтчёт\tиюнь"));
    expect(tables.map(rowsOf)).toEqual([
      [
        ["№", "Дело", "Срок"],
        ["1", "Опрос", "май"],
      ],
      [["2", "Отчёт", "июнь"]],
    ]);
    expect(tables.map(({ index }) => index)).toEqual([0, 1]);
  });

  it("may be short or divided by a ruler", () => {
    expect(tablesOf(readPlainText("1\tОпрос\tмай\n---\t---\t---\n\tещё")).map(rowsOf)).toEqual([
      [
        ["1", "Опрос", "май"],
        ["", "ещё", ""],
      ],
    ]);
  });

  it("a single tab is an indent or a signature, not a table", () => {
    expect(readPlainText("Директор\tА. Б. Иванова")).toEqual([{ kind: "paragraph", text: "Директор\tА. Б. Иванова" }]);
  });
});

it("lines without tabs are paragraphs, dashes are list marks, bold marks are looks", () => {
  expect(readPlainText("**План работы**\n- опрос;\n2. Отчёт\nтекст *важный* и <i>ещё</i>")).toEqual([
    { kind: "paragraph", text: "План работы", bold: true },
    { kind: "paragraph", text: "опрос;", list: { marker: "-", depth: 0 } },
    { kind: "paragraph", text: "2. Отчёт" },
    { kind: "paragraph", text: "текст важный и ещё" },
  ]);
});

describe("a text in which every line of a table begins a cell with a tab", () => {
  const text = [
    "Карта",
    "",
    "\tТема",
    "\tКто",
    "\tсрок",
    "",
    "\tчтение",
    "\t· школа",
    "",
    "· центр",
    "\tмай",
    "",
    "\tписьмо",
    "\t- школа",
    "\tиюнь",
    "",
    "",
    "\tсчёт",
    "\tцентр",
    "\t",
    "",
    "Примечание",
  ].join("\n");

  it("is put back into rows; lines inside a cell stay in it", () => {
    const blocks = readPlainText(text);
    expect(rowsOf(tablesOf(blocks)[0]!)).toEqual([
      ["Тема", "Кто", "срок"],
      ["чтение", "школа|центр", "май"],
      ["письмо", "школа", "июнь"],
      ["счёт", "центр", ""],
    ]);
    expect(blocks.at(-1)).toEqual({ kind: "paragraph", text: "Примечание" });
  });

  it("a row broken by an empty line is mended when the pieces make a whole one", () => {
    const broken = text.replace("\tписьмо\n\t- школа\n", "\tписьмо\n\t- школа\n\n\n");
    expect(rowsOf(tablesOf(readPlainText(broken))[0]!)).toEqual(rowsOf(tablesOf(readPlainText(text))[0]!));
  });
});

it("a cell to a line in a text of a hundred and thirty thousand rows is read at once", () => {
  const [table] = readPlainText("\tа\n\n".repeat(130_000));
  expect(table).toMatchObject({ kind: "table", rows: 130_000, columns: 1 });
});

describe("the same table written in other ways", () => {
  const rows = [
    ["№", "Мероприятие", "Срок"],
    ["1", "Опрос школ|и кружков", "май"],
    ["2", 'Показ "Книги"', "июнь"],
  ];

  it.each([
    ["copied from Excel", '№\tМероприятие\tСрок\n1\t"Опрос школ\nи кружков"\tмай\n2\t"Показ ""Книги"""\tиюнь'],
    ["CSV with semicolons", 'sep=;\n№;Мероприятие;Срок\n1;"Опрос школ\nи кружков";май\n2;"Показ ""Книги""";июнь\n'],
    ["CSV with commas", '№,Мероприятие,Срок\n1,"Опрос школ\nи кружков",май\n2,"Показ ""Книги""",июнь'],
    [
      "Markdown",
      '| № | Мероприятие | Срок |\n|---|:---|---|\n| 1 | Опрос школ<br>и кружков | май |\n| 2 | Показ "Книги" | июнь |',
    ],
    [
      "drawn with rulers",
      '+---+-------------+------+\n| № | Мероприятие | Срок |\n+---+-------------+------+\n| 1 | Опрос школ  | май  |\n|   | и кружков   |      |\n+---+-------------+------+\n| 2 | Показ "Книги" | июнь |\n+---+------+',
    ],
    [
      "drawn with box letters",
      '┌───┬─────────┐\n│ № │ Мероприятие │ Срок │\n├───┼────┤\n│ 1 │ Опрос школ │ май │\n│   │ и кружков │  │\n├───┼────┤\n│ 2 │ Показ "Книги" │ июнь │\n└───┴───┘',
    ],
  ])("%s", (_name, text) => {
    const blocks = readPlainText(text);
    expect(blocks.map(({ kind }) => kind)).toEqual(["table"]);
    expect(rowsOf(tablesOf(blocks)[0]!)).toEqual(rows);
  });

  it("columns set by spaces, with cells that go on below and a section over them", () => {
    const text = [
      "План чтения",
      "",
      "№    Мероприятие            Срок       Ответственный",
      "1    Опрос школ             май        УО",
      "     и кружков              2026",
      "Раздел 2. Работа со школами района",
      "2    Показ книг             июнь       МЦ",
      "",
      "Текст после таблицы.",
    ].join("\n");
    const blocks = readPlainText(text);
    expect(blocks.flatMap((block) => (block.kind === "paragraph" && block.text !== "" ? [block.text] : []))).toEqual([
      "План чтения",
      "Текст после таблицы.",
    ]);
    expect(rowsOf(tablesOf(blocks)[0]!)).toEqual([
      ["№", "Мероприятие", "Срок", "Ответственный"],
      ["1", "Опрос школ и кружков", "май 2026", "УО"],
      ["Раздел 2. Работа со школами района"],
      ["2", "Показ книг", "июнь", "МЦ"],
    ]);
  });

  it("two columns, where pairs stand one under another", () => {
    expect(rowsOf(tablesOf(readPlainText("Дело\tСрок\nОпрос\tмай\nПоказ\tиюнь\nСбор\tиюль"))[0]!)).toHaveLength(4);
  });

  it.each([
    ["a list whose items end in semicolons", "Задачи:\nопрос; показ;\nсбор; чтение;\nвыставка; письмо;"],
    ["sentences with commas", "Школа, центр, кружок.\nЧтение, письмо и счёт.\nИтог."],
    ["quotes that do not close", 'Школа "Родник\nи центр'],
    ["a list of Word with tabs after its numbers", "1.\tОпрос\n2.\tПоказ\n2.1.\tСбор\n•\tЧтение\nа)\tПисьмо"],
    ["a signature over several tabs", "Начальник\t\t\tА. Б. Лугова"],
    ["a line with bars", "Школа | центр"],
    ["words set wide apart", "П Р И К А З   №  5\nо чтении"],
  ])("%s stay text", (_name, text) => {
    expect(tablesOf(readPlainText(text))).toEqual([]);
  });
});

describe("text cut at the edge of its page", () => {
  it("goes on in the next line, a cut word is put together", () => {
    const text = [
      "1. Руководителям общеобразовательных организаций провести мето-",
      "дический день чтения и письма для учителей школ района в срок",
      "до 15.10.2026 и представить нормативно-",
      "правовые документы.",
      "2. Методическому центру подготовить справку о чтении в школах.",
    ].join("\n");
    expect(readPlainText(text).map((block) => (block.kind === "paragraph" ? block.text : ""))).toEqual([
      "1. Руководителям общеобразовательных организаций провести методический день чтения и письма для учителей школ района в срок до 15.10.2026 и представить нормативно-правовые документы.",
      "2. Методическому центру подготовить справку о чтении в школах.",
    ]);
  });

  it("is left alone where the lines are paragraphs of their own", () => {
    const text = "Школа района\nЦентр чтения\nКружок письма\nКнига года";
    expect(readPlainText(text)).toHaveLength(4);
  });
});

it("loses no letter of any text and never throws", () => {
  const piece = fc.constantFrom(
    "\t",
    "\n",
    "\n\n",
    '"',
    '""',
    ";",
    ",",
    "|",
    "  ",
    "   ",
    "---",
    "─",
    "№",
    "Опрос",
    "май 2026",
    "1.",
    "- ",
    "│",
    "<b>школа</b>",
    "**",
  );
  const letters = (text: string): string =>
    [...text.replace(/<\/?[ibu]>/g, "").replace(/[^\p{L}\d№]/gu, "")].sort().join("");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join("");
      const kept = readPlainText(text)
        .flatMap((block) =>
          block.kind === "paragraph" ? [block.text] : block.cells.flatMap(({ paragraphs }) => paragraphs),
        )
        .join("");
      expect(letters(kept)).toBe(letters(text));
    }),
    { numRuns: runs(300) },
  );
});
