import { asking, type Asking } from "#web/api/asking.ts";
import { useMe, type Me } from "#web/api/me.ts";
import type { WatchList } from "../model/watch.ts";

/** Whether the person keeps a watch list of the territory: they hold a place there that looks after it. */
export function useKeepsWatch(territoryId: string): boolean {
  return keepsWatch(useMe(), territoryId);
}

export function keepsWatch({ places }: Pick<Me, "places">, territoryId: string): boolean {
  return places.some(
    (place) =>
      place.territoryId === territoryId &&
      place.organisationId === null &&
      place.territoryKind === "municipality" &&
      ["administrator", "officer", "methodologist", "authority_head"].includes(place.role),
  );
}

export function watchQuery(territoryId: string): Asking<WatchList> {
  return asking(["progress", "watch", territoryId], "/api/progress/watch", { territoryId });
}
