import { dateInWords } from "#domain/russian/dates.ts";
import { quoted } from "#domain/russian/quotes.ts";
import { addDays, localDate, type LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import { obligationState, type ObligationStanding, type ObligationState } from "#features/obligations/model/state.ts";
import type { CalendarEntry } from "./calendar-text.ts";

/** How long what is done stays in the calendar. */
const DONE_SHOWN_DAYS = 92;

/** An obligation as the calendar needs it. */
export interface FedObligation extends ObligationStanding {
  readonly id: Id;
  readonly territoryId: Id;
  readonly number: string;
  readonly title: string;
  readonly programmeTitle: string;
  readonly bearer: string;
  readonly version: number;
  /** the last of its own and its report's changes */
  readonly changedAt: Date;
}

/** What stands before the title; what is owed and not near stands bare. */
const MARK: Readonly<Record<ObligationState, string>> = {
  late: "Просрочено: ",
  soon: "Срок: ",
  ahead: "Срок: ",
  submitted: "На проверке: ",
  returned: "Вернули: ",
  accepted: "Принято: ",
  paused: "Приостановлено: ",
  notApplicable: "",
};

/**
 * The entries of a person's calendar, by days. What is not owed any more is left out, and what is done after three months.
 * @param publicUrl address of the pages; undefined where the installation does not know it
 */
export function feedEntries(
  obligations: readonly FedObligation[],
  todayIn: (territoryId: Id) => LocalDate,
  publicUrl: string | undefined,
): CalendarEntry[] {
  const several = new Set(obligations.map((one) => one.bearer)).size > 1;
  return obligations
    .flatMap((one): CalendarEntry[] => {
      const today = todayIn(one.territoryId);
      const state = obligationState(one, today);
      if (state === "notApplicable") return [];
      if (state === "accepted" && one.dueOn < addDays(today, -DONE_SHOWN_DAYS)) return [];
      const name = one.number ? `${one.number} ${one.title}` : one.title;
      return [
        {
          uid: `${one.id}@orientir`,
          day: one.dueOn,
          dayAfter: addDays(localDate(one.dueOn), 1),
          title: `${MARK[state]}${name}${several ? ` (${one.bearer})` : ""}`,
          description: `Программа ${quoted(one.programmeTitle)}. ${one.bearer}. Срок ${dateInWords(one.dueOn)}.`,
          url: publicUrl && `${publicUrl}/todo/${one.territoryId}/${one.id}`,
          sequence: one.version - 1,
          changedAt: one.changedAt,
        },
      ];
    })
    .sort((one, other) => (one.day === other.day ? (one.uid < other.uid ? -1 : 1) : one.day < other.day ? -1 : 1));
}
