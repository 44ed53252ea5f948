import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { placesHeldBy, territoriesOf } from "#features/people/server/public.ts";
import type { Ties } from "../model/destruction.ts";
import { keepsPersonalData } from "../model/policy.ts";

/** What still holds a person in the work of the program, in every territory the actor administers. */
export async function tiesOf(
  context: UseCaseContext,
  person: { readonly id: Id; readonly destroyed_at: Date | null },
): Promise<Ties> {
  const { actor, tx } = context;
  const territories = await territoriesOf(context, person.id);
  const obligations = await tx
    .selectFrom("obligation as o")
    .where((at) => at.or([at("o.delegated_to", "=", person.id), at("o.bearer_person_id", "=", person.id)]))
    .where("o.closed_at", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("report_obligation as l")
            .innerJoin("report as r", (join) =>
              join.onRef("r.territory_id", "=", "l.territory_id").onRef("r.id", "=", "l.report_id"),
            )
            .whereRef("l.territory_id", "=", "o.territory_id")
            .whereRef("l.obligation_id", "=", "o.id")
            .where("r.state", "=", "accepted")
            .select("r.id"),
        ),
      ),
    )
    .select("o.id")
    .execute();
  const led = await tx
    .selectFrom("programme")
    .where("officer_person_id", "=", person.id)
    .where("status", "in", ["approved", "running"])
    .select("id")
    .execute();
  const asked = await tx
    .selectFrom("data_request")
    .where("person_id", "=", person.id)
    .where("state", "=", "open")
    .where("kind", "<>", "destruction")
    .select("id")
    .execute();
  return {
    isSelf: actor.kind === "person" && actor.personId === person.id,
    isDestroyed: person.destroyed_at !== null,
    standsElsewhere: ![...territories].every((territoryId) => keepsPersonalData(actor, territoryId)),
    openPlaces: (await placesHeldBy(context, person.id)).length,
    openObligations: obligations.length,
    ledProgrammes: led.length,
    openRequests: asked.length,
  };
}
