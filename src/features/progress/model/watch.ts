import { z } from "zod";
import { id } from "#shared/atoms.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { Figure } from "./figure.ts";

export const WATCH_KINDS = ["organisation", "programme", "measure"] as const;
export type WatchKind = (typeof WATCH_KINDS)[number];

/** Most that one person watches: a list that is longer watches nothing. */
export const MOST_WATCHED = 30;

export const SetWatch = z.object({ territoryId: id, kind: z.enum(WATCH_KINDS), id, watched: z.boolean() });
export const WatchSet = z.object({ watched: z.boolean() });

export const Watched = z.object({
  kind: z.enum(WATCH_KINDS),
  id,
  /** as people know it: short name of the organisation, of the programme, number and title of the measure */
  name: z.string(),
  /** of a measure: the programme it belongs to */
  programmeId: id.nullable(),
  figure: Figure,
});
export type Watched = z.infer<typeof Watched>;

export const WatchList = z.object({ today: z.string(), items: z.array(Watched), can: z.object({ set: z.boolean() }) });
export type WatchList = z.infer<typeof WatchList>;

/** Roles at a municipality whose holders look after it and have a home of its figures. */
const WATCHING = ["administrator", "officer", "methodologist", "authority_head"] as const;

/** Keeps a watch list of the territory: whoever looks after it from day to day; the region and readers only look. */
export function keepsWatch(actor: Actor, territoryId: Id): boolean {
  return (
    actor.kind === "person" &&
    actor.assignments.some(
      (held) =>
        held.territoryId === territoryId &&
        held.organisationId === null &&
        held.territoryKind === "municipality" &&
        WATCHING.some((role) => role === held.role),
    )
  );
}

/** The worst first: those with most that is late, then with most of what is near, then by name. */
export function worstFirst(items: readonly Watched[]): Watched[] {
  const collator = new Intl.Collator("ru", { numeric: true });
  return [...items].sort(
    (a, b) => b.figure.late - a.figure.late || b.figure.soon - a.figure.soon || collator.compare(a.name, b.name),
  );
}
