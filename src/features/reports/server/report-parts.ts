import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { hot } from "#platform/db/hot.ts";

export interface OfReport {
  readonly territoryId: Id;
  readonly reportId: Id;
}

/** The numbers that it gives. */
export const valuesOf = hot((tx, { territoryId, reportId }: OfReport) =>
  tx
    .selectFrom("report_value")
    .where("territory_id", "=", territoryId)
    .where("report_id", "=", reportId)
    .select(["obligation_id as obligationId", "planned_value_id as plannedValueId", "year", "value", "denominator"]),
);

/** Its history, the first step first. */
export const stepsOf = hot((tx, { territoryId, reportId }: OfReport) =>
  tx
    .selectFrom("report_step as s")
    .innerJoin("person as p", "p.id", "s.person_id")
    .where("s.territory_id", "=", territoryId)
    .where("s.report_id", "=", reportId)
    .select(["s.step", "s.at", "s.remark", "p.family_name", "p.given_name", "p.patronymic"])
    .orderBy("s.at")
    .orderBy("s.id"),
);

/** What confirms it, in the order of its writer. */
export const evidenceRows = hot((tx, { territoryId, reportId }: OfReport) =>
  tx
    .selectFrom("evidence as e")
    .leftJoin("paper as p", (join) =>
      join.onRef("p.territory_id", "=", "e.territory_id").onRef("p.id", "=", "e.paper_id"),
    )
    .leftJoin("organisation as i", "i.id", "p.issuer_organisation_id")
    .where("e.territory_id", "=", territoryId)
    .where("e.report_id", "=", reportId)
    .select(["e.kind", "e.file_id", "e.paper_id", "e.url"])
    .select(["p.kind as paper_kind", "p.number", "p.dated_on", "p.title", "i.short_name as issuer"])
    .orderBy("e.ordinal"),
);

const besideOthers = hot((tx, { territoryId, ids }: { readonly territoryId: Id; readonly ids: readonly Id[] }) =>
  tx
    .selectFrom("obligation as o")
    .where("o.territory_id", "=", territoryId)
    .where("o.id", "in", ids)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("obligation as other")
          .whereRef("other.territory_id", "=", "o.territory_id")
          .whereRef("other.measure_id", "=", "o.measure_id")
          .whereRef("other.occurrence_key", "=", "o.occurrence_key")
          .whereRef("other.id", "!=", "o.id"),
      ),
    )
    .select("o.id"),
);

/** Those of the obligations beside which another bearer answers the same occurrence. */
export async function twinsOf(tx: Tx, territoryId: Id, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = ids.length === 0 ? [] : await besideOthers(tx, { territoryId, ids });
  return new Set(rows.map((row) => row.id));
}
