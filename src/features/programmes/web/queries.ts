import { queryOptions, useQuery } from "@tanstack/react-query";
import { asking, type Asking } from "#web/api/asking.ts";
import { request } from "#web/api/request.ts";
import type { History } from "../model/history.ts";
import type { MeasurePage, ProgrammeChoices, ProgrammePage, ProgrammeTable } from "../model/seen.ts";
import type { ProgrammePlace } from "./place.ts";

/** Everything known of one programme is asked again after an edit of it. */
export function programmeKey(place: Pick<ProgrammePlace, "programmeId">): readonly string[] {
  return ["programmes", place.programmeId];
}

export function programmeQuery(place: ProgrammePlace): Asking<ProgrammePage> {
  return asking([...programmeKey(place), "page"], place.api);
}

export function tableQuery(place: ProgrammePlace): Asking<ProgrammeTable> {
  return asking([...programmeKey(place), "table"], `${place.api}/measures`);
}

export function measureQuery(place: ProgrammePlace, measureId: string) {
  return queryOptions({
    queryKey: [...programmeKey(place), "measure", measureId],
    queryFn: ({ signal }) => request<MeasurePage>(`${place.api}/measures/${measureId}`, { signal }),
  });
}

export function historyQuery(place: ProgrammePlace, page: number) {
  return queryOptions({
    queryKey: [...programmeKey(place), "history", page],
    queryFn: ({ signal }) => request<History>(`${place.api}/history`, { query: { page }, signal }),
  });
}

/** What the forms choose from: people, organisations, codes of the district. */
export function useChoices(territoryId: string, enabled = true) {
  return useQuery({
    queryKey: ["programme-choices", territoryId],
    queryFn: ({ signal }) => request<ProgrammeChoices>("/api/programme-choices", { query: { territoryId }, signal }),
    enabled,
    staleTime: 5 * 60_000,
  });
}
