import { localDateAt } from "#shared/local-date.ts";
import { shortDay } from "../../model/days.ts";

/** Today, and the zone in which it is today: of a `SchoolHome`. */
export interface DayHere {
  readonly today: string;
  readonly zone: string;
}

/** The day of an instant by the municipality's calendar: «21 октября», with the year where it is not this one. */
export function dayOf(instant: string, { today, zone }: DayHere): string {
  return shortDay(localDateAt(new Date(instant), zone), today);
}
