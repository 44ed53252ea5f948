import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";

/** Puts a file up before anything cites it: whoever works in the territory, an onlooker not. */
export function mayUpload(actor: Actor, territoryId: Id): boolean {
  return (
    actor.kind === "person" &&
    actor.assignments.some((held) => held.territoryId === territoryId && held.role !== "reader")
  );
}
