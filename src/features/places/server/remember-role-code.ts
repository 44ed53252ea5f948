import { matchKey } from "#domain/russian/match-key.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import type { Audience } from "../model/audience.ts";
import { replanTerritory } from "./replan.ts";

/** Puts what a name means into the district's dictionary, over what stood there. Asks no rights: the caller has its own. */
export async function rememberRoleCode(
  context: UseCaseContext,
  territoryId: Id,
  code: string,
  audience: Audience,
): Promise<void> {
  const stored = JSON.stringify(audience);
  const key = matchKey(code);
  const before = await context.tx
    .selectFrom("role_code")
    .where("territory_id", "=", territoryId)
    .where("match_key", "=", key)
    .select("audience")
    .executeTakeFirst();
  await context.tx
    .insertInto("role_code")
    .values({ territory_id: territoryId, match_key: key, code, audience: stored })
    .onConflict((conflict) =>
      conflict.columns(["territory_id", "match_key"]).doUpdateSet((of) => ({
        code,
        audience: stored,
        version: of("role_code.version", "+", 1),
      })),
    )
    .execute();
  await context.journal({
    territoryId,
    action: "role-code.save",
    subjectKind: "role-code",
    subjectId: null,
    subjectKey: key,
    changes: changed({ audience: before?.audience }, { audience }),
    detail: { code, from: "import" },
  });
  await replanTerritory(context, territoryId);
}
