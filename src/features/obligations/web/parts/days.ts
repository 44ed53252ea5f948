import { localDateAt } from "#shared/local-date.ts";
import { shortDay } from "../../model/days.ts";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The day of an instant by the device's calendar: «21 октября», with the year where it is not this one. */
export function dayOf(instant: string, today: string): string {
  return shortDay(localDateAt(new Date(instant), zone), today);
}
