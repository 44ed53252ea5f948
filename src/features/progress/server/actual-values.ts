import { actualsOf, isReached, type ReportedValue } from "#domain/formulas/actual-values.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import type { z } from "zod";
import type { ValueProgress } from "../model/contract.ts";
import { progressRows, type Eyes } from "./progress-groups.ts";

export type Value = z.infer<typeof ValueProgress>;

export interface ValuesFilter {
  readonly programmeId: Id;
  readonly measureId?: Id;
  /** only what was due in these days is counted; plans stay whole */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/**
 * Planned against actual of every planned value of a programme or of one measure, by year and in total; the actual counts accepted
 * reports that these eyes see (edition «actual-values/1»). In the order of the document.
 */
export async function valuesOf(
  tx: Tx,
  territoryId: Id,
  eyes: Eyes,
  which: ValuesFilter,
  today: LocalDate,
): Promise<Value[]> {
  const planned = await tx
    .selectFrom("planned_value as v")
    .innerJoin("measure as m", (join) =>
      join.onRef("m.territory_id", "=", "v.territory_id").onRef("m.id", "=", "v.measure_id"),
    )
    .where("v.territory_id", "=", territoryId)
    .where("m.programme_id", "=", which.programmeId)
    .$if(which.measureId !== undefined, (query) => query.where("m.id", "=", which.measureId!))
    .selectAll("v")
    .orderBy("m.ordinal")
    .orderBy("v.ordinal")
    .orderBy("v.id")
    .execute();
  if (planned.length === 0) return [];
  const years = await tx
    .selectFrom("planned_year")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where(
      "planned_value_id",
      "in",
      planned.map((value) => value.id),
    )
    .orderBy("year")
    .execute();
  const reported = byId(await reportedValues(tx, territoryId, eyes, which, today));
  return planned.map((value) => {
    const { years: facts, total } = actualsOf(reported.get(value.id) ?? [], value.unit, value.aggregation);
    const plans = new Map(years.filter((year) => year.planned_value_id === value.id).map((year) => [year.year, year]));
    const both = [...new Set([...plans.keys(), ...facts.keys()])].sort((a, b) => a - b);
    return {
      id: value.id,
      measureId: value.measure_id,
      label: value.label,
      subGroup: value.sub_group,
      unit: value.unit,
      aggregation: value.aggregation,
      years: both.map((year) => {
        const [plan, fact] = [plans.get(year), facts.get(year)];
        return {
          year,
          planText: plan?.text ?? "",
          plan: plan?.value ?? null,
          fact: fact?.value ?? null,
          numerator: fact?.numerator ?? null,
          denominator: fact?.denominator ?? null,
          isReached: isReached(plan?.value ?? null, fact?.value ?? null),
        };
      }),
      total: { text: value.total_text, plan: value.total_value, fact: total },
    };
  });
}

type Reported = ReportedValue & { readonly plannedValueId: Id };

function byId(values: readonly Reported[]): ReadonlyMap<Id, readonly Reported[]> {
  const found = new Map<Id, Reported[]>();
  for (const value of values) found.set(value.plannedValueId, [...(found.get(value.plannedValueId) ?? []), value]);
  return found;
}

async function reportedValues(
  tx: Tx,
  territoryId: Id,
  eyes: Eyes,
  which: ValuesFilter,
  today: LocalDate,
): Promise<Reported[]> {
  return progressRows(tx, territoryId, eyes, { ...which, state: "accepted" }, today)
    .innerJoin("report_value as v", (join) =>
      join
        .onRef("v.territory_id", "=", "o.territory_id")
        .onRef("v.obligation_id", "=", "o.id")
        .onRef("v.report_id", "=", "ro.report_id"),
    )
    .clearSelect()
    .select(["v.planned_value_id as plannedValueId", "v.year", "v.value", "v.denominator"])
    .execute();
}
