import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PaperKind } from "#features/papers/model/words.ts";
import type { PaperList, PaperPage, PaperSeen } from "#features/papers/model/contract.ts";
import { request } from "#web/api/request.ts";

export interface PaperSearch {
  readonly found: readonly PaperSeen[];
  readonly search: (words: string) => void;
}

/** Registered papers by words of their number or title: a district has more of them than a list can hold. */
export function usePaperSearch(territoryId: string, kind: PaperKind | "all" = "all"): PaperSearch {
  const [q, setQ] = useState("");
  const query = { territoryId, kind, q };
  const papers = useQuery({
    queryKey: ["papers", "choice", query],
    queryFn: ({ signal }) => request<PaperList>("/api/papers", { query, signal }),
    placeholderData: (before) => before,
  });
  return { found: papers.data?.items ?? [], search: setQ };
}

/** The papers of these ids, wherever in the list they stand; one that is still on its way or not to be seen is left out. */
export function usePapersById(territoryId: string, ids: readonly string[]): ReadonlyMap<string, PaperSeen> {
  const asked = useQueries({
    queries: ids.map((id) => ({
      queryKey: ["papers", "one", territoryId, id],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        request<PaperPage>(`/api/papers/${territoryId}/${id}`, { signal }),
    })),
  });
  return new Map(asked.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])));
}

/** «Приказ УО от 18.12.2024 № 412. О поддержке школ» */
export function paperLabel(paper: PaperSeen): string {
  return `${paper.name}. ${paper.title}`;
}
