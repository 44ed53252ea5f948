import { localHourAt } from "./local-date.ts";

/** Hours of the local day in which nobody is written to: from `from` up to but not with `to`, over midnight too; none where they are equal. */
export interface QuietHours {
  readonly timeZone: string;
  readonly from: number;
  readonly to: number;
}

const HOUR_MS = 3_600_000;

/** Whether the hour, 0…23, is a quiet one. */
export function isQuietHour({ from, to }: Pick<QuietHours, "from" | "to">, hour: number): boolean {
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** The next instant at which an hour begins; all zones of Russia are whole hours from UTC. */
export function nextHour(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / HOUR_MS + 1) * HOUR_MS);
}

/** The instant itself where it is not quiet, else the first one that is not. */
export function afterQuiet(hours: QuietHours, instant: Date): Date {
  let at = instant;
  while (isQuietHour(hours, localHourAt(at, hours.timeZone))) at = nextHour(at);
  return at;
}
