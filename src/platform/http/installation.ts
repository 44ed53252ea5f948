import type { ForeignSignIn } from "#platform/auth/foreign.ts";
import type { Keys } from "#platform/auth/keys.ts";

/** Of whom a second step at sign-in is required: of nobody, of those who hold a role at a whole territory, of everybody. */
export const SECOND_FACTOR_MODES = ["off", "officers", "all"] as const;
export type SecondFactorMode = (typeof SECOND_FACTOR_MODES)[number];

/** What the environment decided about this installation and use cases must know. */
export interface Installation {
  readonly keys: Keys;
  readonly secondFactor: SecondFactorMode;
  /** whether letters are sent; where not, nothing is shown that needs one */
  readonly mail: boolean;
  /** address of the pages as people open them: links in letters are made from it, never from what a request says */
  readonly publicUrl: string | undefined;
  /** sign-in through a provider of OpenID Connect */
  readonly foreign: ForeignSignIn | undefined;
  /** for how many days a backup made today is kept at most; undefined where the program makes none */
  readonly copiesKeptDays: number | undefined;
}
