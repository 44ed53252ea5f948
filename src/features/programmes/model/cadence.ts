import { z } from "zod";
import type { NamedSpan, Phase } from "#domain/phrases/term.ts";

const WindowEnd = z
  .string()
  .regex(/^(\d{4}-)?\d{2}-\d{2}$/, "Дата окна указана неверно.")
  .nullable();

/** The names of `NamedSpan`: «schoolTerm/2», «monthDay/25», «schoolBreak/winter». */
const NAMED =
  /^(?:schoolTerm\/[1-6]|halfYear\/[12]|schoolBreak(?:\/(?:autumn|winter|spring|summer))?|(?:schoolYear|year)\/(?:start|end)|(?:monthDay|nextMonthDay)\/\d{1,2}|weekday\/[1-7]|monthWeekday\/(?:[1-5]|last)-[1-7])$/;

const NamedWindow = z.custom<NamedSpan>(
  (value) => typeof value === "string" && NAMED.test(value),
  "Окно указано неверно.",
);

const FREQUENCY = /^[1-9]\d{0,2}\/(?:[2-9]|10)?(?:day|week|month|quarter|halfYear|year|schoolTerm|schoolYear)$/;

const Frequency = z.custom<NonNullable<Phase["freq"]>>(
  (value) => typeof value === "string" && FREQUENCY.test(value),
  "Укажите, сколько раз и за какое время.",
);

/** The stored form of an understood term: the phases of `domain/phrases/term.ts`. */
export const Cadence = z.array(
  z.object({
    kind: z.enum(["once", "window", "yearly", "cadence", "continuous", "on-demand", "by-schedule", "unknown"]),
    windows: z.array(z.object({ from: WindowEnd, to: WindowEnd, named: NamedWindow.optional() })),
    freq: Frequency.nullable(),
  }),
) satisfies z.ZodType<Phase[]>;
export type Cadence = readonly Phase[];

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
