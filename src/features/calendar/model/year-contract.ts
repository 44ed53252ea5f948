import { z } from "zod";
import { id, localDateField, version } from "#shared/atoms.ts";

export const YearParams = z.object({
  territoryId: id,
  year: z.coerce.number().int("Год – целое число.").min(2000, "Год не раньше 2000.").max(2100, "Год не позже 2100."),
});

export const SaveYear = z.object({
  /** null: the year has had no terms of its own */
  version: version.nullable(),
  terms: z.array(
    z.object({
      number: z.int("Номер четверти – целое число.").min(1).max(6),
      from: localDateField,
      to: localDateField,
    }),
  ),
});

export const YearView = z.object({
  year: z.number(),
  terms: z.array(z.object({ number: z.number(), from: z.string(), to: z.string() })),
  /** false: the usual terms, which the municipality has not changed */
  own: z.boolean(),
  version: version.nullable(),
  /** what is not known of the working days of its two calendar years */
  warnings: z.array(z.string()),
});
export type YearView = z.infer<typeof YearView>;

export const CalendarView = z.object({
  years: z.array(YearView),
  /** the school year of today */
  current: z.number(),
  can: z.object({ edit: z.boolean() }),
});
export type CalendarView = z.infer<typeof CalendarView>;
