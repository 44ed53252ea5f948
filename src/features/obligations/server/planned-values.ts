import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { hot } from "#platform/db/hot.ts";
import type { PlannedValueOfYear } from "../model/contract.ts";
import { plannedYearsOf } from "../model/text.ts";

/**
 * The plans that each obligation answers: the planned values of its measure for the years it covers, in the order of the document,
 * then by year. Every obligation asked has its list, empty where nothing is planned.
 */
export async function plannedValuesOf(
  tx: Tx,
  territoryId: Id,
  obligationIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly PlannedValueOfYear[]>> {
  const found = new Map<Id, PlannedValueOfYear[]>(obligationIds.map((id) => [id, []]));
  const covered = await yearsCovered(tx, territoryId, obligationIds);
  if (covered.length === 0) return found;
  const plans = await plansOf(tx, { territoryId, measureIds: [...new Set(covered.map((one) => one.measureId))] });
  for (const { id, measureId, yearKind, years } of covered)
    for (const plan of plans)
      if (plan.measure_id === measureId && years.includes(plan.year))
        found.get(id)!.push({
          id: plan.id,
          year: plan.year,
          yearKind,
          label: plan.label,
          subGroup: plan.sub_group,
          unit: plan.unit,
          aggregation: plan.aggregation,
          text: plan.text,
          value: plan.value,
          atLeast: plan.at_least,
        });
  return found;
}

const plansOf = hot(
  (tx, { territoryId, measureIds }: { readonly territoryId: Id; readonly measureIds: readonly Id[] }) =>
    tx
      .selectFrom("planned_value as v")
      .innerJoin("planned_year as y", (join) =>
        join.onRef("y.territory_id", "=", "v.territory_id").onRef("y.planned_value_id", "=", "v.id"),
      )
      .where("v.territory_id", "=", territoryId)
      .where("v.measure_id", "in", measureIds)
      .where("y.text", "!=", "")
      .selectAll("y")
      .select(["v.id", "v.measure_id", "v.label", "v.sub_group", "v.unit", "v.aggregation"])
      .orderBy("v.ordinal")
      .orderBy("v.id")
      .orderBy("y.year"),
);

interface Covered {
  readonly id: Id;
  readonly measureId: Id;
  readonly yearKind: PlannedValueOfYear["yearKind"];
  readonly years: readonly number[];
}

const besideEach = hot(
  (tx, { territoryId, obligationIds }: { readonly territoryId: Id; readonly obligationIds: readonly Id[] }) =>
    tx
      .selectFrom("obligation as mine")
      .innerJoin("obligation as o", (join) =>
        join
          .onRef("o.territory_id", "=", "mine.territory_id")
          .onRef("o.measure_id", "=", "mine.measure_id")
          .onRef("o.bearer_key", "=", "mine.bearer_key"),
      )
      .innerJoin("programme as p", (join) =>
        join.onRef("p.territory_id", "=", "mine.territory_id").onRef("p.id", "=", "mine.programme_id"),
      )
      .where("mine.territory_id", "=", territoryId)
      .where("mine.id", "in", obligationIds)
      .where((eb) => eb.or([eb("o.closed_at", "is", null), eb("o.id", "=", eb.ref("mine.id"))]))
      .select([
        "mine.id as mine",
        "o.id",
        "o.measure_id",
        "o.occurrence_key as occurrenceKey",
        "o.opens_on as opensOn",
        "o.due_on as dueOn",
        "p.year_kind",
      ]),
);

/** Which years each obligation answers, told by what else the same bearer owes by the same measure. */
async function yearsCovered(tx: Tx, territoryId: Id, obligationIds: readonly Id[]): Promise<Covered[]> {
  if (obligationIds.length === 0) return [];
  const rows = await besideEach(tx, { territoryId, obligationIds });
  return rows
    .filter((row) => row.id === row.mine)
    .map((row) => {
      const others = rows.filter((other) => other.mine === row.id && other.id !== row.id);
      const years = plannedYearsOf(row, row.year_kind, others);
      return { id: row.id, measureId: row.measure_id, yearKind: row.year_kind, years };
    });
}
