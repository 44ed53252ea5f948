import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { addDays, localDate, localDateAt } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import { job, type Job } from "#platform/jobs/jobs.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { notify } from "#features/notices/server/public.ts";
import { answeringFor, type ObligationRecord } from "#features/obligations/server/public.ts";
import { listLink } from "#features/progress/model/rows-link.ts";
import { isRoundDue, opensWeek } from "../model/hours.ts";
import { ESCALATION, mostDaysBefore, reminderDue, type DueReminder, type ToldStep } from "../model/ladder.ts";
import { escalatedInWords, longLateSentence, reminderSentence } from "../model/reminder-words.ts";
import { escalatedTo, longLate, longLateUntil, type Above } from "./escalation.ts";
import { lineOf, owedUntil } from "./owed.ts";
import { rulesOf } from "./rules.ts";
import { writeDigests, type RoundPlace, type Told } from "./write-digests.ts";

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
  const lastOn = last === null ? null : localDate(last);
  if (!isRoundDue(rules, territory.time_zone, lastOn, now)) return;
  const today = localDateAt(now, territory.time_zone);
  const begun = await tx
    .insertInto("reminder_round")
    .values({ territory_id: territoryId, on_day: today, made_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("on_day")
    .execute();
  // another worker makes this very round
  if (begun.length === 0) return;
  const owed = await owedUntil(tx, territoryId, addDays(today, mostDaysBefore(rules)), today);
  const place = {
    territoryId,
    timeZone: territory.time_zone,
    today,
    rules,
    owed,
    above: await escalatedTo(tx, territoryId, rules, today),
    opensWeek: opensWeek(lastOn, today),
  };
  const told = await tellAll(context, place);
  // people of the demonstration are invented, and so are their addresses
  const letters = installation.mail && !territory.is_demo ? await writeDigests(context, place, told) : 0;
  if (told.size + letters > 0)
    await context.journal({
      territoryId,
      action: "reminder.round",
      subjectKind: "territory",
      subjectId: territoryId,
      detail: { people: told.size, letters },
    });
}

/** Notices of the day, one a person, and the note of each step told. Returns who was told of what. */
async function tellAll(context: UseCaseContext, place: RoundPlace): Promise<ReadonlyMap<Id, Told>> {
  const { territoryId, today, above } = place;
  const due = await dueToday(context, place);
  const rows = place.owed.filter((row) => due.has(row.id));
  const answering = await answeringFor(context.tx, territoryId, rows, today);
  const told = new Map<Id, { rows: ObligationRecord[]; escalated: boolean }>();
  const steps: { row: ObligationRecord; step: ToldStep }[] = [];
  for (const row of rows) {
    const { step, escalates } = due.get(row.id)!;
    const { people, heads } = answering.get(row.id)!;
    const escalated = escalates && above !== undefined;
    const hear = new Set([...(step || escalated ? people : []), ...(escalated ? heads : [])]);
    for (const personId of hear) {
      const own = told.get(personId) ?? { rows: [], escalated: false };
      told.set(personId, { rows: [...own.rows, row], escalated: own.escalated || escalated });
    }
    // a step that reached nobody is told when somebody answers for it
    if (step && hear.size > 0) steps.push({ row, step });
    if (escalated) steps.push({ row, step: ESCALATION });
  }
  await noteSteps(context, place, steps);
  for (const [personId, own] of told) await tellOne(context, place, personId, own);
  if (above && steps.some(({ step }) => step === ESCALATION)) await tellAbove(context, place, above);
  return told;
}

async function noteSteps(
  { tx }: UseCaseContext,
  { territoryId, today }: RoundPlace,
  steps: readonly { readonly row: ObligationRecord; readonly step: ToldStep }[],
): Promise<void> {
  const ROWS_AT_ONCE = 1000;
  const values = steps.map(({ row, step }) => ({
    territory_id: territoryId,
    obligation_id: row.id,
    due_on: row.due_on,
    step,
    on_day: today,
  }));
  for (let from = 0; from < values.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto("reminder")
      .values(values.slice(from, from + ROWS_AT_ONCE))
      .execute();
}

/** The one notice of a person's day. */
async function tellOne(
  context: UseCaseContext,
  { territoryId, today, above }: RoundPlace,
  personId: Id,
  { rows, escalated }: Told,
): Promise<void> {
  const lines = rows.map(lineOf);
  const note = above && escalated ? ` ${escalatedInWords(above.role)}` : "";
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

/** One list for those above: everything that is late for so long, as the page behind the link shows it. */
async function tellAbove(
  context: UseCaseContext,
  { territoryId, today, rules, owed }: RoundPlace,
  { people }: Above,
): Promise<void> {
  const until = longLateUntil(rules, today);
  if (until === null) return;
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
