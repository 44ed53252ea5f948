import type { Actor, Assignment } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { leadsTerritory } from "#features/places/model/access.ts";

/** Whose a view is. */
export interface ViewFacts {
  readonly territoryId: Id;
  readonly personId: Id;
  readonly shared: boolean;
}

const held = (actor: Actor, territoryId: Id, test: (one: Assignment) => boolean): boolean =>
  actor.kind === "person" && actor.assignments.some((one) => one.territoryId === territoryId && test(one));

/** Has views of lists: whoever works at the territory or at an organisation of it; the region keeps its own at the region. */
export const hasViews = (actor: Actor, territoryId: Id): boolean => held(actor, territoryId, () => true);

/** Keeps new ones: a reader only looks. */
export const keepsViews = (actor: Actor, territoryId: Id): boolean =>
  held(actor, territoryId, ({ role }) => role !== "reader");

/** Shows a view to all who stand at the territory. */
export const sharesViews = (actor: Actor, territoryId: Id): boolean => leadsTerritory(actor, territoryId);

/** Sees a view: its author, and of a shared one whoever stands at the territory itself. */
export function seesView(actor: Actor, { territoryId, personId, shared }: ViewFacts): boolean {
  if (actor.kind !== "person" || !hasViews(actor, territoryId)) return false;
  return (
    personId === actor.personId || (shared && held(actor, territoryId, ({ organisationId }) => organisationId === null))
  );
}

/** Renames it, shows it or takes it back: its author. */
export const editsView = (actor: Actor, { territoryId, personId }: ViewFacts): boolean =>
  actor.kind === "person" && personId === actor.personId && keepsViews(actor, territoryId);

/** Removes it: its author; one shown to all an administrator too. */
export const closesView = (actor: Actor, view: ViewFacts): boolean =>
  editsView(actor, view) ||
  (view.shared &&
    held(actor, view.territoryId, ({ role, organisationId }) => role === "administrator" && organisationId === null));
