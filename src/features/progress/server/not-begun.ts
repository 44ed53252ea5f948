import { sql, type RawBuilder, type SqlBool } from "kysely";
import { addDays, localDateAt, type LocalDate } from "#shared/local-date.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { Audience } from "#features/places/model/audience.ts";
import { byStance } from "#features/programmes/model/party-order.ts";
import { occurrenceInWords } from "#features/obligations/model/text.ts";
import type { NotBegun } from "../model/contract.ts";
import { pausedSql } from "#features/obligations/server/public.ts";
import { reminds } from "../model/policy.ts";
import { progressRows } from "./progress-groups.ts";

/** Days ahead within which a measure that nobody has begun deserves a word. */
const NEAR_DAYS = 30;

/** Occurrences due within a month for which no bearer has so much as a draft, soonest first. */
export async function notBegun(
  tx: Tx,
  actor: Actor,
  territoryId: Id,
  today: LocalDate,
  zone: string,
): Promise<NotBegun[]> {
  const dueOn = sql<LocalDate>`min(o.due_on) filter (where o.closed_at is null)`;
  const found = await progressRows(tx, territoryId, actor, {}, today)
    .clearSelect()
    .select((eb) => [
      "o.programme_id",
      "o.measure_id",
      "o.occurrence_key",
      eb.ref("m.number").$notNull().as("number"),
      eb.ref("m.title").$notNull().as("title"),
      "p.owner_organisation_id",
      sql<string>`coalesce(nullif(p.short_title, ''), p.title)`.as("programme_title"),
      dueOn.as("first_due"),
      sql<LocalDate>`min(o.opens_on)`.as("opens_on"),
      sql<number>`(count(*) filter (where o.closed_at is null))::int`.as("bearers"),
    ])
    .where(dueFor(territoryId, today))
    .where((eb) => eb.not(pausedSql(today)))
    .groupBy([
      "o.programme_id",
      "o.measure_id",
      "o.occurrence_key",
      "m.number",
      "m.title",
      "m.ordinal",
      "p.owner_organisation_id",
      "p.short_title",
      "p.title",
    ])
    .having(sql<number>`count(ro.report_id)`, "=", 0)
    .having(dueOn, ">=", today)
    .having(dueOn, "<=", addDays(today, NEAR_DAYS))
    .orderBy("first_due")
    .orderBy("m.ordinal")
    .orderBy("o.occurrence_key")
    .execute();
  const measureIds = found.map((row) => row.measure_id);
  const [parties, reminders] = await Promise.all([
    partiesOf(tx, territoryId, measureIds),
    remindersOf(tx, territoryId, measureIds),
  ]);
  return found.map((row) => {
    const reminded = reminders.find(
      (one) => one.subject_id === row.measure_id && one.occurrence === row.occurrence_key,
    );
    const place = { territoryId, ownerOrganisationId: row.owner_organisation_id };
    return {
      programmeId: row.programme_id,
      programmeTitle: row.programme_title,
      measureId: row.measure_id,
      measureNumber: row.number,
      measureTitle: row.title,
      occurrenceKey: row.occurrence_key,
      occurrence: occurrenceInWords({
        occurrenceKey: row.occurrence_key,
        opensOn: row.opens_on,
        dueOn: row.first_due,
      }),
      dueOn: row.first_due,
      bearers: row.bearers,
      parties: byStance(parties.filter((party) => party.measure_id === row.measure_id))
        .filter(({ stance }) => stance !== "outside")
        .map(({ name, stance }) => ({ name, leading: stance === "answers" })),
      remindedOn: reminded ? localDateAt(reminded.at, zone) : null,
      can: { remind: reminds(actor, place) },
    };
  });
}

/**
 * Occurrences of which somebody owes a report within the days: the few that an index names, before anything is counted. Their measures stand
 * as a list besides: of so many joins PostgreSQL puts the last condition last, and would join everything that was ever owed before it.
 */
function dueFor(territoryId: Id, today: LocalDate): RawBuilder<SqlBool> {
  const near = sql`from obligation near where near.territory_id = ${territoryId} and near.closed_at is null
    and near.due_on between ${today}::date and ${addDays(today, NEAR_DAYS)}::date`;
  return sql<SqlBool>`o.measure_id = any (array(select near.measure_id ${near}))
    and (o.measure_id, o.occurrence_key) in (select near.measure_id, near.occurrence_key ${near})`;
}

async function partiesOf(tx: Tx, territoryId: Id, measureIds: readonly Id[]) {
  if (measureIds.length === 0) return [];
  const rows = await tx
    .selectFrom("measure_party")
    .where("territory_id", "=", territoryId)
    .where("measure_id", "in", measureIds)
    .where("part", "!=", "participant")
    .select(["measure_id", "name", "part", "audience"])
    .orderBy("ordinal")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, audience: row.audience as Audience | null }));
}

/** The last reminder of each occurrence of these measures. */
async function remindersOf(tx: Tx, territoryId: Id, measureIds: readonly Id[]) {
  if (measureIds.length === 0) return [];
  return tx
    .selectFrom("journal")
    .where("territory_id", "=", territoryId)
    .where("subject_kind", "=", "measure")
    .where("action", "=", "measure.remind")
    .where("subject_id", "in", measureIds)
    .select(["subject_id", sql<string>`detail ->> 'occurrenceKey'`.as("occurrence"), sql<Date>`max(at)`.as("at")])
    .groupBy(["subject_id", "occurrence"])
    .execute();
}
