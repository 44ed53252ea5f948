import { localDateAt, type LocalDate } from "#shared/local-date.ts";

/**
 * Two clocks. `now` is the product's: deadlines, reports, the journal; ORIENTIR_NOW starts it at an instant and lets it run.
 * `real` is the machine's: sessions, tokens, throttling, which must not be fooled by a demonstration.
 */
export interface Clock {
  now(): Date;
  real(): Date;
  /** the local day of `now` in an IANA zone */
  today(timeZone: string): LocalDate;
  /** whether the product's clock was set by ORIENTIR_NOW: every page then says so */
  readonly isSet: boolean;
}

export function makeClock(startAt?: Date): Clock {
  const shift = startAt ? startAt.getTime() - Date.now() : 0;
  const now = () => new Date(Date.now() + shift);
  return {
    now,
    real: () => new Date(),
    today: (timeZone) => localDateAt(now(), timeZone),
    isSet: startAt !== undefined,
  };
}
