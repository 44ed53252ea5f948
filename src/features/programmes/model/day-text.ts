import { parseLocalDate } from "#shared/local-date.ts";

/** An end of a window as people write it: «2026-10-15» is «15.10.2026», «10-15» is «15.10». */
export function dayText(day: string | null): string {
  if (day === null) return "";
  const [, year, month, date] = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/.exec(day) ?? [];
  return [date, month, year].filter(Boolean).join(".");
}

/** «15.10.2026» → «2026-10-15», «15.10» → «10-15»; undefined for what is no day, null for nothing. */
export function dayTyped(text: string): string | null | undefined {
  const plain = text.trim();
  if (plain === "") return null;
  const parts = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?\.?$/.exec(plain);
  if (!parts) return undefined;
  const [, date, month, year] = parts;
  // a day of every year may be 29 February: it exists in a leap year
  const whole = `${year ?? "2024"}-${month!.padStart(2, "0")}-${date!.padStart(2, "0")}`;
  if (!parseLocalDate(whole)) return undefined;
  return year ? whole : whole.slice(5);
}
