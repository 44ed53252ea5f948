import { sql } from "kysely";
import { grouped } from "#shared/grouped.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { ToldNotice } from "../model/digest-letter.ts";

const DAY_MS = 86_400_000;
/** What nobody was written of for longer is past. Around New Year two letters of a daily rhythm are twelve days apart, of a weekly one seventeen. */
const FRESH_DAYS = 21;

type Told = Pick<UseCaseContext, "tx" | "clock">;

/** People of the territory whom some notice waits for, neither read nor put into a letter. */
export async function peopleToTell({ tx, clock }: Told, territoryId: Id): Promise<Id[]> {
  const rows = await waiting(tx, territoryId, clock.now()).select("person_id").distinct().execute();
  return rows.map((row) => row.person_id);
}

/** Takes what waits for these people into letters: whoever asks next finds nothing. Oldest first. */
export async function takeNotices(
  { tx, clock }: Told,
  territoryId: Id,
  personIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly ToldNotice[]>> {
  if (personIds.length === 0) return new Map();
  const at = clock.now();
  const taken = await tx
    .updateTable("notice")
    .set({ lettered_at: at })
    .where("territory_id", "=", territoryId)
    .where("id", "in", waiting(tx, territoryId, at).where("person_id", "in", personIds).select("id"))
    // asked once more of the row itself: another worker may have taken it while this one waited for its lock
    .where("lettered_at", "is", null)
    .returning(["id", "person_id", "link", "created_at", sql<string>`coalesce(letter_text, text)`.as("told")])
    .execute();
  taken.sort((one, other) => one.created_at.getTime() - other.created_at.getTime() || (one.id < other.id ? -1 : 1));
  const byPerson = grouped(taken, (row) => row.person_id);
  return new Map([...byPerson].map(([id, rows]) => [id, rows.map(({ told, link }) => ({ text: told, link }))]));
}

function waiting(tx: Told["tx"], territoryId: Id, now: Date) {
  return tx
    .selectFrom("notice")
    .where("territory_id", "=", territoryId)
    .where("lettered_at", "is", null)
    .where("read_at", "is", null)
    .where("created_at", ">", new Date(now.getTime() - FRESH_DAYS * DAY_MS));
}
