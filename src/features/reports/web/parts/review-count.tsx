import { useQuery } from "@tanstack/react-query";
import type { Counts } from "#features/obligations/model/contract.ts";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";

/** How many reports wait for one's own decision, beside «Отчёты». */
export function ReviewCount() {
  const { territoryId, organisationId } = useMe().current;
  const counts = useQuery({
    queryKey: ["counts", territoryId, organisationId],
    queryFn: ({ signal }) => request<Counts>("/api/counts", { query: { territoryId, organisationId }, signal }),
  });
  return counts.data?.review || null;
}
