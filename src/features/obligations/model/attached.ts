import { counted, plural } from "#domain/russian/plural.ts";
import type { AttachedHome } from "./contract.ts";
import { reportsInWords } from "./reports-in-words.ts";

type Attached = AttachedHome["organisations"][number];

const total = (of: readonly Attached[], kind: "late" | "returned" | "week") =>
  of.reduce((sum, one) => sum + one[kind].length, 0);

/** Whether the organisation has something that cannot wait beyond this week. */
export function isPressing(one: Attached): boolean {
  return one.late.length + one.returned.length + one.week.length > 0;
}

/** Exceptions first: most overdue, then most returned, then most due this week; else as they came. */
export function worstFirst(organisations: readonly Attached[]): Attached[] {
  return organisations
    .slice()
    .sort(
      (one, other) =>
        other.late.length - one.late.length ||
        other.returned.length - one.returned.length ||
        other.week.length - one.week.length,
    );
}

/** «3 отчёта просрочены: 2 школы из 6. До воскресенья нужно сдать ещё 4. На доработке 1 отчёт.» */
export function attachedSentence(organisations: readonly Attached[]): string {
  const late = total(organisations, "late");
  const week = total(organisations, "week");
  const behind = organisations.filter((one) => one.late.length > 0).length;
  const of = `${counted(behind, ["школа", "школы", "школ"])} из ${organisations.length}`;
  const first =
    late > 0
      ? `${reportsInWords(late)} ${plural(late, ["просрочен", "просрочены", "просрочены"])}: ${of}.`
      : "Просроченных отчётов нет.";
  const next =
    week > 0
      ? `До воскресенья нужно сдать ${late > 0 ? "ещё " : ""}${week}.`
      : `До воскресенья ${late > 0 ? "других " : ""}сроков нет.`;
  const returned = total(organisations, "returned");
  return [first, next, returned > 0 ? `На доработке ${reportsInWords(returned)}.` : ""].filter(Boolean).join(" ");
}
