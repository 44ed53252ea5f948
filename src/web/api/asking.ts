import type { QueryKey } from "@tanstack/react-query";
import { addressOf, request } from "./request.ts";

/** A question of a page: the name its answer is kept under, and the address it is asked at. */
export interface Asking<Answer> {
  readonly queryKey: QueryKey;
  readonly address: string;
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<Answer>;
}

/**
 * A question of a page that says what it asks (`SliceRoute.picture`): `useQuery(homeOf(place))`. Kept under the name, asked at the path.
 */
export function asking<Answer>(
  queryKey: QueryKey,
  path: string,
  query: NonNullable<Parameters<typeof addressOf>[1]> = {},
): Asking<Answer> {
  const address = addressOf(path, query);
  return { queryKey, address, queryFn: ({ signal }) => request<Answer>(address, { signal }) };
}
