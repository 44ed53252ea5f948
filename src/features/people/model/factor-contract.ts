import { z } from "zod";
import { CODE_DIGITS, RECOVERY_DIGITS } from "./second-factor.ts";

const SHAPE = new RegExp(`^(\\d{${CODE_DIGITS}}|\\d{${RECOVERY_DIGITS}})$`);

/** A code of the app, or a recovery code; spaces and dashes are how people copy it. */
export const Code = z
  .string()
  .max(60)
  .transform((text) => text.replace(/[\s–-]/g, ""))
  .pipe(z.string().regex(SHAPE, "Код из приложения – шесть цифр, запасной код – двенадцать."));

export const GiveCode = z.object({ code: Code });

/** How one's own second step stands. */
export const FactorState = z.object({
  /** undefined in words: there is none */
  madeAt: z.string().nullable(),
  codesLeft: z.number(),
  /** the installation requires it of such a person: it can be replaced, not removed */
  required: z.boolean(),
});
export type FactorState = z.infer<typeof FactorState>;

/** Shown once. */
export const FactorOffer = z.object({
  /** the secret as text, for those who cannot point a camera */
  secret: z.string(),
  /** address that an app understands */
  uri: z.string(),
});
export type FactorOffer = z.infer<typeof FactorOffer>;

/** Shown once: only their hashes are stored. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

export const ConfirmPerson = z.object({ password: z.string().min(1, "Введите пароль.").max(200) });
