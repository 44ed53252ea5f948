import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { PaperSeen, RegisterPaper } from "../model/contract.ts";
import { canSeePaper } from "../model/policy.ts";
import { factsOf, loadPaper, papersQuery, presentPaper } from "./load-paper.ts";
import { registerPaper as register } from "./register-paper.ts";

/** Registers a paper in the name of the actor and returns its id; refusals as in `register-paper.ts`. */
export function registerPaper(context: UseCaseContext, paper: RegisterPaper): Promise<Id> {
  return register(context, paper);
}

/** One paper that the actor may see; throws «not-found» otherwise. */
export async function paperOf(context: UseCaseContext, territoryId: Id, paperId: Id): Promise<PaperSeen> {
  return presentPaper(await loadPaper(context, territoryId, paperId));
}

/** Those of the papers named that the actor may see, by id. */
export async function papersOf(
  context: UseCaseContext,
  territoryId: Id,
  paperIds: readonly Id[],
): Promise<ReadonlyMap<Id, PaperSeen>> {
  if (paperIds.length === 0) return new Map();
  const rows = await papersQuery(context.tx, [territoryId])
    .where("p.id", "in", [...paperIds])
    .execute();
  return new Map(
    rows.filter((row) => canSeePaper(context.actor, factsOf(row))).map((row) => [row.id, presentPaper(row)]),
  );
}

/** Which papers of a territory the actor sees: a condition on `paper as p` with its issuer `o`. */
export { papersSeen } from "./list-papers.ts";
