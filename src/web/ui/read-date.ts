import dayjs from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat.js";
import "dayjs/locale/ru.js";
import { monthOf } from "#domain/russian/month-words.ts";
import { localDateOf, type LocalDate } from "#shared/local-date.ts";

// Without the plugin the kit's date field writes and reads days by the browser's own, English, rules.
dayjs.extend(customParseFormat);
dayjs.locale("ru");

const DIGITS = /^(\d{1,2})[./\-\s](\d{1,2})[./\-\s](\d{2}|\d{4})$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const WORDS = /^(\d{1,2}) (\p{L}+) (\d{4})$/u;

/** The day a person typed: 14.10.2026, 14.10.26, «14 октября 2026 г.»; null where it is no day of the calendar. */
export function readDate(text: string): LocalDate | null {
  const typed = text
    .trim()
    .toLocaleLowerCase("ru")
    .replace(/\s*(г\.?|года)$/u, "")
    .replace(/\s+/gu, " ");
  const iso = ISO.exec(typed);
  if (iso) return day(iso[1]!, Number(iso[2]), iso[3]!);
  const digits = DIGITS.exec(typed);
  if (digits) return day(digits[3]!, Number(digits[2]), digits[1]!);
  const words = WORDS.exec(typed);
  const month = words && monthOf(words[2]!);
  return words && month ? day(words[3]!, month, words[1]!) : null;
}

function day(year: string, month: number, date: string): LocalDate | null {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  return localDateOf(full, month, Number(date)) ?? null;
}
