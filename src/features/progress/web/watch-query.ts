import { queryOptions } from "@tanstack/react-query";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import type { WatchList } from "../model/watch.ts";

/** Whether the person keeps a watch list of the territory: they hold a place there that looks after it. */
export function useKeepsWatch(territoryId: string): boolean {
  const { places } = useMe();
  return places.some(
    (place) =>
      place.territoryId === territoryId &&
      place.organisationId === null &&
      place.territoryKind === "municipality" &&
      ["administrator", "officer", "methodologist", "authority_head"].includes(place.role),
  );
}

export const watchQuery = (territoryId: string) =>
  queryOptions({
    queryKey: ["progress", "watch", territoryId],
    queryFn: ({ signal }) => request<WatchList>("/api/progress/watch", { query: { territoryId }, signal }),
  });
