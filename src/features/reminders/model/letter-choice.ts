import { z } from "zod";
import { version } from "#shared/atoms.ts";

/** How often letters come to a person. What they tell stands in the product in any case. */
export const RHYTHMS = ["atOnce", "daily", "weekly", "never"] as const;
export type LetterRhythm = (typeof RHYTHMS)[number];

export const RHYTHM_NAME: Readonly<Record<LetterRhythm, string>> = {
  atOnce: "сразу",
  daily: "раз в день",
  weekly: "раз в неделю",
  never: "не присылать",
};

/** Holds for whoever has chosen nothing: calm, and no day is lost. */
export const USUAL_RHYTHM: LetterRhythm = "daily";

export const SaveLetterChoice = z.object({
  rhythm: z.enum(RHYTHMS, "Выберите, как часто присылать письма."),
  version: version.nullable(),
});

export const LetterChoiceView = z.object({
  rhythm: z.enum(RHYTHMS),
  version: version.nullable(),
  /** the mail address letters go to; null where the login is none */
  address: z.string().nullable(),
  /** whether letters leave here at all */
  mail: z.boolean(),
});
export type LetterChoiceView = z.infer<typeof LetterChoiceView>;
