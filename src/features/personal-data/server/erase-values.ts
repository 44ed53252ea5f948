import { sql, type Selectable } from "kysely";
import type { UseCaseContext } from "#platform/http/route.ts";
import { fullName, shortName } from "#features/people/model/names.ts";
import type { PersonTable } from "#features/people/server/public.ts";
import { PERSONAL_COLUMNS, type ColumnName } from "../model/columns.ts";
import type { Category } from "../model/categories.ts";
import { ERASED, pseudonymOf } from "../model/pseudonym.ts";

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
  const positions = await tx
    .updateTable("membership")
    .set({ position: ERASED })
    .where("person_id", "=", person.id)
    .executeTakeFirst();
  count("membership.position", Number(positions.numUpdatedRows));
  await eraseAppeals(context, person.id, count);
  const removed: Erased[] = [];
  const notices = await tx.deleteFrom("notice").where("person_id", "=", person.id).executeTakeFirst();
  removed.push({ column: "notice", category: "deeds", count: Number(notices.numDeletedRows) });
  const { rows } = await sql<{ place: string; gone: number }>`select * from destroy_access(${person.id})`.execute(tx);
  for (const { place, gone } of rows)
    removed.push({ column: place, category: place === "session" ? "device" : "access", count: Number(gone) });
  const journal = await sql<{
    personal_values: number;
    origins: number;
  }>`select * from erase_journal_of(${person.id})`.execute(tx);
  removed.push({ column: "journal_personal", category: "deeds", count: journal.rows[0]!.personal_values });
  removed.push({ column: "journal_origin", category: "device", count: journal.rows[0]!.origins });
  const words = [
    fullName(person),
    shortName(person),
    person.family_name,
    person.phone,
    ...accounts.map(({ login }) => login),
  ];
  await sql`select scrub_answers(${words.filter(Boolean)}::text[], ${pseudonymOf(person.id)})`.execute(tx);
  return [
    ...[...counts].map(([column, times]) => ({
      column,
      category: PERSONAL_COLUMNS[column as ColumnName]!,
      count: times,
    })),
    ...removed,
  ].filter((one) => one.count > 0);
}

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
  for (const column of ["given_paper", "withdrawn_paper"] as const) {
    const done = await tx
      .updateTable("consent")
      .set({ [column]: "" })
      .where("person_id", "=", personId)
      .where(column, "<>", "")
      .executeTakeFirst();
    count(`consent.${column}`, Number(done.numUpdatedRows));
  }
  // what asked for the destruction is done by it
  await tx
    .updateTable("data_request")
    .set({ state: "done", settled_at: clock.now(), settled_by: by })
    .where("person_id", "=", personId)
    .where("state", "=", "open")
    .execute();
  for (const column of ["text", "answer"] as const) {
    const done = await tx
      .updateTable("data_request")
      .set({ [column]: "" })
      .where("person_id", "=", personId)
      .where(column, "<>", "")
      .executeTakeFirst();
    count(`data_request.${column}`, Number(done.numUpdatedRows));
  }
}
