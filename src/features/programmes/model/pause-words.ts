import { dateInWords } from "#domain/russian/dates.ts";
import { counted } from "#domain/russian/plural.ts";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import type { PauseSeen } from "./pause.ts";
import { daysOf } from "./pause-span.ts";

/** A pause that is over: «с 1 марта 2021 до 10 марта 2021, 9 дней»; of one that covered no day, why it did not. */
export function overInWords(
  { from, resumedOn, takenBack }: Pick<PauseSeen, "from" | "resumedOn" | "takenBack">,
  today: LocalDate,
): string {
  const since = `с ${dateInWords(localDate(from))}`;
  if (takenBack) return `${since}, отменена до начала`;
  const days = daysOf({ from: localDate(from), resumedOn: localDate(resumedOn!) }, today);
  if (days === 0) return `${since}, возобновлено в тот же день`;
  return `${since} до ${dateInWords(localDate(resumedOn!))}, ${counted(days, ["день", "дня", "дней"])}`;
}
