import { dateInWords, dueInWords } from "#domain/russian/dates.ts";
import { counted, plural, type PluralForms } from "#domain/russian/plural.ts";
import { quoted } from "#domain/russian/quotes.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { longLateInWords } from "#features/progress/model/long-late.ts";
import { daysBetween, type LocalDate } from "#shared/local-date.ts";
import type { EscalationRole } from "./rules.ts";

const REPORTS_OF: PluralForms = ["отчёта", "отчётов", "отчётов"];
const BEARERS: PluralForms = ["исполнителя", "исполнителей", "исполнителей"];

/** An obligation that a person is reminded of. */
export interface OwedLine {
  readonly programmeTitle: string;
  /** «1.2 Провести семинар» */
  readonly name: string;
  /** whose it is, told where a person answers for several */
  readonly bearer: string;
  readonly dueOn: LocalDate;
  /** the report was given and came back */
  readonly returned: boolean;
  /** the page where it is answered */
  readonly path: string;
}

/** «срок завтра, 11 декабря 2021», «просрочено на 3 дня, срок был 7 декабря 2021», «отчёт вернули на доработку, срок был 7 декабря 2021». */
export function standingInWords({ dueOn, returned }: Pick<OwedLine, "dueOn" | "returned">, today: LocalDate): string {
  const due = dueInWords(dueOn, today);
  const was = `срок был ${dateInWords(dueOn)}`;
  const when = dueOn < today ? was : `срок ${due}, ${dateInWords(dueOn)}`;
  if (returned) return `отчёт вернули на доработку, ${when}`;
  return dueOn < today ? `${due}, ${was}` : when;
}

/**
 * «просрочено 3 отчёта, вернули на доработку 1, сегодня срок у 1, подходит срок у 2»: of many, what stands how. A report that came back was
 * given, and is counted as the pages count it: apart from what is late.
 */
export function countsInWords(lines: readonly Pick<OwedLine, "dueOn" | "returned">[], today: LocalDate): string {
  const owed = lines.filter(({ returned }) => !returned);
  const returned = lines.length - owed.length;
  const late = owed.filter(({ dueOn }) => dueOn < today).length;
  const now = owed.filter(({ dueOn }) => dueOn === today).length;
  const ahead = owed.length - late - now;
  const reports = (count: number, isFirst: boolean) => (isFirst ? counted(count, REPORTS_OF) : String(count));
  const parts = [
    late > 0 ? `${plural(late, ["просрочен", "просрочено", "просрочено"])} ${reportsInWords(late)}` : "",
    returned > 0 ? `вернули на доработку ${late > 0 ? returned : reportsInWords(returned)}` : "",
    now > 0 ? `сегодня срок у\u00A0${reports(now, late + returned === 0)}` : "",
    ahead > 0 ? `подходит срок у\u00A0${reports(ahead, late + returned + now === 0)}` : "",
  ];
  return parts.filter(Boolean).join(", ");
}

/** The one notice of the day: the obligation itself where it is one, else how many stand how. */
export function reminderSentence(lines: readonly OwedLine[], today: LocalDate): string {
  const [first] = lines;
  if (lines.length === 1 && first) return `Напоминаем: ${quoted(first.name)}, ${standingInWords(first, today)}.`;
  return `Напоминаем: ${countsInWords(lines, today)}.`;
}

const ESCALATED_TO: Readonly<Record<EscalationRole, string>> = {
  authority_head: "начальнику управления образования",
  administrator: "администратору",
  officer: "специалисту управления образования",
};

/** What heads are told when those above have learned of it. */
export function escalatedInWords(role: EscalationRole): string {
  return `О просрочке сообщено ${ESCALATED_TO[role]}.`;
}

export interface LateBearer {
  readonly name: string;
  readonly late: number;
}

/** «СОШ № 1 – 3 отчёта» */
export function lateBearerLine({ name, late }: LateBearer): string {
  return `${name} – ${reportsInWords(late)}`;
}

/** «Просрочено больше двух недель: 12 отчётов у 5 исполнителей.» */
export function longLateSentence(days: number, bearers: readonly LateBearer[]): string {
  const late = bearers.reduce((sum, one) => sum + one.late, 0);
  return `${longLateInWords(days)}: ${reportsInWords(late)} у\u00A0${counted(bearers.length, BEARERS)}.`;
}

/** How late, for sorting: the longest first. */
export function byTerm(one: OwedLine, other: OwedLine): number {
  return daysBetween(other.dueOn, one.dueOn) || (one.name < other.name ? -1 : 1);
}
