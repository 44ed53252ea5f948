import { queryOptions } from "@tanstack/react-query";
import { request } from "#web/api/request.ts";
import type { AmendmentView, Forecast } from "#features/imports/model/amendment.ts";
import type { RedactionDifference, RedactionList, RedactionPage } from "../model/redaction-seen.ts";
import type { ProgrammePlace } from "./place.ts";
import { programmeKey } from "./queries.ts";

export function redactionsQuery(place: ProgrammePlace) {
  return queryOptions({
    queryKey: [...programmeKey(place), "redactions"],
    queryFn: ({ signal }) => request<RedactionList>(`${place.api}/redactions`, { signal }),
  });
}

export function redactionQuery(place: ProgrammePlace, redactionId: string) {
  return queryOptions({
    queryKey: [...programmeKey(place), "redactions", redactionId],
    queryFn: ({ signal }) => request<RedactionPage>(`${place.api}/redactions/${redactionId}`, { signal }),
  });
}

export function differenceQuery(place: ProgrammePlace, redactionId: string, other: string) {
  return queryOptions({
    queryKey: [...programmeKey(place), "redactions", redactionId, other],
    queryFn: ({ signal }) =>
      request<RedactionDifference>(`${place.api}/redactions/${redactionId}/difference`, {
        query: { with: other },
        signal,
      }),
  });
}

export const amendmentApi = (territoryId: string, importId: string) =>
  `/api/imports/${territoryId}/${importId}/amendment` as const;

export function amendmentKey(importId: string): readonly string[] {
  return ["imports", "amendment", importId];
}

export function amendmentQuery({ territoryId }: ProgrammePlace, importId: string) {
  return queryOptions({
    queryKey: amendmentKey(importId),
    queryFn: ({ signal }) => request<AmendmentView>(amendmentApi(territoryId, importId), { signal }),
    // the programme may have been edited meanwhile
    staleTime: 0,
  });
}

/** `version`: an answer about a pair changes what will happen. */
export function forecastQuery({ territoryId }: ProgrammePlace, importId: string, version: number, effectiveOn: string) {
  return queryOptions({
    queryKey: [...amendmentKey(importId), "forecast", version, effectiveOn],
    queryFn: ({ signal }) =>
      request<Forecast>(`${amendmentApi(territoryId, importId)}/forecast`, { query: { effectiveOn }, signal }),
  });
}
