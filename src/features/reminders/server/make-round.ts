import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { addDays, localDate, localDateAt, type LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import { job, type Job } from "#platform/jobs/jobs.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { notify } from "#features/notices/server/public.ts";
import { answeringFor, type ObligationRecord } from "#features/obligations/server/public.ts";
import { listLink } from "#features/progress/model/rows-link.ts";
import { isRoundDue } from "../model/hours.ts";
import { ESCALATION, mostDaysBefore, reminderDue, type DueReminder, type ToldStep } from "../model/ladder.ts";
import { escalatedInWords, longLateSentence, reminderSentence } from "../model/reminder-words.ts";
import { escalatedTo, longLate, longLateUntil } from "./escalation.ts";
import { lineOf, owedUntil } from "./owed.ts";
import { rulesOf } from "./rules.ts";
import { writeDigests, type RoundPlace } from "./write-digests.ts";

export const ROUND_QUEUE = "reminder-round";

/** The day's reminders of a territory, {territoryId}. */
export const roundJobs: readonly Job[] = [
  job({
    queue: ROUND_QUEUE,
    data: z.object({ territoryId: id }),
    handle: ({ territoryId }, worker) => worker.within(territoryId, (context) => makeRound(context, territoryId)),
  }),
];

/**
 * Reminds everybody in a territory of what is due, once a day: notices, letters and the note of what was told stand or fall together, so
 * that whoever takes the work up after a process that ended neither repeats nor loses anything. Does nothing before its hour and after.
 */
async function makeRound(context: UseCaseContext, territoryId: Id): Promise<void> {
  const { tx, clock, installation } = context;
  const territory = await tx
    .selectFrom("territory")
    .where("id", "=", territoryId)
    .select(["time_zone", "is_demo"])
    .executeTakeFirst();
  if (!territory) return;
  const { rules } = await rulesOf(tx, territoryId);
  const { last } = await tx
    .selectFrom("reminder_round")
    .where("territory_id", "=", territoryId)
    .select((of) => of.fn.max("on_day").as("last"))
    .executeTakeFirstOrThrow();
  const now = clock.now();
  if (!isRoundDue(rules, territory.time_zone, last && localDate(last), now)) return;
  const today = localDateAt(now, territory.time_zone);
  const begun = await tx
    .insertInto("reminder_round")
    .values({ territory_id: territoryId, on_day: today, made_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("on_day")
    .execute();
  // another worker makes this very round
  if (begun.length === 0) return;
  const owed = await owedUntil(tx, territoryId, addDays(today, mostDaysBefore(rules)));
  const place = { territoryId, timeZone: territory.time_zone, today, rules, owed };
  const told = await tellAll(context, place);
  // people of the demonstration are invented, and so are their addresses
  const letters = installation.mail && !territory.is_demo ? await writeDigests(context, place) : 0;
  if (told.people + letters > 0)
    await context.journal({
      territoryId,
      action: "reminder.round",
      subjectKind: "territory",
      subjectId: territoryId,
      detail: { ...told, letters },
    });
}

/** Notices of the day, one a person, and the note of each step told. */
async function tellAll(context: UseCaseContext, place: RoundPlace): Promise<{ people: number; reports: number }> {
  const { tx } = context;
  const { territoryId, today, rules } = place;
  const due = await dueToday(context, place);
  const rows = place.owed.filter((row) => due.has(row.id));
  const answering = await answeringFor(tx, territoryId, rows, today);
  const above = await escalatedTo(tx, territoryId, rules, today);
  const byPerson = new Map<Id, { row: ObligationRecord; escalated: boolean }[]>();
  const steps: { row: ObligationRecord; step: ToldStep }[] = [];
  for (const row of rows) {
    const { step, escalates } = due.get(row.id)!;
    const { people, heads } = answering.get(row.id)!;
    const escalated = escalates && above !== undefined;
    const told = new Set([...(step || escalated ? people : []), ...(escalated ? heads : [])]);
    for (const one of told) byPerson.set(one, [...(byPerson.get(one) ?? []), { row, escalated }]);
    // a step that reached nobody is told when somebody answers for it
    if (step && told.size > 0) steps.push({ row, step });
    if (escalated) steps.push({ row, step: ESCALATION });
  }
  for (const { row, step } of steps)
    await tx
      .insertInto("reminder")
      .values({ territory_id: territoryId, obligation_id: row.id, due_on: row.due_on, step, on_day: today })
      .execute();
  for (const [personId, own] of byPerson) {
    const lines = own.map(({ row }) => lineOf(row));
    const note = above && own.some(({ escalated }) => escalated) ? ` ${escalatedInWords(above.role)}` : "";
    await notify(context, {
      territoryId,
      personIds: [personId],
      kind: "reminder",
      text: `${reminderSentence(lines, today)}${note}`,
      link: lines.length === 1 ? lines[0]!.path : "/todo",
      dedupeKey: `reminders ${today}`,
      ownLetter: true,
    });
  }
  const until = longLateUntil(rules, today);
  if (above && until && steps.some(({ step }) => step === ESCALATION))
    await tellAbove(context, place, above.people, until);
  return { people: byPerson.size, reports: new Set(steps.map(({ row }) => row.id)).size };
}

/** One list for those above: everything that is late for so long, as the page behind the link shows it. */
async function tellAbove(
  context: UseCaseContext,
  { territoryId, today, rules, owed }: RoundPlace,
  people: readonly Id[],
  until: LocalDate,
): Promise<void> {
  await notify(context, {
    territoryId,
    personIds: people,
    kind: "reminder-escalation",
    text: longLateSentence(rules.escalationDays ?? 0, longLate(owed, until)),
    link: listLink({ territoryId, state: "late", to: until }),
    dedupeKey: `escalation ${today}`,
    ownLetter: true,
  });
}

/** What is told today of each obligation; those of which nothing is are left out. */
async function dueToday(
  { tx }: UseCaseContext,
  { territoryId, today, rules, owed }: RoundPlace,
): Promise<ReadonlyMap<Id, DueReminder>> {
  if (owed.length === 0) return new Map();
  const rows = await tx
    .selectFrom("reminder")
    .where("territory_id", "=", territoryId)
    .where(
      "obligation_id",
      "in",
      owed.map((row) => row.id),
    )
    .select(["obligation_id", "due_on", "step"])
    .execute();
  const told = new Map<string, Set<ToldStep>>();
  for (const { obligation_id: one, due_on: dueOn, step } of rows) {
    const key = `${one} ${dueOn}`;
    told.set(key, (told.get(key) ?? new Set()).add(step));
  }
  const due = owed.map((row) => {
    const steps = told.get(`${row.id} ${row.due_on}`) ?? new Set<ToldStep>();
    const found = reminderDue(rules, localDate(row.due_on), steps, today);
    // what came back was answered: those above learn of what nobody has answered
    return [row.id, { ...found, escalates: found.escalates && row.report_state !== "returned" }] as const;
  });
  return new Map(due.filter(([, { step, escalates }]) => step !== null || escalates));
}
