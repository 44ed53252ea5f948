import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { PeopleList } from "#features/people/model/people-contract.ts";
import type { TerritoryView } from "#features/places/model/contract.ts";
import type { SheetReport } from "#features/places/model/sheet.ts";
import { useMe } from "#web/api/me.ts";
import { noConnection, problemFrom } from "#web/api/problem.ts";
import { addressOf, newKey, request, writeHeaders } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";

/** The territory that the page is about: the one of the address (a region's administrator looks into municipalities), else one's own. */
export function useTerritory(): string {
  const [territoryId] = useAddressValue("territory", useMe().current.territoryId);
  return territoryId;
}

/** Territories one has to do with, a region before its municipalities. */
export function useTerritories() {
  return useQuery({
    queryKey: ["territories"],
    queryFn: ({ signal }) => request<TerritoryView[]>("/api/territories", { signal }),
  });
}

/** The people of an organisation whom one may see; one answer for all parts of its page. */
export function useOrganisationPeople({ territoryId, id }: { readonly territoryId: string; readonly id: string }) {
  return useQuery({
    queryKey: ["people", { territoryId, organisationId: id }],
    queryFn: ({ signal }) =>
      request<z.infer<typeof PeopleList>>("/api/people", { query: { territoryId, organisationId: id }, signal }),
  });
}

export type SheetKind = "organisation" | "staff";

/** Sends a workbook to be read; the answer is a report, nothing is written. */
export async function readSheetFile(kind: SheetKind, territoryId: string, file: File): Promise<SheetReport> {
  const form = new FormData();
  form.append("file", file, file.name);
  const response = await fetch(addressOf(`/api/${kind}-sheet/file`, { territoryId }), {
    method: "POST",
    headers: writeHeaders(newKey()),
    body: form,
    credentials: "same-origin",
  }).catch(() => {
    throw noConnection();
  });
  const answer = (await response.json().catch(() => undefined)) as unknown;
  if (!response.ok) throw problemFrom(response.status, answer);
  return answer as SheetReport;
}
