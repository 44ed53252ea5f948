import { describe, expect, it } from "vitest";
import { acceptAll, draft, planGrids, read, TODAY } from "../../../../test/support/import-samples.ts";
import { document, heading } from "../../../../test/support/grid-builder.ts";
import { openDoubts } from "./doubts.ts";
import { paperOf } from "./paper.ts";
import { proposeSettings } from "./settings.ts";
import { roadmapTables, tableKey } from "./source.ts";

const ORDER = [
  "О поддержке чтения в школах",
  "приказываю:",
  "1. Утвердить прилагаемый план чтения.",
  "2. Общеобразовательным организациям:",
  "2.1. Разработать планы чтения в срок до 15.10.2026.",
  "2.2. Провести недели чтения ежегодно, март.",
  "3. Методическому центру организовать обучение наставников до 01.11.2026.",
  "4. Контроль за исполнением приказа оставляю за собой.",
];
const order = read(document(...ORDER));

describe("an order without a plan", () => {
  it("is proposed whole as a roadmap under the heading of the order", () => {
    const settings = proposeSettings(order.reading, TODAY);
    expect(settings.tables).toEqual(roadmapTables(order.reading).map(tableKey));
    expect([settings.startsOn, settings.endsOn]).toEqual(["2026-01-01", "2026-12-31"]);
    const { roadmaps } = draft(order);
    expect(roadmaps).toMatchObject([
      {
        title: "О поддержке чтения в школах",
        sections: [{ number: "2", measures: [{ number: "2.1" }, { number: "2.2" }] }, { measures: [{ number: "3" }] }],
      },
    ]);
  });

  it("gives every measure its term, those who do it, and who controls it; who controls does not report", () => {
    const { drafted } = acceptAll(order);
    expect(openDoubts(drafted.doubts)).toEqual([]);
    expect(
      drafted.rows.map(({ measure }) => [
        measure.title,
        measure.dueText,
        measure.reporting,
        measure.parties.map(({ name, part }) => `${part}: ${name}`),
      ]),
    ).toEqual([
      [
        "Разработать планы чтения",
        "в срок до 15.10.2026",
        "first",
        ["assignee: Общеобразовательным организациям", "accountable: оставляю за собой"],
      ],
      [
        "Провести недели чтения",
        "ежегодно, март",
        "first",
        ["assignee: Общеобразовательным организациям", "accountable: оставляю за собой"],
      ],
      [
        "организовать обучение наставников",
        "до 01.11.2026",
        "first",
        ["assignee: Методическому центру", "accountable: оставляю за собой"],
      ],
    ]);
  });

  it("stands on paper point by point, with its section said", () => {
    const [paper] = paperOf(order);
    expect(
      paper?.parts[0]?.rows.map(({ cells, section }) => [cells[0]?.paragraphs[0], section?.slice(0, 8) ?? null]),
    ).toEqual([
      ["1.", null],
      ["2.", "Раздел 2"],
      ["2.1.", null],
      ["2.2.", null],
      ["3.", null],
      ["4.", null],
    ]);
  });
});

it("points beside a plan, and duties beside it, are offered and not taken", () => {
  const { blocks } = planGrids();
  const both = read(
    document(...ORDER, ...blocks, heading("Функции куратора"), "– помогать школам;", "– вести встречи."),
  );
  expect(roadmapTables(both.reading).map(({ kind }) => kind)).toEqual(["plan", "points", "duties"]);
  expect(proposeSettings(both.reading, TODAY).tables).toEqual([0]);
  const { rows } = draft(both);
  expect(rows.map(({ source }) => source.table.kind)).not.toContain("points");
});

it("duties without terms are asked about together, and one of them may be told apart", () => {
  const duties = read(
    document(
      heading("Обязанности школы-партнёра"),
      "– делиться опытом;",
      "– принимать гостей;",
      "– вести встречи не реже 1 раза в месяц;",
      "– вести журнал не реже 1 раза в месяц.",
    ),
  );
  const dated = (drafted: ReturnType<typeof draft>) => drafted.doubts.filter(({ topic }) => topic === "undated");
  expect(dated(draft(duties)).map(({ id, places, suggested }) => [id, places.length, suggested])).toEqual([
    ["undated:all", 2, "moments"],
    ["said:не реже 1 раза в месяц", 2, "said"],
  ]);
  const answered = draft(duties, [
    { doubtId: "undated:all", option: "never", remember: false },
    { doubtId: "undated:all@t0r2", option: "yearly", remember: false },
    { doubtId: "said:не реже 1 раза в месяц", option: "said", remember: false },
  ]);
  expect(answered.rows.map(({ measure }) => measure.cadence[0]?.kind)).toEqual([
    "on-demand",
    "yearly",
    "cadence",
    "cadence",
  ]);
});

it("duties alone are proposed, borne by whom the heading names", () => {
  const duties = read(document(heading("Обязанности школы-партнёра"), "– делиться опытом;", "– принимать гостей."));
  const { rows } = draft(duties);
  expect(rows.map(({ measure }) => [measure.title, measure.responsibleText])).toEqual([
    ["делиться опытом", "школы-партнёра"],
    ["принимать гостей", "школы-партнёра"],
  ]);
});
