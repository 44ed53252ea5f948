import { addDays, localDate, type LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { sendLetter } from "#platform/mail/send-letter.ts";
import { answeringFor, type ObligationRecord } from "#features/obligations/server/public.ts";
import { digestLetter, type ToldNotice } from "../model/digest-letter.ts";
import { isWeeklyDue } from "../model/hours.ts";
import { ESCALATION } from "../model/ladder.ts";
import { escalatedInWords, type LateBearer } from "../model/reminder-words.ts";
import type { ReminderRules } from "../model/rules.ts";
import { addresseesOf, type Addressee } from "./addressees.ts";
import { escalatedSince, escalatedTo, longLate, longLateUntil } from "./escalation.ts";
import { lineOf } from "./owed.ts";
import { peopleToTell, takeNotices } from "./told-notices.ts";

/** Days behind which a first digest does not look. */
const WEEK = 7;

/** A territory on the day of its round. */
export interface RoundPlace {
  readonly territoryId: Id;
  readonly timeZone: string;
  readonly today: LocalDate;
  readonly rules: ReminderRules;
  /** everything owed still, as far ahead as a reminder may come */
  readonly owed: readonly ObligationRecord[];
}

/** An obligation that a person was reminded of on a day, and whether those above learned of it then. */
interface Reminded {
  readonly row: ObligationRecord;
  readonly onDay: LocalDate;
  readonly escalated: boolean;
}

/** Writes to everybody whose day it is one letter of all that waits for them; returns to how many. */
export async function writeDigests(context: UseCaseContext, place: RoundPlace): Promise<number> {
  const { tx } = context;
  const { territoryId, today, rules } = place;
  const reminded = await remindedByPerson(context, place);
  const above = await escalatedTo(tx, territoryId, rules, today);
  const candidates = new Set([
    ...reminded.keys(),
    ...(await peopleToTell(context, territoryId)),
    ...(above && (await escalatedSince(tx, territoryId, addDays(today, -WEEK))) ? above.people : []),
  ]);
  const due = (await addresseesOf(tx, territoryId, [...candidates])).filter(
    ({ rhythm, lastOn }) => rhythm !== "weekly" || isWeeklyDue(lastOn, today),
  );
  const notices = await takeNotices(
    context,
    territoryId,
    due.map((one) => one.personId),
  );
  let written = 0;
  for (const one of due) {
    const since = one.lastOn ?? addDays(today, -WEEK);
    const own = (reminded.get(one.personId) ?? []).filter(({ onDay }) => onDay > since);
    const isAbove = above?.people.includes(one.personId) && (await escalatedSince(tx, territoryId, since));
    const until = longLateUntil(rules, today);
    const late = isAbove && until ? longLate(place.owed, until) : [];
    const told = notices.get(one.personId) ?? [];
    if (own.length + late.length + told.length === 0) continue;
    await writeTo(context, place, one, {
      own,
      late,
      told,
      escalated: above && own.some(({ escalated }) => escalated) ? escalatedInWords(above.role) : "",
    });
    written += 1;
  }
  return written;
}

interface Told {
  readonly own: readonly Reminded[];
  readonly late: readonly LateBearer[];
  readonly told: readonly ToldNotice[];
  readonly escalated: string;
}

async function writeTo(
  context: UseCaseContext,
  { territoryId, timeZone, today, rules }: RoundPlace,
  { personId, accountId, called, to }: Addressee,
  { own, late, told, escalated }: Told,
): Promise<void> {
  const owed = [...new Map(own.map(({ row }) => [row.id, lineOf(row)])).values()];
  const words = digestLetter({
    called,
    today,
    owed,
    escalated,
    longLate: { days: rules.escalationDays ?? 0, bearers: late },
    notices: told,
  });
  const quiet = { timeZone, from: rules.quietFrom, to: rules.quietTo };
  await sendLetter(context, accountId, { ...words, to, quiet });
  await context.tx
    .insertInto("digest")
    .values({ territory_id: territoryId, person_id: personId, on_day: today })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What was told of in the last week and is owed still, by the people who answer for it. */
async function remindedByPerson(
  { tx }: UseCaseContext,
  { territoryId, today, owed }: RoundPlace,
): Promise<ReadonlyMap<Id, readonly Reminded[]>> {
  const steps = await tx
    .selectFrom("reminder")
    .where("territory_id", "=", territoryId)
    .where("on_day", ">", addDays(today, -WEEK))
    .select(["obligation_id", "due_on", "step", "on_day"])
    .execute();
  const rows = new Map(owed.map((row) => [row.id, row]));
  const answering = await answeringFor(
    tx,
    territoryId,
    owed.filter((row) => steps.some((step) => step.obligation_id === row.id)),
    today,
  );
  const byPerson = new Map<Id, Reminded[]>();
  for (const { obligation_id: id, due_on: dueOn, step, on_day: onDay } of steps) {
    const row = rows.get(id);
    const who = answering.get(id);
    // answered, closed or moved since
    if (!row || !who || row.due_on !== dueOn) continue;
    const escalated = step === ESCALATION;
    for (const personId of escalated ? new Set([...who.people, ...who.heads]) : who.people)
      byPerson.set(personId, [...(byPerson.get(personId) ?? []), { row, onDay: localDate(onDay), escalated }]);
  }
  return byPerson;
}
