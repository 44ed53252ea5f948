import { finished } from "node:stream/promises";
import { sql } from "kysely";
import { grouped } from "#shared/grouped.ts";
import type { Id } from "#shared/ids.ts";
import { FileAlteredError, FileMissingError } from "#platform/files/limits.ts";
import type { FileStore } from "#platform/files/store.ts";
import type { SweepParts } from "./sweep.ts";

/** Read through in one sweep: those not looked at for longest, the whole store in turn. */
const MOST_BYTES = 2 * 1024 * 1024 * 1024;
const MOST_CONTENTS = 5000;

export interface Faults {
  /** contents found whole, missing, altered in this sweep */
  readonly found: ReadonlyMap<string, "whole" | "missing" | "altered">;
  readonly compared: number;
}

/** Reads contents through and compares their hashes: those that seem absent, those that were at fault, and as many more as one sweep may. */
export async function compareContents(
  { database, files, signal }: SweepParts,
  absent: readonly string[],
): Promise<Faults> {
  const { rows } = await database.pool.query<{ sha256: string; bytes: number }>(
    `select sha256, max(bytes) as bytes from stored_file group by sha256
     order by bool_or(fault is not null) desc, min(checked_at) nulls first limit ${MOST_CONTENTS}`,
  );
  const found = new Map<string, "whole" | "missing" | "altered">();
  for (const sha256 of absent) found.set(sha256, await stateOf(files, sha256));
  let left = MOST_BYTES;
  for (const { sha256, bytes } of rows) {
    left -= bytes;
    if (left < 0 || signal?.aborted) break;
    if (!found.has(sha256)) found.set(sha256, await stateOf(files, sha256));
  }
  return { found, compared: found.size };
}

async function stateOf(files: FileStore, sha256: string): Promise<"whole" | "missing" | "altered"> {
  try {
    await finished((await files.open(sha256)).resume());
    return "whole";
  } catch (fault) {
    if (fault instanceof FileMissingError) return "missing";
    if (fault instanceof FileAlteredError) return "altered";
    throw fault;
  }
}

/**
 * Unmarks rows that were marked as missing and whose content lies in the store again: a disk that was away comes back whole at once, and a
 * sweep compares a part of it. Their hashes are compared among the first.
 */
export async function unmarkBack({ database }: SweepParts, lies: (sha256: string) => boolean): Promise<void> {
  const { rows } = await database.pool.query<{ territory_id: Id; id: Id; sha256: string }>(
    "select territory_id, id, sha256 from stored_file where fault = 'missing'",
  );
  const back = rows.filter(({ sha256 }) => lies(sha256));
  for (const territoryId of new Set(back.map((row) => row.territory_id))) {
    const ids = back.flatMap((row) => (row.territory_id === territoryId ? [row.id] : []));
    await database.within({ person: undefined, reads: [territoryId], writes: [territoryId] }, (tx) =>
      tx
        .updateTable("stored_file")
        .set({ fault: null, checked_at: null })
        .where("territory_id", "=", territoryId)
        .where("id", "=", sql<Id>`any(${ids}::uuid[])`)
        .where("fault", "=", "missing")
        .execute(),
    );
  }
}

/** Marks the rows of contents at fault and unmarks those found whole; returns how many rows are at fault now. */
export async function markFaults(
  { database, clock }: SweepParts,
  { found }: Faults,
): Promise<{ missing: number; altered: number }> {
  const { rows } = await database.pool.query<{ territory_id: Id; id: Id; sha256: string }>(
    "select territory_id, id, sha256 from stored_file where sha256 = any ($1)",
    [[...found.keys()]],
  );
  for (const [territoryId, files] of grouped(rows, ({ territory_id }) => territory_id)) {
    await database.within({ person: undefined, reads: [territoryId], writes: [territoryId] }, async (tx) => {
      for (const state of ["whole", "missing", "altered"] as const) {
        const ids = files.filter(({ sha256 }) => found.get(sha256) === state).map(({ id }) => id);
        if (ids.length === 0) continue;
        await tx
          .updateTable("stored_file")
          .set({ fault: state === "whole" ? null : state, checked_at: clock.real() })
          .where("territory_id", "=", territoryId)
          // one value, however many: a statement takes 65,535 at most
          .where("id", "=", sql<Id>`any(${ids}::uuid[])`)
          .execute();
      }
    });
  }
  const { rows: told } = await database.pool.query<{ missing: number; altered: number }>(
    `select count(*) filter (where fault = 'missing')::int as missing, count(*) filter (where fault = 'altered')::int as altered
     from stored_file`,
  );
  return told[0]!;
}
