import { addDays, localDate, type LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { sendLetter } from "#platform/mail/send-letter.ts";
import { answeringFor, type ObligationRecord } from "#features/obligations/server/public.ts";
import { digestLetter } from "../model/digest-letter.ts";
import { escalatedInWords } from "../model/reminder-words.ts";
import type { ReminderRules } from "../model/rules.ts";
import { addresseesOf, type Addressee } from "./addressees.ts";
import { escalatedSince, longLate, longLateUntil, type Above } from "./escalation.ts";
import { lineOf } from "./owed.ts";
import { peopleToTell, takeNotices } from "./told-notices.ts";

const WEEK = 7;

/** A territory on the day of its round. */
export interface RoundPlace {
  readonly territoryId: Id;
  readonly timeZone: string;
  readonly today: LocalDate;
  readonly rules: ReminderRules;
  /** everything owed still, as far ahead as a reminder may come */
  readonly owed: readonly ObligationRecord[];
  /** those who learn of what is late for long */
  readonly above: Above | undefined;
  /** weekly letters go today */
  readonly opensWeek: boolean;
}

/** What one person is told of today. */
export interface Told {
  readonly rows: readonly ObligationRecord[];
  /** those above learn of some of it today */
  readonly escalated: boolean;
}

/**
 * Writes one letter to everybody whose day it is, of all that waits for them: today's reminders and what was not put into a letter yet;
 * once a week instead what is late and what is due in the week to come. Returns to how many.
 */
export async function writeDigests(
  context: UseCaseContext,
  place: RoundPlace,
  daily: ReadonlyMap<Id, Told>,
): Promise<number> {
  const { tx } = context;
  const { territoryId, today, above } = place;
  const weekly = place.opensWeek ? await owedThisWeek(context, place) : new Map<Id, Told>();
  const candidates = [
    ...daily.keys(),
    ...weekly.keys(),
    ...(await peopleToTell(context, territoryId)),
    ...(above?.people ?? []),
  ];
  const due = (await addresseesOf(tx, [...new Set(candidates)])).filter(
    ({ rhythm }) => rhythm !== "weekly" || place.opensWeek,
  );
  const personIds = due.map((one) => one.personId);
  const notices = await takeNotices(context, territoryId, personIds);
  const aboveLearns = {
    daily: await escalatedSince(tx, territoryId, addDays(today, -1)),
    weekly: await escalatedSince(tx, territoryId, addDays(today, -WEEK)),
  };
  let written = 0;
  for (const one of due) {
    const often = one.rhythm === "weekly" ? "weekly" : "daily";
    const told = (often === "weekly" ? weekly : daily).get(one.personId);
    const learns = above?.people.includes(one.personId) === true && aboveLearns[often];
    if (await writeTo(context, place, one, { told, learns, notices: notices.get(one.personId) ?? [] })) written += 1;
  }
  return written;
}

interface Content {
  readonly told: Told | undefined;
  readonly learns: boolean;
  readonly notices: readonly { readonly text: string; readonly link: string }[];
}

/** Queues the letter; false where there is nothing to tell. */
async function writeTo(
  context: UseCaseContext,
  { timeZone, today, rules, owed, above }: RoundPlace,
  { accountId, called, to }: Addressee,
  { told, learns, notices }: Content,
): Promise<boolean> {
  const until = longLateUntil(rules, today);
  const late = learns && until ? longLate(owed, until) : [];
  const rows = told?.rows ?? [];
  if (rows.length + late.length + notices.length === 0) return false;
  const words = digestLetter({
    called,
    today,
    owed: rows.map(lineOf),
    escalated: above && told?.escalated ? escalatedInWords(above.role) : "",
    longLate: { days: rules.escalationDays ?? 0, bearers: late },
    notices,
  });
  return sendLetter(context, accountId, {
    ...words,
    to,
    quiet: { timeZone, from: rules.quietFrom, to: rules.quietTo },
  });
}

/** What is late and what is due within a week, by the people who answer for it. */
async function owedThisWeek(
  { tx }: UseCaseContext,
  { territoryId, today, owed }: RoundPlace,
): Promise<ReadonlyMap<Id, Told>> {
  const rows = owed.filter((row) => localDate(row.due_on) <= addDays(today, WEEK));
  const answering = await answeringFor(tx, territoryId, rows, today);
  const byPerson = new Map<Id, { rows: ObligationRecord[]; escalated: boolean }>();
  for (const row of rows)
    for (const personId of answering.get(row.id)!.people) {
      const told = byPerson.get(personId) ?? { rows: [], escalated: false };
      told.rows.push(row);
      byPerson.set(personId, told);
    }
  return byPerson;
}
