import { describe, expect, it } from "vitest";
import { document, table } from "../../../../test/support/grid-builder.ts";
import { draft, read } from "../../../../test/support/import-samples.ts";
import { measuresOf, type ReadTable } from "#domain/tables/reading.ts";
import { editedSource } from "./edited-source.ts";
import { proposeSettings } from "./settings.ts";
import { TODAY } from "../../../../test/support/import-samples.ts";
import { choicesOf, editsInForce, type RowReading, type TableEdit } from "./table-edits.ts";

const HEAD = ["№", "Мероприятие", "Срок", "Ответственные", "Результат"];
const source = read(
  document(
    table([
      HEAD,
      [{ text: "1. Учим вместе", cols: 5 }],
      ["1.1", "Собрать команду наставников", "октябрь 2021", "УО", "Приказ"],
      ["1.2", "Провести:\n1) опрос педагогов;\n2) опрос родителей", "май 2022\nиюнь 2022", "УО", "Справка"],
      [{ text: "2. Помогаем рядом", cols: 5 }],
      ["2.1", "Выезды в школы", "ежемесячно", "УО", "Отчёты"],
      ["", "и в детские сады", "", "", ""],
      ["2.2", "Работа с семьями", "", "", ""],
      ["2.3", "Встречи с родителями", "май 2023", "УО", "Фото"],
      ["Итоги подводит управление образования", "", "", "", ""],
    ]),
  ),
);

const row = (at: number, as: RowReading): TableEdit => ({ kind: "row", table: 0, row: at, as });
const shape = (edits: readonly TableEdit[]): string[] => tell(editedSource(source, edits).reading.tables[0]!);
const tell = (one: ReadTable): string[] =>
  measuresOf(one).map(({ path, measure }) => {
    const sections = path.map(({ number, title }) => [number, title].filter(Boolean).join(" ")).join(" / ");
    return `${sections} | ${measure.number ?? "–"} ${measure.title}`;
  });
const AS_READ = shape([]);

describe("edits of a table", () => {
  it("the sample is read as the tests suppose", () => {
    expect(AS_READ.slice(0, 3)).toEqual([
      "1 Учим вместе | 1.1 Собрать команду наставников",
      "1 Учим вместе | 1.2 Провести: 1) опрос педагогов; 2) опрос родителей",
      "2 Помогаем рядом | 2.1 Выезды в школы и в детские сады",
    ]);
  });

  it("of those about one thing the last counts, and «as read» is none", () => {
    expect(editsInForce([row(2, "out"), row(3, "out"), row(2, "join"), row(3, "asRead")])).toEqual([row(2, "join")]);
    const roles = (column: number, role: "term" | "other"): TableEdit => ({
      kind: "columns",
      table: 0,
      columns: [{ column, role }],
    });
    expect(choicesOf(editsInForce([roles(2, "other"), roles(3, "term"), roles(2, "term")]))).toEqual([
      { table: 0, roles: { 3: { role: "term" }, 2: { role: "term" } } },
    ]);
  });

  it("none leaves the stored reading itself", () => {
    expect(editedSource(source, [row(2, "out"), row(2, "asRead")])).toBe(source);
  });

  it("a row left out is no measure; nothing is asked of it any more", () => {
    expect(shape([row(5, "out")])).not.toContainEqual(expect.stringContaining("Выезды"));
    const settings = proposeSettings(source.reading, TODAY);
    const asked = draft(editedSource(source, [row(5, "out")]), [], settings).doubts;
    expect(asked.flatMap(({ places }) => places.map(({ measureKey }) => measureKey))).not.toContain("t0r5");
  });

  it("a row goes on with the one above it, over a section row too", () => {
    expect(shape([row(3, "join")])[0]).toBe(
      "1 Учим вместе | 1.1 Собрать команду наставников Провести: 1) опрос педагогов; 2) опрос родителей",
    );
    expect(shape([row(4, "join")])).toContainEqual(
      "1 Учим вместе | 1.2 Провести: 1) опрос педагогов; 2) опрос родителей Помогаем рядом",
    );
    // nothing stands above the first: it stays what it is
    expect(shape([row(2, "join")])).toEqual(AS_READ);
  });

  it("a joined row is a measure again, and its question is not asked", () => {
    const edited = editedSource(source, [row(6, "measure")]);
    expect(shape([row(6, "measure")]).slice(2, 4)).toEqual([
      "2 Помогаем рядом | 2.1 Выезды в школы",
      "2 Помогаем рядом | – и в детские сады",
    ]);
    const asks = (one: typeof source) =>
      one.reading.doubts.filter(({ where }) => where.address?.row === 6).map(({ kind }) => kind);
    expect(asks(source)).toContain("continued-row");
    expect(asks(edited)).not.toContain("continued-row");
  });

  it("a section row becomes a measure with its number, and back", () => {
    expect(shape([row(4, "measure")]).slice(2, 4)).toEqual([
      "1 Учим вместе | 2 Помогаем рядом",
      "1 Учим вместе | 2.1 Выезды в школы и в детские сады",
    ]);
    expect(shape([row(4, "measure"), row(4, "section")])).toEqual(AS_READ);
  });

  it("a measure becomes a section: inside the one whose number holds its own", () => {
    expect(shape([row(7, "section")])).toContainEqual(
      "2 Помогаем рядом / 2.2 Работа с семьями | 2.3 Встречи с родителями",
    );
  });

  it("a row that only names those below it is a measure like others once that is said", () => {
    const grouped = read(
      document(
        table([
          HEAD,
          ["1", "Опрос читателей", "май 2022", "УО", "Справка"],
          ["2", "Сбор книг", "", "", ""],
          ["", "в северных школах", "май 2022", "УО", "Акт"],
          ["", "в южных школах", "июнь 2022", "УО", "Акт"],
          ["3", "Показ", "июль 2022", "УО", "Фото"],
        ]),
      ),
    );
    const group = (edits: readonly TableEdit[]) =>
      measuresOf(editedSource(grouped, edits).reading.tables[0]!).find(({ measure }) => measure.number === "2")!.measure
        .group;
    expect([group([]), group([row(2, "measure")])]).toEqual([true, undefined]);
  });

  it("a row that was not read at all becomes a measure in its place", () => {
    expect(shape([row(9, "out")])).not.toContainEqual(expect.stringContaining("Итоги подводит"));
    expect(shape([row(0, "measure")])[0]).toMatch(/Мероприятие$/);
  });

  it("a list in a cell becomes measures: terms go in order, the rest is shared, the first keeps its key", () => {
    const edited = editedSource(source, [{ kind: "part", table: 0, row: 3, cuts: [2] }]);
    const parts = measuresOf(edited.reading.tables[0]!)
      .map(({ measure }) => measure)
      .filter(({ key }) => key.startsWith("t0r3"));
    expect(parts.map(({ key, number, title, term, responsible }) => [key, number, title, term, responsible])).toEqual([
      ["t0r3", "1.2.1", "Провести: опрос педагогов", "май 2022", "УО"],
      ["t0r3p2", "1.2.2", "Провести: опрос родителей", "июнь 2022", "УО"],
    ]);
  });

  it("whether a list is one measure or several is asked, unless it was parted by hand", () => {
    const settings = proposeSettings(source.reading, TODAY);
    const asked =
      draft(source, [], settings).doubts.find(({ id }) => id.startsWith("listed-measures:")) ??
      draft(source, [], settings).doubts.find(({ id }) => id.startsWith("several-terms:"));
    expect(asked!.options.map(({ key, hint }) => [key, hint])).toContainEqual(["part", "получится 2\u00A0мероприятия"]);
    const answered = draft(source, [{ doubtId: asked!.id, option: "part", remember: false }], settings);
    expect(answered.rows.map(({ measure }) => measure.title)).toContain("Провести: опрос родителей");
    const byHand = editedSource(source, [{ kind: "part", table: 0, row: 3, cuts: [2] }]);
    expect(draft(byHand, [], settings).doubts.map(({ id }) => id)).not.toContain(asked!.id);
  });

  it("a part put together again is as read", () => {
    expect(
      shape([
        { kind: "part", table: 0, row: 3, cuts: [2] },
        { kind: "part", table: 0, row: 3, cuts: [] },
      ]),
    ).toEqual(AS_READ);
  });

  it("a column given another role is read anew: keys stay, and so do the answers given to them", () => {
    const edited = editedSource(source, [
      {
        kind: "columns",
        table: 0,
        columns: [
          { column: 3, role: "result" },
          { column: 4, role: "responsible" },
        ],
      },
    ]);
    const [before, after] = [source, edited].map(({ reading }) => measuresOf(reading.tables[0]!));
    expect(after!.map(({ measure }) => measure.key)).toEqual(before!.map(({ measure }) => measure.key));
    expect(after![0]!.measure).toMatchObject({ responsible: "Приказ", result: "УО" });
  });

  it("a table that is called no plan has no measures", () => {
    const edited = editedSource(source, [{ kind: "table", table: 0, as: "reference" }]);
    expect(edited.reading.tables[0]).toMatchObject({ kind: "reference", sections: [] });
  });
});
