import { createHash } from "node:crypto";
import type pg from "pg";
import { makeId, type Id } from "#shared/ids.ts";
import { markOf } from "./marks.ts";
import type { Put } from "./people.ts";
import type { Persona } from "./place.ts";
import { ON } from "./town-frame.ts";
import type { Town } from "./town.ts";

/** What was done in a municipality: phones that were corrected, their values apart, and drafts of reports with their words. */
export async function givenJournal(put: Put, pool: pg.Pool, { territoryId, people }: Town): Promise<void> {
  const by = people.office.administrator;
  const note = async (id: Id, row: Readonly<Record<string, unknown>>, personId: Id | null) =>
    put("journal", {
      territory_id: territoryId,
      id,
      at: ON,
      person_id: personId,
      actor: "person",
      hash: digest(id),
      ...row,
    });
  for (const persona of [...Object.values(people.office), ...Object.values(people.school), people.neighbour.teacher]) {
    const id = makeId();
    const personal = await givenValue(put, territoryId, id, persona);
    const change = {
      field: "phone",
      before: null,
      after: digest(personal).toString("hex"),
      personOf: persona.personId,
      personal,
    };
    const subject = { action: "person.edit", subject_kind: "person", subject_id: persona.personId };
    await note(
      id,
      { ...subject, origin_id: await givenOrigin(put, by), changes: JSON.stringify([change]) },
      by.personId,
    );
  }
  const { rows } = await pool.query<{ id: Id; author: Id }>(
    "select id, author_person_id as author from report where territory_id = $1 and state = 'draft'",
    [territoryId],
  );
  for (const { id, author } of rows) {
    const changes = JSON.stringify([{ field: "text", before: null, after: `Сделано ${markOf(id)}` }]);
    await note(makeId(), { action: "report.save", subject_kind: "report", subject_id: id, changes }, author);
  }
}

/** The new number of the person; the row of the journal holds only its hash. */
async function givenValue(put: Put, territoryId: Id, journalId: Id, { personId, accountId }: Persona): Promise<Id> {
  const id = makeId();
  const after = JSON.stringify(markOf(accountId!));
  const row = { id, territory_id: territoryId, journal_id: journalId, person_id: personId };
  await put("journal_personal", { ...row, salt: digest(id), before: null, after });
  return id;
}

async function givenOrigin(put: Put, { personId }: Persona): Promise<Id> {
  const id = makeId();
  await put("journal_origin", { id, day: "2026-10-05", person_id: personId, address: "10.1.2.3", device: "computer" });
  return id;
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
