import type { ReportView } from "./contract.ts";

/** «Отчёт отправлен на проверку: 1.3, II четверть 2021/22»: which report it is, by the measures that it answers. */
export function sentWords({ kind, obligations }: Pick<ReportView, "kind" | "obligations">): string {
  const said = kind === "notApplicable" ? "Ответ отправлен на проверку" : "Отчёт отправлен на проверку";
  const [first, ...others] = obligations;
  if (!first) return said;
  if (others.length === 0) return `${said}: ${first.measureNumber || first.measureTitle}, ${first.occurrence}`;
  return `${said}: ${obligations.map((one) => one.measureNumber || one.measureTitle).join(", ")}`;
}
