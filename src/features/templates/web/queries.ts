import { queryOptions } from "@tanstack/react-query";
import { request } from "#web/api/request.ts";
import type { TemplateList, TemplatePage } from "../model/contract.ts";

/** Everything known of templates. */
export const TEMPLATES = ["templates"] as const;

export function templateListQuery(territoryId: string, q: string) {
  return queryOptions({
    queryKey: [...TEMPLATES, "list", territoryId, q],
    queryFn: ({ signal }) => request<TemplateList>("/api/templates", { query: { territoryId, q }, signal }),
  });
}

export function templateQuery(territoryId: string, key: string) {
  return queryOptions({
    queryKey: [...TEMPLATES, territoryId, key],
    queryFn: ({ signal }) => request<TemplatePage>(`/api/templates/${territoryId}/${key}`, { signal }),
  });
}
