import { counted, plural } from "#domain/russian/plural.ts";
import type { SchoolHome } from "../../model/contract.ts";
import { shortDay } from "../../model/days.ts";

const REPORTS = ["отчёт", "отчёта", "отчётов"] as const;

/** The first line of the page, without what was returned (that part is a link): «2 отчёта просрочены, ещё 3 нужно сдать до воскресенья.» */
export function homeSentence(home: Pick<SchoolHome, "today" | "late" | "week" | "soon" | "later" | "next">): string {
  const late = home.late.length;
  const week = home.week.length;
  const lateWords = `${counted(late, REPORTS)} ${plural(late, ["просрочен", "просрочены", "просрочены"])}`;
  if (late > 0 && week > 0) return `${lateWords}, ещё ${week} нужно сдать до воскресенья.`;
  if (late > 0) return `${lateWords}, до воскресенья других сроков нет.`;
  if (week > 0) return `До воскресенья нужно сдать ${counted(week, REPORTS)}.`;
  const next = home.soon[0] ?? home.later[0] ?? home.next;
  return next ? `До воскресенья сроков нет. Ближайший — ${shortDay(next.dueOn, home.today)}.` : "Сроков впереди нет.";
}

/** «1 отчёт вам вернули» */
export function returnedWords(count: number): string {
  return `${counted(count, REPORTS)} вам вернули`;
}
