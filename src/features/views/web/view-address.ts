import type { ViewFilter } from "../model/lists.ts";

/** The filter of an address: `?state=late&page=2` → `{ state: "late", page: "2" }`; a word said twice counts the first time. */
export function filterOfAddress(search: string): ViewFilter {
  const params = new URLSearchParams(search);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.get(name)!]));
}

/** A filter as words of an address. */
export function addressOfFilter(filter: ViewFilter): string {
  return new URLSearchParams(filter).toString();
}
