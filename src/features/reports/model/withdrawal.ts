import { counted } from "#domain/russian/plural.ts";
import type { ReportView } from "./contract.ts";

export interface Withdrawal {
  /** what taking the report back does, in one sentence or two */
  readonly words: string;
  /** what it answers, each with whether its due day has passed by now */
  readonly measures: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly occurrence: string;
    readonly isPast: boolean;
  }[];
}

/** What its reporter is told before they take a report back: the measures that it answers are owed again. */
export function withdrawalOf(obligations: ReportView["obligations"], today: string): Withdrawal {
  const measures = obligations.map((one) => ({
    id: one.id,
    number: one.measureNumber,
    title: one.measureTitle,
    occurrence: one.occurrence,
    isPast: one.dueOn < today,
  }));
  const past = measures.filter(({ isPast }) => isPast).length;
  const kept = "Написанное сохранится: его можно будет поправить и отправить снова.";
  if (measures.length === 1) return { words: past === 0 ? kept : `${kept} Срок мероприятия уже прошёл.`, measures };
  const covers = `Отчёт закрывает ${counted(measures.length, ["мероприятие", "мероприятия", "мероприятий"])}.`;
  const late =
    past === 0 ? "" : past === measures.length ? " Срок всех уже прошёл." : ` Из них срок уже прошёл: ${past}.`;
  return { words: `${kept} ${covers}${late}`, measures };
}
