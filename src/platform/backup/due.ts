/** A time of the day by the clock of this machine. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** The last moment not after `now` at which the clock of this machine showed `at`. */
export function lastDue(now: Date, at: TimeOfDay): Date {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate(), at.hour, at.minute);
  if (today <= now) return today;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, at.hour, at.minute);
}

/** The next moment after `now` at which it will. */
export function nextDue(now: Date, at: TimeOfDay): Date {
  const last = lastDue(now, at);
  return new Date(last.getFullYear(), last.getMonth(), last.getDate() + 1, at.hour, at.minute);
}
