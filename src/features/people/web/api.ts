import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { OrganisationList } from "#features/places/model/contract.ts";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";

/** The territory that the page is about: the one of the address (a region's administrator looks into municipalities), else one's own. */
export function useTerritory(): string {
  const [territoryId] = useAddressValue("territory", useMe().current.territoryId);
  return territoryId;
}

/** Organisations of a territory to choose from, all that are open. */
export function useOrganisationChoice(territoryId: string, enabled = true) {
  const choice = useQuery({
    queryKey: ["organisations", "choice", territoryId],
    enabled,
    queryFn: async ({ signal }) => {
      const query = { territoryId, view: "whole" };
      const { items } = await request<z.infer<typeof OrganisationList>>("/api/organisations", { query, signal });
      return items.map((one) => ({ value: one.id, label: one.shortName }));
    },
  });
  return choice.data ?? [];
}
