import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Reading } from "#domain/tables/reading.ts";
import type { Tx } from "#platform/db/database.ts";
import { measuresForPlanning, programmeHeader } from "#features/programmes/server/public.ts";
import { amendedSettings } from "../model/amended-settings.ts";
import { carriedAnswers } from "../model/carried-answers.ts";
import { sameRows } from "../model/same-rows.ts";
import { proposeSettings } from "../model/settings.ts";
import { decisionsIn, Taken } from "../model/contract.ts";

/** What the review of a document just read begins with, as columns; an amendment knows its programme and the answers given for it before. */
export async function firstReview(
  tx: Tx,
  territoryId: Id,
  importId: Id,
  reading: Reading,
  today: LocalDate,
): Promise<{ readonly settings: string; readonly decisions?: string }> {
  const proposed = proposeSettings(reading, today);
  const { amends_programme_id: amends } = await tx
    .selectFrom("document_import")
    .where("territory_id", "=", territoryId)
    .where("id", "=", importId)
    .select("amends_programme_id")
    .executeTakeFirstOrThrow();
  const header = amends ? await programmeHeader(tx, territoryId, amends) : undefined;
  if (!amends || !header) return { settings: JSON.stringify(proposed) };
  const { programme } = (await measuresForPlanning(tx, territoryId, amends))!;
  const earlier = await tx
    .selectFrom("document_import")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", amends)
    .where("status", "=", "approved")
    .select(["decisions", "reading"])
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return {
    settings: JSON.stringify(amendedSettings(proposed, { ...header, accountMoments: programme.accountMoments })),
    ...(earlier && {
      decisions: JSON.stringify(
        carriedAnswers(
          decisionsIn(Taken.array().parse(earlier.decisions)),
          sameRows(earlier.reading as Reading, reading),
        ),
      ),
    }),
  };
}
