import { sql } from "kysely";
import type { Tx } from "#platform/db/database.ts";
import { fullName, shortName, type PersonName } from "#features/people/model/names.ts";
import type { ColumnName } from "../model/columns.ts";

/** Texts of service papers in which somebody may have written a name by hand; they are official papers and stay as they are. */
const SERVICE_TEXTS: Readonly<Record<ColumnName, string>> = {
  "report.text": "тексты отчётов",
  "report.remark": "замечания к отчётам",
  "report_step.remark": "замечания к шагам отчётов",
  "measure.title": "мероприятия программ",
  "measure.responsible_text": "графа «ответственные» программ",
  "measure.participants_text": "графа «участники» программ",
  "measure_party.name": "исполнители мероприятий",
  "paper.title": "названия документов",
  "stored_file.name": "имена приложенных файлов",
  "file_text.body": "тексты приложенных файлов",
  "document_import.grids": "прочитанные документы",
  "redaction.document": "утверждённые редакции программ",
  "phone_call.note": "заметки о звонках",
  "obligation.close_reason": "причины, по которым сроки закрыты",
  "pause.reason": "причины приостановки",
  "saved_remark.text": "сохранённые замечания",
  "saved_view.name": "названия видов списков",
  "saved_view.filter": "отборы, сохранённые в видах списков",
};

/** Where the person's name stands as written words, in the reach of the transaction: how many rows of each kind. */
export async function mentionsOf(tx: Tx, person: PersonName): Promise<{ where: string; count: number }[]> {
  const spaced = shortName(person).replaceAll("\u00a0", " ");
  const forms = [fullName(person), spaced, spaced.replaceAll(". ", "."), shortName(person)].map((form) =>
    form.toLocaleLowerCase("ru"),
  );
  const surnameFirst = [
    person.family_name,
    [person.given_name, person.patronymic].filter(Boolean).map((part) => `${part[0]}.`),
  ] as const;
  forms.push(`${surnameFirst[0]} ${surnameFirst[1].join("")}`, `${surnameFirst[0]} ${surnameFirst[1].join(" ")}`);
  const wanted = [...new Set(forms.map((form) => form.trim().toLocaleLowerCase("ru")))].filter(
    (form) => form.length > 3,
  );
  const found: { where: string; count: number }[] = [];
  for (const [name, where] of Object.entries(SERVICE_TEXTS)) {
    const [table, column] = name.split(".") as [string, string];
    // a colleague's own views are seen by nobody else, yet the name stands there
    const counted =
      table === "saved_view"
        ? sql<{ count: number }>`select views_naming(${column}, ${wanted}::text[]) as count`
        : sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(table)}
      where exists (select from unnest(${wanted}::text[]) as word where position(word in lower(${sql.ref(column)}::text)) > 0)`;
    const { rows } = await counted.execute(tx);
    if (rows[0]!.count > 0) found.push({ where, count: rows[0]!.count });
  }
  return found;
}
