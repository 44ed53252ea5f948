import { counted, plural } from "#domain/russian/plural.ts";
import { yearName } from "#features/programmes/model/occurrence-words.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import type { Execution } from "./execution.ts";

/** «В 2026 году просрочено 8 отчётов у 4 исполнителей. На проверке 6, подходит срок у 4. В другие годы просрочено 3 отчёта.» */
export function executionInWords(
  map: Pick<Execution, "rows" | "bearer" | "foot" | "year" | "yearKind" | "lateInOtherYears">,
): string {
  const { total } = map.foot;
  const when = `В ${yearName(map.year, map.yearKind)} ${map.yearKind === "school" ? "учебном году" : "году"}`;
  const bearers = map.rows.filter((row) => row.total.late > 0).length;
  const whose =
    map.rows.length > 1 && map.bearer === null
      ? ` у ${counted(bearers, ["исполнителя", "исполнителей", "исполнителей"])}`
      : "";
  const parts = [
    total.late === 0 ? `${when} просрочек нет` : `${when} ${lateInWords(total.late)}${whose}`,
    standing(total),
    map.lateInOtherYears > 0 ? `В другие годы ${lateInWords(map.lateInOtherYears)}` : "",
    total.late > 0 && map.rows.length > 1 && map.bearer === null ? "С просрочкой стоят сверху" : "",
  ];
  return parts
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(" ");
}

function lateInWords(count: number): string {
  return `${plural(count, ["просрочен", "просрочено", "просрочено"])} ${reportsInWords(count)}`;
}

function standing({ submitted, returned, soon }: Execution["foot"]["total"]): string {
  const parts = [
    submitted > 0 ? `на проверке ${submitted}` : "",
    returned > 0 ? `вернули ${returned}` : "",
    soon > 0 ? `подходит срок у ${soon}` : "",
  ];
  const words = parts.filter(Boolean).join(", ");
  return words && words[0]!.toUpperCase() + words.slice(1);
}
