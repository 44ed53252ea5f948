import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { MOST_VIEWS } from "../model/contract.ts";
import type { ListKey } from "../model/lists.ts";
import { viewProblem } from "../model/problems.ts";

/** The views that one person has of one list. */
export interface OwnViews {
  readonly territory_id: Id;
  readonly person_id: Id;
  readonly list: ListKey;
}

/** Refuses a second view of the same name; of two at once the constraint stops the later one, which then comes here. */
export async function refuseSameName(tx: Tx, own: OwnViews, name: string, except: Id | null = null): Promise<void> {
  const same = await tx
    .selectFrom("saved_view")
    .where("territory_id", "=", own.territory_id)
    .where("person_id", "=", own.person_id)
    .where("list", "=", own.list)
    .where("closed_at", "is", null)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where("id", "is distinct from", except)
    .select("id")
    .executeTakeFirst();
  if (same) throw viewProblem("view-named-so", { values: { name }, fields: { name: "Такой вид уже есть." } });
}

/** Refuses one more than a person keeps of all their lists here. */
export async function refuseMore(tx: Tx, own: Pick<OwnViews, "territory_id" | "person_id">): Promise<void> {
  const { many } = await tx
    .selectFrom("saved_view")
    .where("territory_id", "=", own.territory_id)
    .where("person_id", "=", own.person_id)
    .where("closed_at", "is", null)
    .select((select) => select.fn.countAll<number>().as("many"))
    .executeTakeFirstOrThrow();
  if (Number(many) >= MOST_VIEWS) throw viewProblem("views-enough", { values: { most: MOST_VIEWS } });
}

/** One list begins with one view: the one that opened it before opens it no more. */
export async function stopOpening(tx: Tx, own: OwnViews): Promise<void> {
  await tx
    .updateTable("saved_view")
    .set({ opens: false, version: sql`version + 1` })
    .where("territory_id", "=", own.territory_id)
    .where("person_id", "=", own.person_id)
    .where("list", "=", own.list)
    .where("opens", "=", true)
    .where("closed_at", "is", null)
    .execute();
}
