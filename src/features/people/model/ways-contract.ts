import { z } from "zod";
import { Login } from "./contract.ts";

/** How one may sign in here: nothing is offered that cannot work. */
export const SignInWays = z.object({
  /** letters are sent: a forgotten password can be renewed by mail */
  mail: z.boolean(),
  /** a foreign sign-in, as people call it */
  foreign: z.string().nullable(),
});
export type SignInWays = z.infer<typeof SignInWays>;

export const AskRecovery = z.object({ login: Login });

/** One's own link to a foreign sign-in. */
export const ForeignLink = z.object({
  /** as people call the provider; null where it is not set any more */
  name: z.string().nullable(),
  /** null where there is no link */
  linkedAt: z.string().nullable(),
});
export type ForeignLink = z.infer<typeof ForeignLink>;

/** Where the browser is to go, to sign in there. */
export const ForeignPage = z.object({ url: z.string() });
/** The query of the address by which the provider sent the browser back. */
export const ForeignAnswer = z.object({ answer: z.string().min(1).max(8000) });
