import { personOnly, route, type Route } from "#platform/http/route.ts";
import { LateRemindersQuery, ReadyReminders, RemindedLate, RemindLate } from "../model/late-reminder.ts";
import { PROGRESS_PROBLEMS } from "../model/problems.ts";
import { readyReminders, remindLate } from "./late-reminders.ts";

const TOUCHES = [
  "obligation",
  "measure",
  "programme",
  "organisation",
  "person",
  "account",
  "report",
  "report_obligation",
  "role_assignment",
  "journal",
];

/** Reminders of what is late, written beforehand and sent by a person. */
export const lateReminderRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/progress/late-reminders",
    action: "late.ready",
    summary: "Reminders ready to be sent to those who are late",
    policy: personOnly,
    query: LateRemindersQuery,
    reply: ReadyReminders,
    problems: PROGRESS_PROBLEMS,
    touches: TOUCHES,
    handle: readyReminders,
  }),
  route({
    method: "POST",
    path: "/api/progress/late-reminders",
    action: "late.remind",
    summary: "Remind those who are late, each in their own words",
    policy: personOnly,
    body: RemindLate,
    reply: RemindedLate,
    problems: PROGRESS_PROBLEMS,
    touches: [...TOUCHES, "notice", "letter"],
    handle: remindLate,
  }),
];
