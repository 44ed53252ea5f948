import { plural } from "#domain/russian/plural.ts";
import type { SchoolHome } from "../../model/contract.ts";
import { shortDay } from "../../model/days.ts";
import { reportsInWords } from "../../model/reports-in-words.ts";

/** The first line of the page, without what was returned (that part is a link): «2 отчёта просрочены, ещё 3 нужно сдать до воскресенья.» */
export function homeSentence(home: Pick<SchoolHome, "today" | "late" | "week" | "soon" | "later" | "next">): string {
  const late = home.late.length;
  const week = home.week.length;
  const lateWords = `${reportsInWords(late)} ${plural(late, ["просрочен", "просрочены", "просрочены"])}`;
  if (late > 0 && week > 0) return `${lateWords}, ещё ${week} нужно сдать до воскресенья.`;
  if (late > 0) return `${lateWords}, до воскресенья других сроков нет.`;
  if (week > 0) return `До воскресенья нужно сдать ${reportsInWords(week)}.`;
  const next = home.soon[0] ?? home.later[0] ?? home.next;
  return next ? `До воскресенья сроков нет. Ближайший — ${shortDay(next.dueOn, home.today)}.` : "Сроков впереди нет.";
}

/** «1 отчёт вам вернули» */
export function returnedWords(count: number): string {
  return `${reportsInWords(count)} вам вернули`;
}
