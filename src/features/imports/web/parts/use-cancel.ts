import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { importPath } from "../api.ts";

/** Takes a document off the list before a programme is made of it. */
export function useCancel(territoryId: string, importId: string, onDone: () => unknown) {
  return useWrite((_: null, key) => request(importPath(territoryId, importId), { method: "DELETE", key }), {
    refresh: [["imports"]],
    onDone,
  });
}
