import { counted, type PluralForms } from "#domain/russian/plural.ts";

type Counts = Readonly<Record<string, readonly [before: string, forms: PluralForms]>>;

const ROWS: PluralForms = ["строка", "строки", "строк"];
const OF_PLAN: Counts = {
  added: ["добавлено", ["отчёт", "отчёта", "отчётов"]],
  moved: ["перенесено", ["срок", "срока", "сроков"]],
  closed: ["закрыто", ["срок", "срока", "сроков"]],
  reopened: ["открыто снова", ["срок", "срока", "сроков"]],
};
const OF_SHEET: Counts = {
  added: ["добавлено", ROWS],
  updated: ["изменено", ROWS],
  unchanged: ["без изменений", ROWS],
  refused: ["не принято", ROWS],
};
const OTHERS: Counts = {
  people: ["", ["человек", "человека", "человек"]],
  measures: ["", ["мероприятие", "мероприятия", "мероприятий"]],
  roadmaps: ["", ["план", "плана", "планов"]],
  answers: ["", ["ответ", "ответа", "ответов"]],
};

function countsOf(action: string): Counts {
  if (action === "obligation.replan") return OF_PLAN;
  return action.endsWith(".import") ? OF_SHEET : OTHERS;
}

/** What an entry says beside its fields: why, how many, from where; null where nothing. */
export function detailInWords(action: string, detail: Readonly<Record<string, unknown>>): string | null {
  const parts = Object.entries(countsOf(action)).flatMap(([name, [before, forms]]) => {
    const many = detail[name];
    return typeof many === "number" && many > 0 ? [[before, counted(many, forms)].filter(Boolean).join(" ")] : [];
  });
  if (typeof detail["rowsHash"] === "string" && typeof detail["rows"] === "number")
    parts.push(`изменено сразу ${counted(detail["rows"], ROWS)}: видны в сравнении редакций и в самой программе`);
  if (detail["from"] === "sheet") parts.push("из таблицы");
  if (detail["from"] === "import") parts.push("при разборе документа");
  const told = parts.join(", ");
  const reason = typeof detail["reason"] === "string" ? detail["reason"] : "";
  return [reason, told && `${told[0]!.toUpperCase()}${told.slice(1)}`].filter(Boolean).join(". ") || null;
}
