import { useQuery } from "@tanstack/react-query";
import type { Counts } from "#features/obligations/model/contract.ts";
import { useMe } from "./me.ts";
import { request } from "./request.ts";

const EVERY_MS = 60_000;

/** The figures beside the navigation: asked again after every write, on coming back to the window, and every minute. */
export function useCounts(): Counts | undefined {
  const { territoryId, organisationId } = useMe().current;
  const counts = useQuery({
    queryKey: ["counts", territoryId, organisationId],
    queryFn: ({ signal }) => request<Counts>("/api/counts", { query: { territoryId, organisationId }, signal }),
    staleTime: 0,
    refetchInterval: EVERY_MS,
  });
  return counts.data;
}
