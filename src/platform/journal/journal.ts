import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Actor } from "#shared/actor.ts";
import type { Id, MakeId } from "#shared/ids.ts";
import type { Clock } from "#platform/clock/clock.ts";
import type { Tx } from "#platform/db/database.ts";
import { hot } from "#platform/db/hot.ts";
import type { Change } from "./change.ts";
import { originId, originOf, type Origin, type RequestOrigin } from "./origin.ts";
import { atText, personalHash, rowPrefix, type RowText } from "./row-text.ts";

/** What happened to what. Values that are personal go into `changes` under `personOf`: `detail` holds references and plain facts only. */
export interface JournalEntry {
  /** null: of no territory; what is noted of an account stands where its person does */
  readonly territoryId: Id | null;
  /** noun.verb; its Russian words stand in src/features/journal/model/action-words.ts */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: Id | null;
  /** names a subject that has no identifier of its own: the word of a dictionary, a school year */
  readonly subjectKey?: string;
  readonly programmeId?: Id | null;
  /** fields before and after */
  readonly changes?: readonly Change[];
  readonly detail?: Readonly<Record<string, unknown>>;
}

interface JournalTable {
  territory_id: Id | null;
  id: Id;
  at: Date;
  person_id: Id | null;
  actor: Actor["kind"];
  action: string;
  subject_kind: string;
  subject_id: Id | null;
  subject_key: string | null;
  programme_id: Id | null;
  origin_id: Id | null;
  detail: unknown;
  changes: unknown;
  hash: Buffer;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    journal: JournalTable;
  }
}

/** Makes the writer of journal rows for one transaction: append-only, in the same commit as the effect. `from` is left out for the system. */
export function journalWriter(tx: Tx, actor: Actor, clock: Clock, newId: MakeId, from?: RequestOrigin) {
  return async (entry: JournalEntry): Promise<void> => {
    const { changes = [], detail = {} } = entry;
    const now = clock.now();
    const origin = from && originOf(actor, from, clock.real());
    const personal = changes.filter((change) => change.personOf).map((change) => apart(change, newId()));
    const kept = [...changes.filter((change) => !change.personOf), ...personal.map(({ masked }) => masked)];
    const row: RowText = {
      id: newId(),
      territory_id: entry.territoryId ?? (await territoryOf(tx, entry, now)),
      at: atText(now),
      person_id: actor.kind === "person" || actor.kind === "token" ? actor.personId : null,
      actor: actor.kind,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      subject_key: entry.subjectKey ?? null,
      programme_id: entry.programmeId ?? null,
      origin_id: origin ? originId(origin) : null,
    };
    await note(tx, { row, prefix: rowPrefix(row), now, detail: storable(detail), changes: storable(kept), origin });
    for (const one of personal)
      await sql`
        insert into journal_personal (id, territory_id, journal_id, person_id, salt, before, after)
        values (${one.id}, ${row.territory_id}, ${row.id}, ${one.personId}, ${one.salt}, ${one.before}, ${one.after})`.execute(
        tx,
      );
  };
}

interface Note {
  readonly row: RowText;
  readonly prefix: string;
  readonly now: Date;
  readonly detail: string;
  readonly changes: string;
  readonly origin: Origin | undefined;
}

// the database prints JSON in its own way: the hash is of what it prints, and is made where it is printed
const note = hot(
  (_tx, { row, prefix, now, detail, changes, origin }: Note) => sql`
  with told as (
    select d.detail, d.changes, sha256(convert_to(${prefix}::text || octet_length(d.detail::text) || ':' || d.detail::text
      || octet_length(d.changes::text) || ':' || d.changes::text, 'UTF8')) as hash
    from (select ${detail}::jsonb as detail, ${changes}::jsonb as changes) d
  ), noted as (
    insert into journal (id, territory_id, at, person_id, actor, action, subject_kind, subject_id, subject_key, programme_id,
      origin_id, detail, changes, hash)
    select ${row.id}::uuid, ${row.territory_id}::uuid, ${now}::timestamptz, ${row.person_id}::uuid, ${row.actor}::text,
      ${row.action}::text, ${row.subject_kind}::text, ${row.subject_id}::uuid, ${row.subject_key}::text, ${row.programme_id}::uuid,
      ${row.origin_id}::uuid, detail, changes, hash from told
  )${origin ? seen(row.origin_id!, origin) : sql``}
  insert into journal_unsealed (journal_id, hash) select ${row.id}::uuid, hash from told`,
);

async function territoryOf(tx: Tx, { subjectKind, subjectId }: JournalEntry, now: Date): Promise<Id | null> {
  if (subjectKind !== "account") return null;
  const { rows } = await sql<{
    id: Id | null;
  }>`select territory_of_account(${subjectId}::uuid, ${now}::timestamptz) as id`.execute(tx);
  return rows[0]!.id;
}

function seen(id: Id, { day, person_id, session_id, token_id, address, device }: Origin) {
  return sql`, seen as (
    insert into journal_origin (id, day, person_id, session_id, token_id, address, device)
    values (${id}::uuid, ${day}::date, ${person_id}::uuid, ${session_id}::uuid, ${token_id}::uuid, ${address}::text, ${device}::text)
    on conflict do nothing)`;
}

/** A change of personal data: what lies apart, and the salted hashes of it that stand in the journal. */
function apart({ field, before, after, personOf }: Change, id: Id) {
  const salt = randomBytes(16);
  const [was, is] = [before, after].map((value) => (value === null ? null : storable(value)));
  const masked = {
    field,
    personOf: personOf!,
    personal: id,
    before: personalHash(salt, was!),
    after: personalHash(salt, is!),
  };
  return { id, personId: personOf!, salt, before: was!, after: is!, masked };
}

/** A value as JSON that the database takes: it knows neither NUL nor half a sign. */
function storable(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === "string" ? one.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\uFFFD") : one,
  );
}
