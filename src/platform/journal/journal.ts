import type { Insertable } from "kysely";
import type { Actor } from "#shared/actor.ts";
import type { Id, MakeId } from "#shared/ids.ts";
import type { Clock } from "#platform/clock/clock.ts";
import type { Tx } from "#platform/db/database.ts";

/** What happened to what. `detail` holds references and non-personal values only: erasure of a person must not need the journal. */
export interface JournalEntry {
  readonly territoryId: Id | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: Id | null;
  readonly programmeId?: Id | null;
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
  programme_id: Id | null;
  detail: unknown;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    journal: JournalTable;
  }
}

/** Makes the writer of journal rows for one transaction: append-only, in the same commit as the effect. */
export function journalWriter(tx: Tx, actor: Actor, clock: Clock, newId: MakeId) {
  return async (entry: JournalEntry): Promise<void> => {
    const row: Insertable<JournalTable> = {
      territory_id: entry.territoryId,
      id: newId(),
      at: clock.now(),
      person_id: actor.kind === "person" || actor.kind === "token" ? actor.personId : null,
      actor: actor.kind,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      programme_id: entry.programmeId ?? null,
      detail: JSON.stringify(entry.detail ?? {}),
    };
    await tx.insertInto("journal").values(row).execute();
  };
}
