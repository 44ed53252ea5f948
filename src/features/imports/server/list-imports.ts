import { sql } from "kysely";
import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import { standIn, typedWords } from "#platform/db/word-search.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { ImportListQuery } from "../model/contract.ts";
import { worksOnImport } from "../model/policy.ts";
import type { ImportList } from "../model/view.ts";
import { importItems, type ItemQuery } from "./import-items.ts";

const PAGE = 50;

/** Documents taken in for the territory's programmes, or for one organisation's own: mine first, then the newest. */
export async function listImports(
  context: UseCaseContext,
  query: z.output<typeof ImportListQuery>,
): Promise<ImportList> {
  const { actor, tx } = context;
  const { territoryId, organisationId = null, q, page } = query;
  if (!worksOnImport(actor, { territoryId, ownerOrganisationId: organisationId })) throw commonProblem("not-found");
  const words = typedWords(q);
  const own = (rows: ItemQuery) => {
    const here = rows
      .where("i.territory_id", "=", territoryId)
      .where("i.owner_organisation_id", "is not distinct from", organisationId)
      .where("i.status", "<>", "cancelled");
    return words ? here.where(standIn(words, "i.name")) : here;
  };
  const me = actor.kind === "person" ? actor.personId : null;
  const items = await importItems(context, territoryId, (rows) =>
    own(rows)
      .orderBy(sql`i.created_by is distinct from ${me}::uuid`)
      .orderBy("i.created_at", "desc")
      .limit(PAGE)
      .offset((page - 1) * PAGE),
  );
  const { total } = await own(tx.selectFrom("document_import as i") as unknown as ItemQuery)
    .select((of) => of.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return { items, total, page, can: { start: actor.kind === "person" } };
}
