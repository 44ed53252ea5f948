import { sql, type Selectable } from "kysely";
import type { UseCaseContext } from "#platform/http/route.ts";
import { erasePersonFromJournal } from "#platform/journal/erase.ts";
import type { PersonTable } from "#features/people/server/public.ts";
import { PERSONAL_COLUMNS, type ColumnName } from "../model/columns.ts";
import type { Category } from "../model/categories.ts";
import { ERASED, pseudonymOf } from "../model/pseudonym.ts";
import { scrubAnswers } from "./scrub-answers.ts";

/** How much was erased from a column or removed from a table; never what stood there. */
export interface Erased {
  readonly column: string;
  readonly category: Category;
  readonly count: number;
}

/** Erases every personal value of a person that the program keeps. Removed rows are told by their table. */
export async function eraseValues(
  context: UseCaseContext,
  person: Selectable<PersonTable>,
): Promise<readonly Erased[]> {
  const { tx, clock } = context;
  const accounts = await tx.selectFrom("account").where("person_id", "=", person.id).selectAll().execute();
  const counts = new Map<string, number>();
  const count = (column: ColumnName, value: number) => counts.set(column, (counts.get(column) ?? 0) + value);

  for (const column of ["family_name", "given_name", "patronymic", "phone"] as const)
    if (person[column] !== "") count(`person.${column}`, 1);
  await tx
    .updateTable("person")
    .set({
      family_name: pseudonymOf(person.id),
      given_name: "",
      patronymic: "",
      phone: "",
      destroyed_at: clock.now(),
      version: person.version + 1,
    })
    .where("id", "=", person.id)
    .execute();
  for (const account of accounts) {
    count("account.login", 1);
    await tx
      .updateTable("account")
      .set({ login: `destroyed-${account.id}`, status: "closed", version: account.version + 1 })
      .where("id", "=", account.id)
      .execute();
  }
  const held = await tx.selectFrom("membership").where("person_id", "=", person.id).select("position").execute();
  await tx.updateTable("membership").set({ position: ERASED }).where("person_id", "=", person.id).execute();
  count("membership.position", held.length);
  await eraseAppeals(context, person.id, count);
  const removed: Erased[] = [];
  const notices = await tx.deleteFrom("notice").where("person_id", "=", person.id).executeTakeFirst();
  removed.push({ column: "notice", category: "deeds", count: Number(notices.numDeletedRows) });
  const { rows } = await sql<{ place: string; gone: number }>`select * from destroy_access(${person.id})`.execute(tx);
  for (const { place, gone } of rows)
    removed.push({ column: place, category: place === "session" ? "device" : "access", count: Number(gone) });
  const ways = await sql<{ place: string; gone: number }>`select * from destroy_letter_ways(${person.id})`.execute(tx);
  for (const { place, gone } of ways.rows) removed.push({ column: place, category: "access", count: Number(gone) });
  const views = await sql<{ gone: number }>`select destroy_views(${person.id}) as gone`.execute(tx);
  removed.push({ column: "saved_view", category: "deeds", count: Number(views.rows[0]!.gone) });
  const { values, origins } = await erasePersonFromJournal(tx, person.id);
  removed.push({ column: "journal_personal", category: "deeds", count: values });
  removed.push({ column: "journal_origin", category: "device", count: origins });
  const logins = accounts.map(({ login }) => login);
  await scrubAnswers(
    tx,
    person,
    logins,
    held.map(({ position }) => position),
  );
  return [
    ...[...counts].map(([column, times]) => ({
      column,
      category: PERSONAL_COLUMNS[column as ColumnName]!,
      count: times,
    })),
    ...removed,
  ].filter((one) => one.count > 0);
}

const WORDS_OF_APPEALS = [
  ["consent", "given_paper"],
  ["consent", "withdrawn_paper"],
  ["data_request", "text"],
  ["data_request", "answer"],
] as const;

/** Consents that held are withdrawn; what was written in them and in requests goes, their days stay. */
async function eraseAppeals(
  { tx, clock, actor }: UseCaseContext,
  personId: string,
  count: (column: ColumnName, value: number) => void,
): Promise<void> {
  const by = actor.kind === "person" ? actor.personId : personId;
  await tx
    .updateTable("consent")
    .set({ withdrawn_at: clock.now(), withdrawn_how: "program", withdrawn_by: by })
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .execute();
  // what asked for the destruction is done by it
  await tx
    .updateTable("data_request")
    .set({ state: "done", settled_at: clock.now(), settled_by: by })
    .where("person_id", "=", personId)
    .where("state", "=", "open")
    .execute();
  for (const [table, column] of WORDS_OF_APPEALS) {
    const done = await tx
      .updateTable(table)
      .set({ [column]: "" })
      .where("person_id", "=", personId)
      .where(column, "<>", "")
      .executeTakeFirst();
    count(`${table}.${column}`, Number(done.numUpdatedRows));
  }
}
