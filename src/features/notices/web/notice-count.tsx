import { useQuery } from "@tanstack/react-query";
import type { Counts } from "#features/obligations/model/contract.ts";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";

/** How many notices are not read, beside the bell. */
export function NoticeCount() {
  const { territoryId, organisationId } = useMe().current;
  const counts = useQuery({
    queryKey: ["counts", territoryId, organisationId],
    queryFn: ({ signal }) => request<Counts>("/api/counts", { query: { territoryId, organisationId }, signal }),
    refetchInterval: 120_000,
  });
  return counts.data?.notices || null;
}
