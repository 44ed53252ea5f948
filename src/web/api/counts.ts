import { useQuery } from "@tanstack/react-query";
import type { Counts } from "#features/obligations/model/contract.ts";
import { useMe, type Me } from "./me.ts";
import { asking, type Asking } from "./asking.ts";

const EVERY_MS = 60_000;

/** How the figures of the place are asked for. */
export function countsOf({ current: { territoryId, organisationId } }: Pick<Me, "current">): Asking<Counts> {
  return asking(["counts", territoryId, organisationId], "/api/counts", { territoryId, organisationId });
}

/** The figures beside the navigation: asked again after every write, on coming back to the window, and every minute. */
export function useCounts(): Counts | undefined {
  const counts = useQuery({ ...countsOf(useMe()), staleTime: 0, refetchInterval: EVERY_MS });
  return counts.data;
}
