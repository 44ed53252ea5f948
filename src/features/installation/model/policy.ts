import type { Actor } from "#shared/actor.ts";

/** How the installation stands is for administrators of a whole territory: a single one of a municipality may be the only one there is. */
export function seesInstallation(actor: Actor): boolean {
  return (
    actor.kind === "person" &&
    actor.assignments.some((held) => held.role === "administrator" && held.organisationId === null)
  );
}
