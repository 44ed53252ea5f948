import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { request } from "#web/api/request.ts";
import type { TableEdit } from "../model/table-edits.ts";
import type { ImportDocument, ImportList, ImportView } from "../model/view.ts";

const WHILE_READING_MS = 700;

export const importPath = (territoryId: string, importId: string) => `/api/imports/${territoryId}/${importId}`;
export const importKey = (importId: string) => ["imports", "one", importId] as const;
export const importPage = (territoryId: string, importId: string) => `/imports/${territoryId}/${importId}`;
export const programmePage = (territoryId: string, programmeId: string) => `/programmes/${territoryId}/${programmeId}`;

/** Where a document like this is taken in: among the programmes, or from the one it was to amend. */
export function startPage({ territoryId, amends }: Pick<ImportView, "territoryId" | "amends">): string {
  return amends ? `/imports/amend/${territoryId}/${amends.id}` : "/imports";
}

/** One import; asked again and again while the document is read. */
export function useImport(territoryId: string, importId: string) {
  return useQuery({
    queryKey: importKey(importId),
    queryFn: ({ signal }) => request<ImportView>(importPath(territoryId, importId), { signal }),
    refetchInterval: ({ state }) => (state.data?.status === "reading" ? WHILE_READING_MS : false),
  });
}

/** The document as paper with the edits given: it changes only with them. */
export function documentQuery(territoryId: string, importId: string, edits: readonly TableEdit[]) {
  return queryOptions({
    queryKey: ["imports", "document", importId, JSON.stringify(edits)],
    queryFn: ({ signal }) => request<ImportDocument>(`${importPath(territoryId, importId)}/document`, { signal }),
    staleTime: Infinity,
  });
}

/** The document as paper; while it is asked anew after an edit, the one before stays in sight. */
export function useDocument(territoryId: string, importId: string, edits: readonly TableEdit[]) {
  return useQuery({ ...documentQuery(territoryId, importId, edits), placeholderData: keepPreviousData });
}

export function useImports(territoryId: string, organisationId: string | null, q: string, page: number) {
  return useQuery({
    queryKey: ["imports", "list", territoryId, organisationId, q, page],
    queryFn: ({ signal }) =>
      request<ImportList>("/api/imports", { query: { territoryId, organisationId, q, page }, signal }),
  });
}
