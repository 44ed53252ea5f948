import { counted, type PluralForms } from "#domain/russian/plural.ts";
import { DESTRUCTION_REASONS } from "#features/personal-data/model/destruction.ts";
import { ACTION_WORDS } from "./action-words.ts";

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
  letters: ["отправлено", ["письмо", "письма", "писем"]],
  answers: ["", ["ответ", "ответа", "ответов"]],
};

const OF_ROUND: Counts = {
  people: ["уведомлено", ["человек", "человека", "человек"]],
  letters: ["в очередь поставлено", ["письмо", "письма", "писем"]],
};

function countsOf(action: string): Counts {
  if (action === "reminder.round") return OF_ROUND;
  if (action === "obligation.replan") return OF_PLAN;
  return action.endsWith(".import") ? OF_SHEET : OTHERS;
}

const STEPS: Readonly<Record<string, string>> = {
  password: "по паролю",
  link: "по ссылке",
  foreign: "через внешнюю службу",
  code: "с кодом",
  demo: "одним нажатием в демонстрации",
};

/** The action of a route, in words where the journal has a deed of that name. */
function wantedInWords(action: string): string {
  const words = (ACTION_WORDS as Readonly<Record<string, string>>)[action];
  return words ? `«${words}»` : action;
}

const capitalised = (text: string): string => text && `${text[0]!.toUpperCase()}${text.slice(1)}`;

/** The case of the law that a destruction names by its code. */
function destructionReason(code: string): string {
  return capitalised((DESTRUCTION_REASONS as Readonly<Record<string, string>>)[code] ?? code);
}

/** What an entry says beside its fields: why, how many, from where; null where nothing. */
export function detailInWords(action: string, detail: Readonly<Record<string, unknown>>): string | null {
  const parts = Object.entries(countsOf(action)).flatMap(([name, [before, forms]]) => {
    const many = detail[name];
    return typeof many === "number" && many > 0 ? [[before, counted(many, forms)].filter(Boolean).join(" ")] : [];
  });
  if (typeof detail["rowsHash"] === "string" && typeof detail["rows"] === "number")
    parts.push(`изменено сразу ${counted(detail["rows"], ROWS)}: видны в сравнении редакций и в самой программе`);
  if (action === "session.open" && Array.isArray(detail["by"]))
    parts.push(detail["by"].map((step) => STEPS[String(step)]).join(" "));
  if (typeof detail["wanted"] === "string") parts.push(`запрос ${wantedInWords(detail["wanted"])}`);
  if (detail["from"] === "sheet") parts.push("из таблицы");
  if (detail["from"] === "import") parts.push("при разборе документа");
  const told = parts.join(", ");
  const given = typeof detail["reason"] === "string" ? detail["reason"] : "";
  const reason = action === "person.destroy" ? destructionReason(given) : given;
  return [reason, capitalised(told)].filter(Boolean).join(". ") || null;
}
