import type { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "#web/api/problem.ts";
import { newKey, request } from "#web/api/request.ts";
import type { Decision, ImportSettings } from "../../model/contract.ts";
import { lateAnswers, type LostAnswer } from "../../model/stale.ts";
import type { TableEdit } from "../../model/table-edits.ts";
import type { ImportView } from "../../model/view.ts";
import { documentQuery, importKey, importPath } from "../api.ts";

export type Change =
  | { readonly kind: "decide"; readonly decisions: readonly Decision[] }
  | { readonly kind: "arrange"; readonly edits: readonly TableEdit[] }
  | { readonly kind: "undo" }
  | { readonly kind: "settings"; readonly settings: ImportSettings };

export interface Sent {
  /** another person works on the same document: what both did is kept */
  readonly shared: boolean;
  /** answers not taken, because another person has answered the same question otherwise */
  readonly lost: readonly LostAnswer[];
}

/**
 * Sends one change over the version last seen, and puts the answered review in its place, with the paper that belongs to it. Where
 * somebody else has changed the review meanwhile, answers and edits that do not touch theirs are sent again over it.
 */
export async function sendChange(
  queries: QueryClient,
  { territoryId, id }: Pick<ImportView, "territoryId" | "id">,
  change: Change,
  key: string,
): Promise<Sent> {
  const path = importPath(territoryId, id);
  const seen = queries.getQueryData<ImportView>(importKey(id))!;
  const put = async (view: ImportView): Promise<void> => {
    if (view.review) await queries.ensureQueryData(documentQuery(territoryId, id, view.review.edits));
    queries.setQueryData(importKey(id), view);
  };
  try {
    await put(await ask(path, change, seen.version, key));
    return { shared: false, lost: [] };
  } catch (error) {
    if (!isStale(error)) throw error;
    const now = await request<ImportView>(path);
    await put(now);
    const rest = restOf(change, seen, now);
    if (rest.change) await put(await ask(path, rest.change, now.version, newKey()));
    else if (rest.lost.length === 0) throw error;
    return { shared: true, lost: rest.lost };
  }
}

function isStale(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === "stale-write";
}

function ask(path: string, change: Change, version: number, key: string): Promise<ImportView> {
  switch (change.kind) {
    case "settings":
      return request(`${path}/settings`, { method: "PUT", body: { version, settings: change.settings }, key });
    case "decide":
      return request(`${path}/decide`, { method: "POST", body: { version, decisions: change.decisions }, key });
    case "arrange":
      return request(`${path}/arrange`, { method: "POST", body: { version, edits: change.edits }, key });
    case "undo":
      return request(`${path}/undo`, { method: "POST", body: { version }, key });
  }
}

/** What of a late change may still be said. To undo is to take the last step back: it may not be one's own any more. */
function restOf(
  change: Change,
  seen: ImportView,
  now: ImportView,
): { readonly change: Change | null; readonly lost: readonly LostAnswer[] } {
  if (change.kind === "decide") {
    const { again, lost } = lateAnswers(change.decisions, seen.review?.doubts ?? [], now.review?.doubts ?? []);
    return { change: again.length > 0 ? { kind: "decide", decisions: again } : null, lost };
  }
  const untouched = JSON.stringify(seen.review?.edits) === JSON.stringify(now.review?.edits);
  return { change: change.kind === "arrange" && untouched ? change : null, lost: [] };
}
