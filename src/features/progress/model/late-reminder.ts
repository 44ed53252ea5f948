import { z } from "zod";
import { dateInWords } from "#domain/russian/dates.ts";
import { counted, plural } from "#domain/russian/plural.ts";
import { quoted } from "#domain/russian/quotes.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { shortened } from "#shared/cut-text.ts";
import { id, line } from "#shared/atoms.ts";
import { MOST_ROWS, RefusedRow } from "#shared/each-row.ts";
import { daysBetween, type LocalDate } from "#shared/local-date.ts";
import { Bearer } from "./contract.ts";

/** Letters of a reminder: what fits a notice and a letter that is read. */
export const LONGEST_REMINDER = 2000;
/** Reports named one by one; the rest are counted. */
const NAMED = 5;
const LONGEST_TITLE = 120;

export const LateRemindersQuery = z.object({ territoryId: id, programmeId: id.optional() });

/** A reminder ready to be sent to those who answer for a late bearer. */
export const ReadyReminder = Bearer.extend({
  late: z.int(),
  text: z.string(),
  /** who would read it in the product, and how many of them by a letter too */
  people: z.int(),
  letters: z.int(),
  /** the day of the last one */
  remindedOn: z.string().nullable(),
});
export type ReadyReminder = z.infer<typeof ReadyReminder>;

export const ReadyReminders = z.object({
  today: z.string(),
  /** whether the installation sends letters */
  mail: z.boolean(),
  reminders: z.array(ReadyReminder),
});
export type ReadyReminders = z.infer<typeof ReadyReminders>;

export const RemindLate = z.object({
  territoryId: id,
  byLetter: z.boolean(),
  reminders: z
    .array(
      z.object({
        bearer: z.string().min(1).max(200),
        text: line(LONGEST_REMINDER, "Напишите, о чём напомнить."),
      }),
    )
    .min(1, "Отметьте, кому напомнить.")
    .max(MOST_ROWS)
    .refine(
      (list) => new Set(list.map(({ bearer }) => bearer)).size === list.length,
      "Один исполнитель отмечен дважды.",
    ),
});

export const RemindedLate = z.object({
  done: z.array(z.object({ bearer: z.string(), people: z.int(), letters: z.int() })),
  refused: z.array(RefusedRow),
});
export type RemindedLate = z.infer<typeof RemindedLate>;

export interface LateReport {
  readonly measureNumber: string;
  readonly measureTitle: string;
  readonly programmeTitle: string;
  readonly dueOn: LocalDate;
}

/** The text of a reminder as it is offered: what is late, the oldest first, and what to do; the person may write it anew. */
export function reminderText(late: readonly LateReport[], today: LocalDate, signedBy: string): string {
  const oldestFirst = [...late].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const programmes = new Set(late.map(({ programmeTitle }) => programmeTitle));
  const [only] = programmes.size === 1 ? programmes : [];
  const head = only
    ? `По программе ${quoted(only)} ждём от вас ${reportsInWords(late.length)}:`
    : `Ждём от вас ${reportsInWords(late.length)}:`;
  const lines = oldestFirst.slice(0, NAMED).map((one) => {
    const name = [one.measureNumber, shortened(one.measureTitle, LONGEST_TITLE)].filter(Boolean).join(" ");
    const of = only ? "" : `, ${quoted(one.programmeTitle)}`;
    const days = daysBetween(one.dueOn, today);
    const passed = `${plural(days, ["прошёл", "прошло", "прошло"])} ${counted(days, ["день", "дня", "дней"])}`;
    return `– ${name}${of}: срок ${dateInWords(one.dueOn)}, ${passed}`;
  });
  const rest = late.length - NAMED;
  return [
    "Здравствуйте.",
    head,
    ...lines,
    ...(rest > 0 ? [`– и ещё ${reportsInWords(rest)}`] : []),
    `${late.length === 1 ? "Отправьте отчёт" : "Отправьте отчёты"} или напишите, что мешает: срок можно перенести, если есть причина.`,
    signedBy,
  ].join("\n");
}
