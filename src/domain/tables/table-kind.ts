import { letters } from "#domain/russian/letters.ts";
import { headerKey } from "./fold.ts";
import type { ReadColumn, TableKind } from "./reading.ts";

const INDICATOR = /показател|индикатор|критери/u;
const MONEY = letters(/финанс|бюджет|руб(?!\p{L})|рубл|стоимост|расход|смет[аы]|объем\p{L}* средств|источник/u);
const RESULT = /результат|эффект|продукт/u;
const PEOPLE = letters(
  /(?<!\p{L})фио(?!\p{L})|фамили|участник|состав|наставник|подопечн|куратор|педагог|учител|должност|телефон|e mail|адрес|директор|руководител/u,
);
const PLACES = letters(
  /школ|образовательн\p{L}* (?:организац|учрежд)|(?<!\p{L})оо(?!\p{L})|учреждени|наименовани\p{L}* организац/u,
);
const LIST_CAPTION = /участник|состав|список|перечень|реестр|пары|закреплени/u;

/** Tables whose rows are measures, wherever they stand. */
export const PLAN_KINDS: ReadonlySet<TableKind> = new Set(["plan", "matrix", "nested"]);

/** What a table that is no plan speaks of, by its header and caption; undefined where the words say nothing. */
export function kindByWords(columns: readonly ReadColumn[], caption: string | null): TableKind | undefined {
  const labels = columns.map(({ label }) => headerKey(label));
  const title = headerKey(caption ?? "");
  const has = (word: RegExp): boolean => labels.some((label) => word.test(label));
  if (has(INDICATOR)) return "indicators";
  if (has(MONEY)) return "finance";
  const named = labels.filter((label) => PEOPLE.test(label) || PLACES.test(label)).length;
  if (named >= 2 || (named === 1 && LIST_CAPTION.test(title))) return "participants";
  if (INDICATOR.test(title)) return "indicators";
  if (MONEY.test(title)) return "finance";
  if (has(RESULT) || RESULT.test(title)) return "results";
  return undefined;
}

/** A table of money by years names the same measures as the plan beside it: nobody answers in it and nothing is due. */
export function isFinance(columns: readonly ReadColumn[], caption: string | null): boolean {
  const duty = columns.some(({ role }) => role === "term" || role === "responsible" || role === "reportDocument");
  return !duty && columns.some(({ role }) => role === "planYear" || role === "planTotal") && money(columns, caption);
}

/** Whether a header speaks of money: «Объём финансирования, тыс. руб.». */
export function speaksOfMoney(text: string): boolean {
  return MONEY.test(headerKey(text));
}

function money(columns: readonly ReadColumn[], caption: string | null): boolean {
  return speaksOfMoney(caption ?? "") || columns.some(({ label }) => speaksOfMoney(label));
}
