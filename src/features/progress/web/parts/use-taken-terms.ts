import { useQueries } from "@tanstack/react-query";
import type { ObligationRow } from "#features/obligations/model/contract.ts";
import { request } from "#web/api/request.ts";
import type { RowOfList, RowsList } from "../../model/contract.ts";

/** pages asked of one term: a district has fewer bearers than they hold */
const MOST_PAGES = 6;

/**
 * Keys of the bearers who answer all of these terms already, so that none of them can be handed over to them; whoever answers some may
 * still take the others. Empty until it is known.
 */
export function useTakenTerms(territoryId: string, rows: readonly ObligationRow[]): ReadonlySet<string> {
  const terms = [...new Map(rows.map((row) => [`${row.measureId} ${row.dueOn}`, row])).values()];
  const asked = useQueries({
    queries: terms.map(({ measureId, dueOn }) => ({
      queryKey: ["progress", "rows", "term", territoryId, measureId, dueOn],
      queryFn: ({ signal }: { signal: AbortSignal }) => wholeTerm({ territoryId, measureId, dueOn, signal }),
    })),
  });
  const bearers = asked.map(({ data }) => new Set(data?.filter(stands).map(({ bearerKey }) => bearerKey)));
  const [first, ...others] = bearers;
  return new Set([...(first ?? [])].filter((key) => others.every((one) => one.has(key))));
}

/** A closed row without a report stands up again when it is handed over; any other is in the way. */
const stands = (row: RowOfList) => !row.closed || row.report !== null;

interface Term {
  readonly territoryId: string;
  readonly measureId: string;
  readonly dueOn: string;
  readonly signal: AbortSignal;
}

async function wholeTerm({ territoryId, measureId, dueOn, signal }: Term): Promise<RowOfList[]> {
  const found: RowOfList[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = { territoryId, measureId, from: dueOn, to: dueOn, page };
    const { rows, total } = await request<RowsList>("/api/progress/rows", { query, signal });
    found.push(...rows);
    if (found.length >= total) break;
  }
  return found;
}
