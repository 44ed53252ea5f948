import { letters } from "#domain/russian/letters.ts";
import type { CellAddress, DocumentGrids } from "#shared/document-grids.ts";
import { FIELD_NAMES, TEXT_FIELDS } from "./measure-fields.ts";
import { numberChecks } from "./number-checks.ts";
import { doubtOf, short, type Remark } from "./notes.ts";
import { measuresOf, type Doubt, type MeasureField, type ReadMeasure, type ReadTable } from "./reading.ts";
import { checkCells } from "./cell-checks.ts";
import { holdsSeveral, latinLookAlikes, looksCut, totalSense } from "./values.ts";

const SAYS_SOMETHING = letters(/[\p{L}\d+✓✔]/u);

/** Doubts that the finished reading of a table raises: gaps, repeats, strange values, and text without a place. `said` are those raised while it was read. */
export function checkTable(table: ReadTable, grids: DocumentGrids, said: readonly Doubt[]): readonly Doubt[] {
  if (table.sections.length === 0) return otherTable(table).map(doubtOf);
  const measures = measuresOf(table).map(({ measure }) => measure);
  const remarks = [
    ...emptyCells(measures),
    ...measures.flatMap((measure, at) => [...repeated(measures, at), ...oddTexts(measure), ...planned(measure)]),
    ...numberChecks(table),
    ...checkCells(table, grids, said),
  ];
  return remarks.map(doubtOf);
}

function otherTable({ kind, tableIndexes, caption }: ReadTable): readonly Remark[] {
  if (kind !== "reference") return [];
  return [
    {
      kind: "uncertain-kind",
      weight: "note",
      address: { table: tableIndexes[0]!, row: 0, col: 0 },
      text: `Таблица «${short(caption ?? "без названия")}» не похожа на план мероприятий: прочитана как справочная.`,
    },
  ];
}

const named = ({ number, title }: ReadMeasure): string =>
  number === null ? `«${short(title ?? "без названия")}»` : `строки ${number}`;
const addressOf = (measure: ReadMeasure, field: string): CellAddress | null => measure.cells[field]?.[0] ?? null;

const EXPECTED: readonly MeasureField[] = ["title", "term", "responsible", "result", "reportDocument"];

/** A cell is missed where nearly every other row has one. */
function emptyCells(measures: readonly ReadMeasure[]): readonly Remark[] {
  const own = measures.filter(({ group }) => !group);
  return EXPECTED.flatMap((field) => {
    const filled = own.filter((one) => one[field] !== null).length;
    if (own.length < 2 || filled < own.length * 0.5) return [];
    return own.flatMap((measure, at): Remark[] => {
      if (measure[field] !== null || (field === "term" && measure.termContext !== undefined)) return [];
      const above = own[at - 1]?.[field] ?? null;
      return [
        {
          kind: "empty-cell",
          weight: "question",
          address: addressOf(measure, field) ?? { ...measure.rows[0]!, col: 0 },
          measure: measure.key,
          field,
          text: `У ${named(measure)} пусто: ${FIELD_NAMES[field]}. В остальных строках ${field === "title" ? "оно указано" : "он указан"}.`,
          options: [
            { key: "leave", label: "Оставить пустым", value: null },
            ...(above !== null && field !== "title"
              ? [{ key: "above", label: "Как в строке выше", hint: short(above), value: above }]
              : []),
          ],
        },
      ];
    });
  });
}

/** How long a result is that nobody prints twice: right below, and anywhere. */
const NEAR_REPEAT = 30;
const FAR_REPEAT = 100;

/** A long result printed twice is often a copy left by mistake; cells merged on purpose are not asked about. */
function repeated(measures: readonly ReadMeasure[], at: number): readonly Remark[] {
  const measure = measures[at]!;
  const { result } = measure;
  if (result === null || result.length <= NEAR_REPEAT) return [];
  const cell = addressOf(measure, "result");
  const from = result.length > FAR_REPEAT ? 0 : Math.max(at - 1, 0);
  const twin = measures
    .slice(from, at)
    .find((one) => one.result === result && !sameCell(addressOf(one, "result"), cell));
  if (!twin) return [];
  return [
    {
      kind: "result-repeats",
      weight: "note",
      address: cell,
      measure: measure.key,
      field: "result",
      text: `Результат ${named(measure)} дословно повторяет результат ${named(twin)}. Текст оставлен как в документе.`,
    },
  ];
}

function sameCell(a: CellAddress | null, b: CellAddress | null): boolean {
  return a !== null && b !== null && a.table === b.table && a.row === b.row && a.col === b.col;
}

function oddTexts(measure: ReadMeasure): readonly Remark[] {
  return TEXT_FIELDS.flatMap((field): Remark[] => {
    const text = measure[field];
    if (text === null) return [];
    const place = { address: addressOf(measure, field), measure: measure.key, field };
    if (!SAYS_SOMETHING.test(text)) {
      return [
        {
          ...place,
          kind: "mark-only",
          weight: "note",
          text: `У ${named(measure)} вместо текста (${FIELD_NAMES[field]}) стоит только «${text}».`,
        },
      ];
    }
    const alien = latinLookAlikes(text);
    const remarks: Remark[] = [];
    if (alien.length > 0) {
      remarks.push({
        ...place,
        kind: "latin-letters",
        weight: "note",
        text: `В ${alien.map(({ printed }) => `«${printed}»`).join(", ")} есть латинские буквы, похожие на русские. Текст оставлен как в документе, сопоставляется как ${alien.map(({ cyrillic }) => `«${cyrillic}»`).join(", ")}.`,
        suggestion: alien.reduce((fixed, { printed, cyrillic }) => fixed.replaceAll(printed, cyrillic), text),
      });
    }
    if ((field === "result" || field === "title") && looksCut(text)) {
      remarks.push({
        ...place,
        kind: "cut-text",
        weight: "note",
        text: `Текст обрывается: «…${text.slice(-50).replace(/^\S*\s/, "")}» (${FIELD_NAMES[field]} ${named(measure)}). Возможно, конец ячейки потерян в документе.`,
      });
    }
    return remarks;
  });
}

function planned(measure: ReadMeasure): readonly Remark[] {
  const { plan } = measure;
  if (!plan) return [];
  const several = Object.entries(plan).find(([, text]) => holdsSeveral(text));
  if (several) {
    const field = `plan ${several[0]}`;
    return [
      {
        kind: "several-values",
        weight: "question",
        address: addressOf(measure, field),
        measure: measure.key,
        field,
        text: `В плане ${named(measure)} несколько чисел: «${several[1]}». К чему относится каждое, в документе не сказано.`,
      },
    ];
  }
  const { total, ...years } = plan;
  if (total === undefined || totalSense(total, Object.values(years)) !== "neither") return [];
  const sum = Object.values(years).reduce((all, one) => all + (Number(one) || 0), 0);
  return [
    {
      kind: "plan-total",
      weight: "question",
      address: addressOf(measure, "plan total"),
      measure: measure.key,
      field: "plan total",
      text: `План ${named(measure)}: всего ${total}, по годам ${Object.values(years).join(", ")}. Итог не равен ни сумме, ни значению каждого года.`,
      options: [
        { key: "keep", label: "Оставить как в документе", value: total },
        { key: "sum", label: "Итог равен сумме по годам", value: String(sum) },
      ],
    },
  ];
}
