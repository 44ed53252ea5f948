import type { PlannedValueDraft } from "#features/programmes/model/roadmap-draft.ts";

/** A planned value in few words: «10 в год», «2021: 10, 2022: 12», «всего 30». Words stay as printed. */
export function plannedWords(value: PlannedValueDraft): string {
  const years = value.years.filter(({ text }) => text !== "");
  const share = value.subGroup === "" ? "" : `${value.subGroup}: `;
  const [first] = years;
  if (!first) return value.totalText === "" ? "" : `${share}${value.totalText}`;
  const isEven = years.length > 1 && years.every(({ text }) => text === first.text);
  const byYear = isEven ? `${first.text} в год` : years.map(({ year, text }) => `${year}: ${text}`).join(", ");
  const total = value.aggregation === "sum" && value.totalText !== "" ? `, всего ${value.totalText}` : "";
  return `${share}${byYear}${total}`;
}
