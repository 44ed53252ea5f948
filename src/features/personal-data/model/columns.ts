import type { Category } from "./categories.ts";

/** A column of the database, «person.phone». */
export type ColumnName = `${string}.${string}`;

/**
 * Every column commented `personal` with its category. A test compares this list with the comments of the database: a column that is
 * in one and not in the other fails it, and so does a column that looks personal by its name and is in neither this list nor the next.
 */
export const PERSONAL_COLUMNS: Readonly<Record<ColumnName, Category>> = {
  "person.family_name": "name",
  "person.given_name": "name",
  "person.patronymic": "name",
  "person.phone": "contact",
  "account.login": "access",
  "membership.position": "work",
  "foreign_identity.subject": "access",
  "letter.sealed": "access",
  "session.agent": "device",
  "session.place": "device",
  "journal_origin.address": "device",
  "journal_personal.before": "deeds",
  "journal_personal.after": "deeds",
  "consent.given_paper": "appeals",
  "consent.withdrawn_paper": "appeals",
  "data_request.text": "appeals",
  "data_request.answer": "appeals",
};

/** A name by which a column would hold something of a person. */
const LOOKS_PERSONAL =
  /(^|_)(family|given|first|last|middle|full|short|maiden)_?name($|_)|patronymic|surname|^name$|phone|e?mail|login|birth|passport|snils|^inn$|address|agent|position|photo|gender|^ip$|_ip$/;

/** Columns that look personal by their name and hold nothing of a person, each with its reason. */
export const NOT_PERSONAL: Readonly<Record<ColumnName, string>> = {
  "territory.name": "название муниципалитета или региона",
  "territory.short_name": "название муниципалитета или региона",
  "organisation.name": "название организации",
  "organisation.short_name": "название организации",
  "organisation.inn": "ИНН организации",
  "organisation.address": "адрес организации",
  "organisation.phone": "служебный телефон организации",
  "organisation.email": "служебная почта организации",
  "saved_view.name": "название отбора в списке",
  "file_upload.name": "имя файла служебного документа",
  "stored_file.name": "имя файла служебного документа",
  "document_import.name": "имя файла служебного документа",
  "measure_party.name": "исполнитель, как он назван в документе",
  "programme.passport": "паспорт программы: сведения служебного документа",
  "access_token.name": "назначение ключа для программы",
  "migration.name": "имя файла изменения базы",
};

/** Whether a column must be classified because of its name. */
export function looksPersonal(column: ColumnName): boolean {
  return LOOKS_PERSONAL.test(column.slice(column.indexOf(".") + 1));
}

/** What of the database is not as the lists say; each is a sentence for whoever adds a column. */
export function unclassified(
  columns: readonly { readonly name: ColumnName; readonly isCommented: boolean }[],
): string[] {
  const found: string[] = [];
  for (const { name, isCommented } of columns) {
    if (isCommented && !(name in PERSONAL_COLUMNS))
      found.push(`${name} is commented 'personal': name its category in personal-data/model/columns.ts`);
    if (!isCommented && name in PERSONAL_COLUMNS)
      found.push(`${name} is in the list: comment on column ${name} is 'personal'`);
    if (!isCommented && looksPersonal(name) && !(name in NOT_PERSONAL) && !(name in PERSONAL_COLUMNS))
      found.push(`${name} looks personal: comment it 'personal' and classify it, or say in NOT_PERSONAL why it is not`);
  }
  const known = new Set(columns.map(({ name }) => name));
  for (const name of [...Object.keys(PERSONAL_COLUMNS), ...Object.keys(NOT_PERSONAL)])
    if (!known.has(name as ColumnName)) found.push(`${name} is listed and the database has no such column`);
  return found;
}
