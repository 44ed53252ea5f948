import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";

/**
 * Links lying in somebody's hands lose their force before their person is given more: the rank of the one who made a link was
 * judged by what the person held then. The person is locked, as making a link locks them, so that neither misses the other.
 */
export async function spendLinksOf(context: UseCaseContext, personId: Id): Promise<void> {
  await context.tx.selectFrom("person").where("id", "=", personId).select("id").forUpdate().executeTakeFirst();
  await sql`select spend_links(id, ${context.clock.real()}) from account where person_id = ${personId}`.execute(
    context.tx,
  );
}
