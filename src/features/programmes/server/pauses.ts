import type { Id } from "#shared/ids.ts";
import { localDateAt, type LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { Tx } from "#platform/db/database.ts";
import { papersOf } from "#features/papers/server/public.ts";
import { shortName } from "#features/people/model/names.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { PauseSeen } from "../model/pause.ts";
import { isTakenBack, isWithin } from "../model/pause-span.ts";

/** Pauses of a programme and of its measures, the latest first. Asks no rights. */
export async function pausesOf(context: UseCaseContext, territoryId: Id, programmeId: Id): Promise<PauseSeen[]> {
  const { tx } = context;
  const rows = await tx
    .selectFrom("pause as x")
    .innerJoin("person as b", "b.id", "x.paused_by")
    .leftJoin("person as r", "r.id", "x.resumed_by")
    .where("x.territory_id", "=", territoryId)
    .where("x.programme_id", "=", programmeId)
    .select([
      "x.id",
      "x.measure_id",
      "x.from_on",
      "x.reason",
      "x.paper_id",
      "x.resumed_on",
      "x.resumed_at",
      "x.version",
    ])
    .select(["b.family_name", "b.given_name", "b.patronymic"])
    .select(["r.family_name as r_family", "r.given_name as r_given", "r.patronymic as r_patronymic"])
    .orderBy("x.from_on", "desc")
    .orderBy("x.id", "desc")
    .execute();
  const papers = await papersOf(
    context,
    territoryId,
    rows.flatMap((row) => row.paper_id ?? []),
  );
  const zone = await timeZoneOf(tx, territoryId);
  return rows.map((row) => {
    const paper = row.paper_id === null ? undefined : papers.get(row.paper_id);
    return {
      id: row.id,
      measureId: row.measure_id,
      from: row.from_on,
      reason: row.reason,
      paper: paper ? { id: paper.id, name: paper.name } : null,
      pausedBy: shortName(row),
      resumedOn: row.resumed_on,
      resumedBy:
        row.r_family === null
          ? null
          : shortName({ family_name: row.r_family, given_name: row.r_given ?? "", patronymic: row.r_patronymic ?? "" }),
      takenBack: isTakenBack(row.from_on, row.resumed_at && localDateAt(row.resumed_at, zone)),
      version: row.version,
    };
  });
}

export interface PausedNow {
  readonly programme: boolean;
  /** measures paused by themselves */
  readonly measureIds: ReadonlySet<Id>;
}

/** What of a programme stands still on the day. Asks no rights. */
export async function pausedNow(tx: Tx, territoryId: Id, programmeId: Id, today: LocalDate): Promise<PausedNow> {
  const rows = await tx
    .selectFrom("pause")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .where("resumed_on", "is", null)
    .select(["measure_id", "from_on"])
    .execute();
  const standing = rows.filter((row) => isWithin({ from: row.from_on, resumedOn: null }, today));
  return {
    programme: standing.some((row) => row.measure_id === null),
    measureIds: new Set(standing.flatMap((row) => row.measure_id ?? [])),
  };
}
