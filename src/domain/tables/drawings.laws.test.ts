import fc from "fast-check";
import { expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
import { document, table, type CellSketch } from "../../../test/support/grid-builder.ts";
import type { Block } from "#shared/document-grids.ts";
import { measuresOf } from "./reading.ts";
import { understand } from "./understand.ts";

/** A plan as somebody means it, before it is drawn. */
interface Row {
  readonly title: string;
  readonly term: string;
  readonly responsible: string;
  readonly result: string;
}
type Field = keyof Row;

const NOUNS = ["смотр библиотек", "обзор уроков", "слёт наставников", "семинар завучей", "сбор заявок школ"];
const TERMS = [
  "сентябрь",
  "до 15 октября",
  "ежеквартально",
  "ноябрь – март",
  "1 раз в месяц",
  "май 2027 г.",
  "постоянно",
];
const PARTIES = ["УО", "методический центр", "директора школ", "УО, ОО", "заместитель директора", "руководители РМО"];
const RESULTS = ["Приказ", "Справка по итогам", "Банк материалов", "Протокол совещания", "Сборник статей"];

const row: fc.Arbitrary<Row> = fc.record({
  title: fc
    .constantFrom("Провести", "Подготовить", "Организовать", "Обсудить")
    .chain((verb) => fc.tuple(fc.constantFrom(...NOUNS), fc.nat(99)).map(([noun, tag]) => `${verb} ${noun} я${tag}`)),
  term: fc.constantFrom(...TERMS),
  responsible: fc.constantFrom(...PARTIES),
  result: fc.constantFrom(...RESULTS),
});
const plan = fc.array(
  fc.record({
    title: fc
      .tuple(fc.constantFrom("Кадры", "Содержание образования", "Работа с семьёй", "Условия"), fc.nat(99))
      .map(([name, tag]) => `${name} р${tag}`),
    rows: fc.array(row, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 3 },
);

const WORDS: Readonly<Record<Field | "number", readonly string[]>> = {
  number: ["№", "№ п/п", "N п/п"],
  title: ["Мероприятие", "Мероприятия", "Наименование мероприятия", "Содержание работы", "Что нужно сделать"],
  term: ["Срок", "Сроки проведения", "Сроки реализации", "Дата проведения", "Когда"],
  responsible: ["Ответственный", "Ответственные", "Исполнители", "Ответственный исполнитель"],
  result: ["Результат", "Ожидаемый результат", "Планируемые результаты"],
};

const drawing = fc.record({
  numbers: fc.constantFrom("column", "typed", "none"),
  /** the columns after the number, in any order that people use */
  order: fc.constantFrom<readonly Field[]>(
    ["title", "term", "responsible"],
    ["title", "term", "responsible", "result"],
    ["term", "title", "responsible"],
    ["title", "responsible", "term"],
    ["title", "responsible", "result", "term"],
    ["title", "result", "term", "responsible"],
  ),
  words: fc.nat(4),
  banner: fc.boolean(),
  columnNumbers: fc.boolean(),
  sections: fc.constantFrom("merged", "numberCell", "lone", "none"),
  sectionNumbers: fc.constantFrom("decimal", "roman", "word", "plain"),
  /** responsible people of neighbouring rows are one cell where they are the same, or a mark of repetition */
  parties: fc.constantFrom("each", "merged", "ditto"),
  /** columns nobody asked for, before the term or at the end */
  extra: fc.constantFrom("none", "Место проведения", "Отметка о выполнении", "Примечание"),
  emptyRows: fc.boolean(),
  /** the line after the title is drawn askew in one row of the file */
  askew: fc.boolean(),
  /** a page ends in the middle of a title: the rest of it stands alone in the first row of the next table */
  torn: fc.boolean(),
  /** rows after which a page ends; the header is printed again or not */
  cuts: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 2 }),
  repeated: fc.boolean(),
  total: fc.boolean(),
});
type Drawing = typeof drawing extends fc.Arbitrary<infer One> ? One : never;
type Plan = typeof plan extends fc.Arbitrary<infer One> ? One : never;

const ROMAN = ["I", "II", "III"];

function draw(sections: Plan, how: Drawing): Block[] {
  const hasNumber = how.numbers === "column";
  const columns: readonly Column[] = [
    ...(hasNumber ? (["number"] as const) : []),
    ...how.order,
    ...(how.extra === "none" ? [] : (["extra"] as const)),
  ];
  const header = columns.map((column) =>
    column === "extra" ? how.extra : WORDS[column][how.words % WORDS[column].length]!,
  );
  const body: CellSketch[][] = [];
  sections.forEach(({ title, rows }, at) => {
    const named = {
      decimal: `${at + 1}. ${title}`,
      roman: `${ROMAN[at]}. ${title}`,
      word: `Раздел ${at + 1}. ${title}`,
      plain: title,
    }[how.sectionNumbers];
    if (how.sections === "merged") body.push([{ text: named, cols: columns.length }]);
    if (how.sections === "lone") body.push([named, ...columns.slice(1).map(() => "")].map((text) => ({ text })));
    if (how.sections === "numberCell") body.push([{ text: `${at + 1}.` }, { text: title, cols: columns.length - 1 }]);
    rows.forEach((one, nth) => {
      const number = `${at + 1}.${nth + 1}`;
      const same = (other: Row | undefined): boolean =>
        how.parties !== "each" && other?.responsible === one.responsible;
      const below = rows.slice(nth).findIndex((other) => !same(other));
      const reach = below < 0 ? rows.length - nth : below;
      body.push(
        columns.flatMap((column): CellSketch[] => {
          if (column === "number") return [{ text: `${number}.` }];
          if (column === "extra") return [{ text: nth === 0 ? "зал" : "" }];
          if (column === "title") return [{ text: how.numbers === "typed" ? `${number}. ${one.title}` : one.title }];
          if (column !== "responsible" || how.parties === "each") return [{ text: one[column] }];
          const hangs = how.parties === "merged" && whole(how);
          if (same(rows[nth - 1])) return hangs ? [] : [{ text: how.parties === "ditto" ? "-//-" : one.responsible }];
          return [{ text: one.responsible, ...(hangs && { rows: reach }) }];
        }),
      );
    });
    if (how.emptyRows) body.push(columns.map(() => ({ text: "" })));
  });
  if (how.total) body.push(columns.map((column) => ({ text: column === "title" ? "Итого:" : "" })));
  const head: CellSketch[][] = [
    header.map((text) => ({ text })),
    ...(how.columnNumbers ? [header.map((_, at) => ({ text: String(at + 1) }))] : []),
  ];
  const cuts = [0, ...how.cuts.filter((cut) => cut < body.length).sort((a, b) => a - b), body.length];
  const titleAt = columns.indexOf("title");
  const pages = cuts.slice(0, -1).map((from, at) => body.slice(from, cuts[at + 1]));
  pages.forEach((rows, at) => {
    const last = rows.at(-1)!;
    const title = last[titleAt];
    if (!how.torn || how.repeated || at === pages.length - 1 || !title || last.length !== columns.length) return;
    if (!/ я\d+$/.test(title.text)) return;
    const [tail = ""] = /\S+$/.exec(title.text)!;
    last[titleAt] = { ...title, text: title.text.slice(0, -tail.length - 1) };
    pages[at + 1]!.unshift(columns.map((_, col) => ({ text: col === titleAt ? tail : "" })));
  });
  return pages.map((rows, at): Block => {
    const banner: CellSketch[][] = how.banner ? [[{ text: "Развитие школ района", cols: columns.length }]] : [];
    const before = at > 0 ? (how.repeated ? head : []) : [...banner, ...head];
    return table(how.askew && at === 0 ? leaning([...before, ...rows], titleAt) : [...before, ...rows]);
  });
}

type Column = Field | "number" | "extra";

/** Cells that hang over rows cannot be cut by a page here: the file would draw them anew. */
const whole = (how: Drawing): boolean => how.cuts.length === 0 && !how.askew;

/** Every cell two grid columns wide; in the last row the line after the title is one to the left. */
function leaning(rows: CellSketch[][], titleAt: number): CellSketch[][] {
  if (rows.length < 6) return rows;
  return rows.map((cells, at) => {
    const wide = cells.map((cell) => ({ ...cell, cols: (cell.cols ?? 1) * 2 }));
    const [title, next] = [wide[titleAt], wide[titleAt + 1]];
    if (at !== rows.length - 1 || !title || !next || cells.some(({ cols }) => (cols ?? 1) > 1)) return wide;
    wide[titleAt] = { ...title, cols: 1 };
    wide[titleAt + 1] = { ...next, cols: 3 };
    return wide;
  });
}

const possible = (how: Drawing): boolean =>
  // a number cell of the section needs its column; sections of one text need merged cells or gaps in every row
  (how.sections !== "numberCell" || how.numbers === "column") &&
  // nothing tells the end of a torn title from a row or a section of its own where no cell is merged and none is numbered
  !(how.torn && (how.sections !== "merged" || how.numbers !== "column")) &&
  // a line of dots would be the only text of its row
  !(how.emptyRows && how.total) &&
  // without merged cells a text alone in the first column of terms or numbers is a section only by its number
  !(how.sections === "lone" && how.order[0] !== "title");

function readBack(sections: Plan, how: Drawing) {
  const { reading } = understand(document(...draw(sections, how)));
  const read = reading.tables.flatMap(measuresOf).map(({ path, measure }) => ({
    section: how.sections === "none" ? null : (path.at(-1)?.title ?? null),
    number: measure.number,
    title: measure.title,
    term: measure.term,
    responsible: measure.responsible,
    result: measure.result,
  }));
  const meant = sections.flatMap(({ title, rows }, at) =>
    rows.map((one, nth) => ({
      section: how.sections === "none" ? null : title,
      number: how.numbers === "none" ? null : `${at + 1}.${nth + 1}`,
      title: one.title,
      term: one.term,
      responsible: one.responsible,
      result: how.order.includes("result") ? one.result : null,
    })),
  );
  return { reading, read, meant };
}

it("a plan is read back as it was meant, however it is drawn", () => {
  fc.assert(
    fc.property(plan, drawing.filter(possible), (sections, how) => {
      const { reading, read, meant } = readBack(sections, how);
      expect(reading.tables.map(({ kind }) => kind)).toEqual(["plan"]);
      expect(read).toEqual(meant);
    }),
    { numRuns: runs(60) },
  );
});

it("a plan that no one could read for certain is never read otherwise without a question", () => {
  fc.assert(
    fc.property(plan, drawing, (sections, how) => {
      const { reading, read, meant } = readBack(sections, how);
      const asked = reading.doubts.some(({ weight }) => weight === "question");
      if (!asked) expect(read).toEqual(meant);
    }),
    { numRuns: runs(60) },
  );
});
