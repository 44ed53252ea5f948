import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { Change } from "#platform/journal/change.ts";
import { shortName } from "#features/people/model/names.ts";
import { audienceText } from "../model/audience-text.ts";
import { Audience } from "../model/audience.ts";
import type { RoleCodeHistory } from "../model/contract.ts";
import { seesRegistry } from "../model/policy.ts";
import { registryOf } from "./public.ts";

const MOST = 100;

/** What the journal says of a code and where the word came from; rows older than migration 14 hold the meanings here too. */
interface Detail {
  readonly code?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly from?: string;
}

/** Who gave the codes of a district their meanings and took them away, the latest first. */
export async function readDictionaryHistory(context: UseCaseContext, territoryId: Id): Promise<RoleCodeHistory> {
  const { actor, tx } = context;
  if (!seesRegistry(actor, territoryId)) throw commonProblem("not-found");
  const rows = await tx
    .selectFrom("journal as j")
    .leftJoin("person as p", "p.id", "j.person_id")
    .where("j.territory_id", "=", territoryId)
    .where("j.subject_kind", "=", "role-code")
    .orderBy("j.at", "desc")
    .orderBy("j.id", "desc")
    .limit(MOST)
    .select(["j.id", "j.at", "j.detail", "j.changes", "p.family_name", "p.given_name", "p.patronymic"])
    .execute();
  const { organisations } = await registryOf(tx, territoryId);
  const names = new Map(organisations.map((one) => [one.id, one.shortName]));
  const told = (audience: unknown): string | null => {
    const known = Audience.safeParse(audience);
    // who a person was is not told here: the journal of codes is read by many
    return known.success
      ? audienceText(known.data, { organisation: (id) => names.get(id as Id), person: () => "один человек" })
      : null;
  };
  return {
    items: rows.map(({ id, at, detail, changes, family_name, given_name, patronymic }) => {
      const { code = "", from, ...old } = detail as Detail;
      const { before, after } = (changes as readonly Change[])[0] ?? old;
      return {
        id,
        at: at.toISOString(),
        person:
          family_name === null
            ? "Ориентир"
            : shortName({ family_name, given_name: given_name ?? "", patronymic: patronymic ?? "" }),
        code,
        before: told(before),
        after: told(after),
        fromImport: from === "import",
      };
    }),
  };
}
