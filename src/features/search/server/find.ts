import { otherLayout } from "#domain/russian/keyboard-layout.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { isKnown } from "#features/places/model/access.ts";
import { FIRST_HITS, PAGE_HITS, type FindQuery, type Found, type FoundGroup } from "../model/contract.ts";
import { FOUND_KINDS } from "../model/kinds.ts";
import { findKind } from "./find-kind.ts";
import { mendWords } from "./mend-words.ts";
import { questionOf, type Question } from "./question.ts";
import { seenOf } from "./seen.ts";

/**
 * Everything that has the words and that the actor sees, wherever they have a role. Where nothing is found as typed, the same keys of the
 * other keyboard layout are asked, then words with slips of the hand mended; the answer says what was looked for.
 */
export async function find(context: UseCaseContext, query: FindQuery): Promise<Found> {
  const { actor, tx } = context;
  if (!isKnown(actor)) throw commonProblem("not-allowed");
  const seen = seenOf(tx, actor);
  const kinds = query.kind === "all" ? FOUND_KINDS : [query.kind];
  const page =
    query.kind === "all"
      ? { limit: FIRST_HITS, offset: 0 }
      : { limit: PAGE_HITS, offset: (query.page - 1) * PAGE_HITS };
  const ask = async (question: Question | undefined, everywhere = false): Promise<readonly FoundGroup[]> => {
    if (!question) return [];
    const groups = await Promise.all(
      (everywhere ? FOUND_KINDS : kinds).map((kind) =>
        findKind(tx, kind, question, seen, everywhere ? { limit: 1, offset: 0 } : page),
      ),
    );
    return groups.filter(({ total }) => total > 0);
  };
  const typed = await questionOf(tx, query.q);
  const groups = await ask(typed);
  // one kind may have nothing where another has: the words are not wrong then
  if (groups.length > 0 || !typed || (query.kind !== "all" && (await ask(typed, true)).length > 0))
    return { searched: null, groups: [...groups] };
  const switched = otherLayout(query.q);
  for (const words of [switched, await mendWords(tx, query.q, seen)]) {
    const question = words && (await questionOf(tx, words));
    const found = question ? await ask(question) : [];
    if (found.length > 0) return { searched: words!, groups: [...found] };
  }
  return { searched: null, groups: [] };
}
