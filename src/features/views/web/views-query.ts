import { queryOptions } from "@tanstack/react-query";
import { request } from "#web/api/request.ts";
import type { SavedView, ViewList } from "../model/contract.ts";
import type { ListKey } from "../model/lists.ts";

/** The views of a list at the place one works. */
export const viewsQuery = (territoryId: string, list: ListKey) =>
  queryOptions({
    queryKey: ["views", territoryId, list],
    queryFn: ({ signal }) => request<ViewList>("/api/views", { query: { territoryId, list }, signal }),
  });

export const pathOf = ({ territoryId, id }: SavedView) => `/api/views/${territoryId}/${id}` as const;
