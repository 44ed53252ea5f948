import { sql, type SqlBool } from "kysely";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { leadsTerritory } from "#features/places/model/access.ts";
import { selectObligations, type ObligationQuery } from "./obligation-rows.ts";

/** Obligations whose report waits for this actor's decision: `decidesObligation` in SQL. */
export function awaitingDecision(tx: Tx, actor: Actor, territoryId: Id): ObligationQuery {
  const led =
    actor.kind === "person"
      ? actor.assignments.flatMap((held) =>
          held.territoryId === territoryId &&
          held.organisationId &&
          (held.role === "school_head" || held.role === "deputy")
            ? [held.organisationId]
            : [],
        )
      : [];
  // said, not handed over: how few these are is known of the word alone, where a statement is planned for any values
  const waiting = selectObligations(tx, territoryId).where("r.state", "=", sql.lit("submitted"));
  return waiting.where((eb) =>
    eb.or([
      leadsTerritory(actor, territoryId) ? eb("p.owner_organisation_id", "is", null) : sql<SqlBool>`false`,
      ...(led.length > 0 ? [eb("p.owner_organisation_id", "in", led)] : []),
    ]),
  );
}
