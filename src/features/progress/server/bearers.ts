import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { shortName } from "#features/people/model/names.ts";
import type { Bearer } from "../model/contract.ts";

const collator = new Intl.Collator("ru", { numeric: true });

/** Bearers by their keys («organisation:018f…»), with the names people know them by, in the order of the alphabet. */
export async function bearersOf(tx: Tx, territoryId: Id, keys: readonly string[]): Promise<Bearer[]> {
  const named = keys.map((key) => {
    const [kind, id] = key.split(":") as [Bearer["kind"], Id];
    return { key, kind, id };
  });
  const idsOf = (kind: Bearer["kind"]) => named.filter((one) => one.kind === kind).map((one) => one.id);
  const [organisationIds, personIds] = [idsOf("organisation"), idsOf("person")];
  const names = new Map<Id, string>();
  if (organisationIds.length > 0) {
    const rows = await tx
      .selectFrom("organisation")
      .where("id", "in", organisationIds)
      .select(["id", "short_name"])
      .execute();
    for (const row of rows) names.set(row.id, row.short_name);
  }
  if (personIds.length > 0) {
    const rows = await tx.selectFrom("person").where("id", "in", personIds).selectAll().execute();
    for (const row of rows) names.set(row.id, shortName(row));
  }
  const territory = await tx
    .selectFrom("territory")
    .where("id", "=", territoryId)
    .select("short_name")
    .executeTakeFirstOrThrow();
  return named
    .map(({ key, kind, id }) => ({
      key,
      kind,
      organisationId: kind === "organisation" ? id : null,
      name: names.get(id) ?? territory.short_name,
    }))
    .sort((a, b) => collator.compare(a.name, b.name) || (a.key < b.key ? -1 : 1));
}
