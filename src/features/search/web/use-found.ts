import { useQuery } from "@tanstack/react-query";
import { request } from "#web/api/request.ts";
import type { Found } from "../model/contract.ts";
import type { FoundKind } from "../model/kinds.ts";

/** What has the words; a question that is no longer asked is broken off. Nothing is asked of an empty one. */
export function useFound(words: string, kind: FoundKind | "all" = "all", page = "1") {
  return useQuery({
    queryKey: ["search", words, kind, page],
    queryFn: ({ signal }) => request<Found>("/api/search", { query: { q: words, kind, page }, signal }),
    enabled: words !== "",
    placeholderData: (before) => before,
  });
}

/** Address of the page with everything found. */
export function searchPage(words: string, kind?: FoundKind): string {
  const query = new URLSearchParams({ words });
  if (kind) query.set("kind", kind);
  return `/search?${query}`;
}
