import type { Assignment } from "#shared/actor.ts";

/** Of whom the second step is required, as the installation is set. */
export type FactorMode = "off" | "officers" | "all";

/**
 * Whether such a person must have a second step. «officers» are those who hold a role at a territory itself, whichever it is: they see
 * all its organisations, a head or a teacher only the own one.
 */
export function owesFactor(mode: FactorMode, assignments: readonly Pick<Assignment, "organisationId">[]): boolean {
  if (mode === "off") return false;
  return mode === "all" || assignments.some(({ organisationId }) => organisationId === null);
}

/** How many recovery codes are made at once, and of how many digits: 40 bits each, typed in any keyboard layout. */
export const RECOVERY_CODES = 10;
export const RECOVERY_DIGITS = 12;
/** What an app shows. */
export const CODE_DIGITS = 6;

/** «482190351177» → «4821 9035 1177». */
export function inGroups(code: string): string {
  return code.match(/.{1,4}/g)?.join(" ") ?? code;
}
