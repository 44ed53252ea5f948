import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Coming, ComingList } from "#features/files/model/uploads.ts";
import { problemText } from "../api/problem.ts";
import { request } from "../api/request.ts";
import type { Uploading } from "./file-uploads.ts";
import { showNotice } from "./notice.tsx";

const keyOf = (territoryId: string) => ["uploads", territoryId] as const;

/** Files begun before this page was opened and not ended. One that is chosen again is told of where it goes up, and here no more. */
export function useUnfinished(
  territoryId: string,
  uploading: readonly Uploading[],
): { readonly items: readonly Coming[]; readonly drop: (id: string) => void } {
  const queries = useQueryClient();
  const known = useQuery({
    queryKey: keyOf(territoryId),
    queryFn: ({ signal }) => request<ComingList>("/api/uploads", { query: { territoryId }, signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const isGoing = (one: Coming) => uploading.some(({ file }) => file.name === one.name && file.size === one.bytes);
  const going = (known.data?.items ?? [])
    .filter(isGoing)
    .map((one) => one.id)
    .join(" ");
  useEffect(() => {
    if (going === "") return;
    queries.setQueryData<ComingList>(keyOf(territoryId), (now) => now && without(now, going.split(" ")));
  }, [going, queries, territoryId]);
  const drop = (id: string) => {
    queries.setQueryData<ComingList>(keyOf(territoryId), (now) => now && without(now, [id]));
    request<ComingList>(`/api/uploads/${territoryId}/${id}`, { method: "DELETE" }).catch((error: unknown) => {
      showNotice(problemText(error), "late");
      void queries.invalidateQueries({ queryKey: keyOf(territoryId) });
    });
  };
  return { items: (known.data?.items ?? []).filter((one) => one.received > 0 && !isGoing(one)), drop };
}

const without = ({ items }: ComingList, ids: readonly string[]): ComingList => ({
  items: items.filter((one) => !ids.includes(one.id)),
});
