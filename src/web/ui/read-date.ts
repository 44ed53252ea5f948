import dayjs from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat.js";
import "dayjs/locale/ru.js";

// Without the plugin the kit's date field reads typed text by the browser's own, English, rules.
dayjs.extend(customParseFormat);
dayjs.locale("ru");

const FORMATS = ["D.M.YYYY", "D.M.YY", "D/M/YYYY", "D-M-YYYY", "YYYY-MM-DD", "D MMMM YYYY", "D MMM YYYY", "DDMMYYYY"];

/** The day a person typed, YYYY-MM-DD; null where it is no day of the calendar. */
export function readDate(text: string): string | null {
  const typed = text
    .trim()
    .toLocaleLowerCase("ru")
    .replace(/\s*(г\.?|года)$/u, "")
    .replace(/\s+/gu, " ");
  const day = dayjs(typed, FORMATS, "ru", true);
  return day.isValid() ? day.format("YYYY-MM-DD") : null;
}
