import { fold } from "#domain/tables/fold.ts";
import type { PlannedValueDraft } from "#features/programmes/model/roadmap-draft.ts";

/** «не менее 1 раза в год», «ежегодно»: the words say themselves how often. */
const TELLS_HOW_OFTEN =
  /(?<!\p{L})(?:в\s+(?:\p{L}+\s+)?(?:год|полугодие|квартал|четверть|месяц|неделю)|еже\p{L}+)(?!\p{L})/iu;

/** A planned value in few words: «10 в год», «2021: 10, 2022: 12, всего 30», «всего 30». Words stay as printed. */
export function plannedWords(value: PlannedValueDraft): string {
  const years = value.years.filter(({ text }) => text !== "");
  const share = value.subGroup === "" ? "" : `${value.subGroup}: `;
  const [first] = years;
  if (!first) return value.totalText === "" ? "" : `${share}${value.totalText}`;
  const isEven = years.length > 1 && years.every(({ text }) => text === first.text);
  const byYear = isEven
    ? `${first.text}${TELLS_HOW_OFTEN.test(first.text) ? "" : " в год"}`
    : years.map(({ year, text }) => `${year}: ${text}`).join(", ");
  return `${share}${byYear}${totalWords(value.totalText, isEven || years.length === 1 ? first.text : "")}`;
}

/** The total, unless it only says again what each year says. */
function totalWords(total: string, yearly: string): string {
  return total === "" || fold(total) === fold(yearly) ? "" : `, всего ${total}`;
}
