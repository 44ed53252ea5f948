import { calendarKeysOf } from "./calendar-columns.ts";
import { holdsTitleAndResult } from "./combined-cells.ts";
import { BESIDE_TITLE } from "./measure-fields.ts";
import type { Notes, Remark } from "./notes.ts";
import type { ReadColumn } from "./reading.ts";

/** What columns mean by their places among others is told once for the table. */
export function noteColumns(columns: readonly ReadColumn[], table: number, row: number, remarks: Notes): void {
  const isPlan = columns.some(({ role }) => role === "title");
  if (isPlan) for (const remark of secondColumns(columns, table, row)) remarks.say(remark);
  const keys = calendarKeysOf(columns.map(({ label }) => label));
  const months = keys.flatMap((key, col) => (key === undefined ? [] : [{ key, col }]));
  const [first] = months;
  const isTerm = first !== undefined && columns[first.col]?.role === "term";
  if (first)
    remarks.say({
      kind: "calendar-grid",
      weight: isTerm ? "note" : "question",
      address: { table, row, col: first.col },
      text: isTerm
        ? `Столбцы от «${first.key}» до «${months.at(-1)!.key}» — календарь: срок составлен из отмеченных.`
        : `Столбцы от «${first.key}» до «${months.at(-1)!.key}» — месяцы, а дела стоят в их ячейках: ячейки оставлены целыми, срок виден только по месту.`,
    });
  const dated = columns.findIndex(({ role, key }) => role === "term" && key !== undefined && /^20\d\d/.test(key));
  if (dated >= 0)
    remarks.say({
      kind: "calendar-grid",
      weight: "note",
      address: { table, row, col: dated },
      text: `В столбце «${columns[dated]!.label}» и соседних годах стоят сроки, а не числа: срок составлен из них.`,
    });
  const both = columns.findIndex(
    ({ role, label }) => (role === "title" || role === "result") && holdsTitleAndResult(label),
  );
  if (both >= 0)
    remarks.say({
      kind: "combined-cell",
      weight: "question",
      address: { table, row, col: both },
      text: `В столбце «${columns[both]!.label}» мероприятие и результат стоят вместе: ячейки оставлены целыми.`,
      suggestion: "keep",
      options: [{ key: "keep", label: "Оставить целыми", hint: "результат можно вписать в строке", value: null }],
    });
  const guessed = columns.findIndex((one) => one.guessed);
  const answered = columns.some(({ role }) => role === "responsible" || role === "reportDocument");
  if (guessed >= 0)
    remarks.say({
      kind: "guessed-title",
      weight: answered ? "note" : "question",
      address: { table, row, col: guessed },
      text: `Столбец «${columns[guessed]!.label}» прочитан как мероприятие: рядом сроки и ${answered ? "ответственные" : "результаты"}, а другого названия нет.`,
    });
}

/** Two columns of one meaning: the second stands among the other texts until a person says what it is. */
function secondColumns(columns: readonly ReadColumn[], table: number, row: number): readonly Remark[] {
  return BESIDE_TITLE.flatMap((role): Remark[] => {
    const same = columns.flatMap((one, col) => (one.role === role && one.key === undefined ? [col] : []));
    const [first, second] = same;
    if (first === undefined || second === undefined || columns[first]!.label === columns[second]!.label) return [];
    return [
      {
        kind: "second-column",
        weight: "question",
        address: { table, row, col: second },
        text: `Столбцы «${columns[first]!.label}» и «${columns[second]!.label}» значат одно: второй сохранён как есть, но не участвует в плане.`,
        suggestion: "keep",
        options: [{ key: "keep", label: "Оставить так", hint: "или перетащите на столбец его роль", value: null }],
      },
    ];
  });
}
