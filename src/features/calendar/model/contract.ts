import { z } from "zod";
import { localDateField } from "#shared/atoms.ts";
import { checkCalendar } from "./school-calendar.ts";

const schoolTerm = z.object({
  number: z.int("Номер четверти – целое число.").min(1).max(6),
  from: localDateField,
  to: localDateField,
});

const schoolYear = z.object({
  /** the year of its September */
  year: z.int("Год – целое число.").min(2000, "Год не раньше 2000.").max(2100, "Год не позже 2100."),
  terms: z.array(schoolTerm),
});

/** The school calendar a municipality sets: form, route and stored JSON alike. Faults stand at their fields. */
export const SchoolCalendarForm = z
  .object({ schoolYears: z.array(schoolYear).max(50, "Не больше 50 учебных лет.") })
  .transform((calendar, context) => {
    const checked = checkCalendar(calendar);
    if (checked.ok) return checked.value;
    for (const { path, text } of checked.refusal) {
      const steps = path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      context.addIssue({ code: "custom", message: text, path: steps });
    }
    return z.NEVER;
  });
