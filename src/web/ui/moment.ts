import { LOCALE } from "../language/language.ts";

const WHEN = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** An ISO instant where the device is: «10 декабря 2021, 09:20». */
export function momentInWords(at: string): string {
  return WHEN.format(new Date(at))
    .replace(/ (?:в|at) /u, ", ")
    .replace(/\s*г\./u, "");
}
