import { sql } from "kysely";
import type { z } from "zod";
import { eachRow } from "#shared/each-row.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { notify } from "#features/notices/server/public.ts";
import { answeringFor, placeOf, type ObligationRecord } from "#features/obligations/server/public.ts";
import { shortName } from "#features/people/model/names.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { reachedByHand, writeByHand } from "#features/reminders/server/public.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import {
  reminderText,
  type LateRemindersQuery,
  type ReadyReminder,
  type ReadyReminders,
  type RemindedLate,
  type RemindLate,
} from "../model/late-reminder.ts";
import { asksProgress, isOwnDebt, reminds } from "../model/policy.ts";
import { progressProblem } from "../model/problems.ts";
import { bearersOf } from "./bearers.ts";
import { debtorOf } from "./late-list.ts";
import { progressRows } from "./progress-groups.ts";
import { remindersOf } from "./reminders-of.ts";
import { whoAnswers } from "./who-answers.ts";

type LateRow = ObligationRecord & { readonly bearer_key: string };

/** Reminders ready to be sent to everybody late whom the actor may remind: what each would say and whom it would reach. */
export async function readyReminders(
  context: RequestContext<unknown, z.output<typeof LateRemindersQuery>, unknown>,
): Promise<ReadyReminders> {
  const { actor, tx, query, clock, installation } = context;
  const { territoryId } = query;
  if (!asksProgress(actor, territoryId)) throw commonProblem("not-found");
  const zone = await timeZoneOf(tx, territoryId);
  const today = clock.today(zone);
  const owed = await lateOf(tx, actor, territoryId, today, query.programmeId);
  const bearers = await bearersOf(tx, territoryId, [...owed.keys()]);
  const before = await remindersOf(tx, territoryId, zone);
  const signedBy = await nameOf(tx, actor);
  // asked once for all that is late: a district has as many late bearers as schools
  const answering = await answeringFor(tx, territoryId, [...owed.values()].flat(), today);
  const peopleOf = (rows: readonly LateRow[]) => new Set(rows.flatMap(({ id }) => answering.get(id)!.people));
  const everybody = new Set([...owed.values()].flatMap((rows) => [...peopleOf(rows)]));
  const reached = new Set((await reachedByHand(context, territoryId, [...everybody])).map(({ personId }) => personId));
  const reminders = bearers.map((bearer): ReadyReminder => {
    const rows = owed.get(bearer.key)!;
    const people = [...peopleOf(rows)];
    return {
      ...bearer,
      late: rows.length,
      text: reminderText(rows.map(told), today, signedBy),
      people: people.length,
      letters: people.filter((one) => reached.has(one)).length,
      remindedOn: before.get(bearer.key) ?? null,
    };
  });
  return { today, mail: installation.mail, reminders };
}

/**
 * Sends each late bearer its own words, in the product and by letter where its people can be written to. Once a day for a bearer however
 * often it is pressed and whoever presses; a bearer that is late no more, or has nobody to read, is told by its row.
 */
export async function remindLate(
  context: RequestContext<unknown, unknown, z.output<typeof RemindLate>>,
): Promise<RemindedLate> {
  const { actor, tx, body, clock } = context;
  const { territoryId, byLetter } = body;
  if (!asksProgress(actor, territoryId)) throw commonProblem("not-found");
  const zone = await timeZoneOf(tx, territoryId);
  const today = clock.today(zone);
  // of two officers who press at once the second sees what the first has sent
  await sql`select pg_advisory_xact_lock(hashtextextended(${`late reminders ${territoryId}`}, 0))`.execute(tx);
  const owed = await lateOf(tx, actor, territoryId, today);
  const before = await remindersOf(tx, territoryId, zone);
  return eachRow(
    body.reminders.map((one) => ({ ...one, id: one.bearer })),
    async ({ bearer, text }) => {
      const rows = owed.get(bearer);
      if (!rows) throw await whyNot(tx, actor, territoryId, bearer, today);
      if (before.get(bearer) === today) throw progressProblem("reminded-today");
      const people = await whoAnswers(tx, territoryId, rows, today);
      if (people.length === 0) throw progressProblem("nobody-to-remind");
      await notify(context, {
        territoryId,
        personIds: people,
        kind: "late-reminder",
        text,
        link: "/todo",
        dedupeKey: `late reminder ${bearer} ${today}`,
        ownLetter: true,
      });
      const letters = byLetter ? await writeByHand(context, territoryId, people, letterOf(text, rows.length)) : 0;
      await note(context, territoryId, rows[0]!, { bearer, late: rows.length, people: people.length, letters });
      return { bearer, people: people.length, letters };
    },
  );
}

const letterOf = (text: string, late: number) => ({
  subject: `Напоминание: ждём ${reportsInWords(late)}`,
  paragraphs: text.split("\n").filter((line) => line.trim() !== ""),
  link: { path: "/todo", words: "Что нужно сделать" },
});

/** What is late and may be reminded of by the actor, by bearer; nobody reminds themselves. */
async function lateOf(
  tx: Tx,
  actor: Actor,
  territoryId: Id,
  today: LocalDate,
  programmeId?: Id,
): Promise<ReadonlyMap<string, readonly LateRow[]>> {
  const rows = await progressRows(tx, territoryId, actor, { state: "late", programmeId }, today)
    .select("o.bearer_key")
    .orderBy("o.due_on")
    .orderBy("o.id")
    .execute();
  const owed = new Map<string, LateRow[]>();
  for (const row of rows) {
    const { ownerOrganisationId } = placeOf(row);
    if (!reminds(actor, { territoryId, ownerOrganisationId }) || isOwnDebt(actor, territoryId, debtorOf(row))) continue;
    owed.set(row.bearer_key, [...(owed.get(row.bearer_key) ?? []), row]);
  }
  return owed;
}

const told = (row: LateRow) => ({
  measureNumber: row.measure_number,
  measureTitle: row.measure_title,
  programmeTitle: row.programme_title,
  dueOn: row.due_on,
});

/** A bearer whose obligations the actor sees is late no more, or is not theirs to remind; any other does not exist for them. */
async function whyNot(tx: Tx, actor: Actor, territoryId: Id, bearer: string, today: LocalDate) {
  const seen = await progressRows(tx, territoryId, actor, { bearer }, today).limit(1).execute();
  const [row] = seen;
  if (!row) return commonProblem("not-found");
  const { ownerOrganisationId } = placeOf(row);
  return reminds(actor, { territoryId, ownerOrganisationId })
    ? progressProblem("not-late-any-more")
    : commonProblem("not-allowed");
}

async function note(
  context: UseCaseContext,
  territoryId: Id,
  row: LateRow,
  detail: { readonly bearer: string; readonly late: number; readonly people: number; readonly letters: number },
): Promise<void> {
  const [subjectKind, subjectId] = row.bearer_organisation_id
    ? ["organisation", row.bearer_organisation_id]
    : row.bearer_person_id
      ? ["person", row.bearer_person_id]
      : ["territory", territoryId];
  await context.journal({ territoryId, action: "late.remind", subjectKind, subjectId, detail });
}

async function nameOf(tx: Tx, actor: Actor): Promise<string> {
  if (actor.kind !== "person") return "";
  const person = await tx.selectFrom("person").selectAll().where("id", "=", actor.personId).executeTakeFirst();
  return person ? shortName(person) : "";
}
