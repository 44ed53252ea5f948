import { z } from "zod";
import type { Phase } from "#domain/phrases/term.ts";

const WindowEnd = z
  .string()
  .regex(/^(\d{4}-)?\d{2}-\d{2}$/, "Дата окна указана неверно.")
  .nullable();

/** The stored form of an understood term: the phases of `domain/phrases/term.ts`. */
export const Cadence = z.array(
  z.object({
    kind: z.enum(["once", "window", "yearly", "cadence", "continuous", "on-demand", "by-schedule", "unknown"]),
    windows: z.array(z.object({ from: WindowEnd, to: WindowEnd })),
    freq: z
      .templateLiteral([
        z.int().min(1),
        "/",
        z.enum(["day", "week", "month", "quarter", "halfYear", "year", "schoolTerm", "schoolYear"]),
      ])
      .nullable(),
  }),
) satisfies z.ZodType<Phase[]>;

/** When a measure without dates («постоянно», «весь период») is accounted for; the programme sets one, a measure may differ. */
export const AccountMoments = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["schoolTermEnd", "quarterEnd", "monthEnd", "yearEnd", "schoolYearEnd"]) }),
  z.object({
    kind: z.literal("days"),
    days: z
      .array(z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/, "День отчёта указан неверно."))
      .min(1, "Укажите хотя бы один день отчёта."),
  }),
]);
export type AccountMoments = z.infer<typeof AccountMoments>;
