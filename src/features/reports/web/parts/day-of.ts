import { localDateAt, type LocalDate } from "#shared/local-date.ts";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The day of an instant where the reader is. */
export const dayOf = (instant: string): LocalDate => localDateAt(new Date(instant), zone);
