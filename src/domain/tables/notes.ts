import { cutText } from "#shared/cut-text.ts";
import type { BodyRow } from "./body.ts";
import type { CellAddress } from "#shared/document-grids.ts";
import type { OpenMeasure } from "./measure.ts";
import type { Doubt, DoubtKind, DoubtOption } from "./reading.ts";

export interface Remark {
  readonly kind: DoubtKind;
  readonly weight: Doubt["weight"];
  readonly text: string;
  readonly address?: CellAddress | null;
  readonly field?: string;
  readonly measure?: string;
  readonly block?: number;
  readonly suggestion?: string;
  readonly options?: readonly DoubtOption[];
}

/** Gathers doubts while a table is read; every joining, leaving out and guess passes here. */
export interface Notes {
  readonly say: (remark: Remark) => void;
  readonly joinedRow: (measure: OpenMeasure, row: BodyRow, kind: "continued" | "split") => void;
  readonly emptyRow: (row: BodyRow) => void;
  readonly aside: (row: BodyRow, kind: "total" | "footnote") => void;
  readonly sectionParagraph: (block: number, text: string) => void;
  readonly measure: (measure: OpenMeasure, row: BodyRow, numbered: boolean) => void;
  readonly doubts: () => readonly Doubt[];
}

export function notes(): Notes {
  const found: Doubt[] = [];
  const say = (remark: Remark): void => void found.push(doubtOf(remark, found.length));
  return {
    say,
    joinedRow: ({ key, number, texts }, { row }, kind) => {
      const place = number === null ? `«${short(texts.get("title") ?? "")}»` : `строки ${number}`;
      const cell = row.slots
        .flatMap(({ cells }) => cells)
        .find(({ paragraphs }) => paragraphs.some((text) => text.trim() !== ""));
      say({
        kind: kind === "continued" ? "continued-row" : "split-row",
        weight: "question",
        address: { table: row.table, row: row.row, col: cell?.col ?? 0 },
        measure: key,
        field: "title",
        text:
          kind === "continued"
            ? `Похоже на продолжение ${place}: строка соединена с ней.`
            : `Мероприятие ${place} занимает несколько строк: их тексты соединены.`,
        suggestion: "Соединить",
        options: [
          { key: "join", label: "Соединить", value: null },
          { key: "separate", label: "Оставить отдельным мероприятием", value: null },
        ],
      });
    },
    emptyRow: ({ row, numberRaw }) =>
      say({
        kind: "empty-row",
        weight: "note",
        address: { table: row.table, row: row.row, col: 0 },
        text: `В строке ${numberRaw ?? ""} стоит только номер: мероприятие из неё не создано.`,
      }),
    aside: ({ row }, kind) => {
      const texts = row.filled.map(({ slot }) => slot.text);
      say({
        kind: kind === "total" ? "total-row" : "footnote",
        weight: "note",
        address: { table: row.table, row: row.row, col: 0 },
        text:
          kind === "total"
            ? `Строка «${short(texts.join(" | "))}» подводит итог: мероприятие из неё не создано.`
            : `Строка «${short(texts.join(" | "))}» стоит под планом как примечание: мероприятие из неё не создано.`,
        suggestion: texts.join(" | "),
      });
    },
    sectionParagraph: (block, text) =>
      say({
        kind: "section-paragraph",
        weight: "note",
        block,
        text: `Раздел «${short(text)}» стоит абзацем между частями таблицы: строки ниже отнесены к нему.`,
      }),
    measure: (measure, { row }, numbered) => {
      if (measure.group) {
        say({
          kind: "group-row",
          weight: "question",
          address: { table: row.table, row: row.row, col: 0 },
          measure: measure.key,
          field: "title",
          text: `Строка ${measure.number ?? ""} только называет строки под ней: сроки и исполнители стоят у них.`,
          suggestion: "Считать заголовком группы",
          options: [
            { key: "group", label: "Считать заголовком группы", value: null },
            { key: "measure", label: "Считать отдельным мероприятием", value: null },
          ],
        });
      } else if (numbered && measure.number === null && measure.parent === null) {
        say({
          kind: "continued-row",
          weight: "question",
          address: { table: row.table, row: row.row, col: 0 },
          measure: measure.key,
          field: "number",
          text: `У строки «${short(measure.texts.get("title") ?? "")}» нет номера. Прочитана как отдельное мероприятие.`,
          suggestion: "Оставить отдельным мероприятием",
          options: [
            { key: "separate", label: "Оставить отдельным мероприятием", value: null },
            { key: "join", label: "Соединить со строкой выше", value: null },
          ],
        });
      }
    },
    doubts: () => found,
  };
}

export function doubtOf(
  { kind, weight, text, address, field, measure, block, suggestion, options }: Remark,
  ordinal: number,
): Doubt {
  const spot = address
    ? `t${address.table}r${address.row}c${address.col}`
    : block === undefined
      ? (measure ?? `n${ordinal}`)
      : `b${block}`;
  return {
    id: `${kind}:${spot}${field ? `:${field}` : ""}`,
    kind,
    weight,
    where: { address: address ?? null, field: field ?? null, measure: measure ?? null, block: block ?? null },
    text,
    ...(suggestion !== undefined && { suggestion }),
    ...(options && { options }),
  };
}

/** A text as short as a doubt can quote it. */
export function short(text: string, most = 60): string {
  return text.length <= most ? text : `${cutText(text, most).replace(/\s+\S*$/, "")}…`;
}
