import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";

/** Asks for the obligations of a territory to be planned anew: its calendar, designations or dictionary have changed. */
export async function replanTerritory(context: UseCaseContext, territoryId: Id): Promise<void> {
  await context.send("obligation-replan-territory", { territoryId });
}
