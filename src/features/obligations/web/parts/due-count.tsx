import { useQuery } from "@tanstack/react-query";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import type { Counts } from "../../model/contract.ts";

/** How much is due by Sunday or was returned, beside «Что сделать». */
export function DueCount() {
  const { territoryId, organisationId } = useMe().current;
  const counts = useQuery({
    queryKey: ["counts", territoryId, organisationId],
    queryFn: ({ signal }) => request<Counts>("/api/counts", { query: { territoryId, organisationId }, signal }),
  });
  return counts.data?.due || null;
}
