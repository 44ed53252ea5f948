import type { Id, MakeId } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { PartyForm, PlannedValueForm } from "../model/measure-form.ts";

interface Target {
  readonly tx: Tx;
  readonly territoryId: Id;
  readonly newId: MakeId;
}

/** Parties of a measure, as given and in their order. */
export async function insertParties(
  { tx, territoryId, newId }: Target,
  measureId: Id,
  parties: readonly PartyForm[],
): Promise<void> {
  if (parties.length === 0) return;
  await tx
    .insertInto("measure_party")
    .values(
      parties.map((party, ordinal) => ({
        territory_id: territoryId,
        id: party.id ?? newId(),
        measure_id: measureId,
        name: party.name,
        part: party.part,
        audience: party.audience === null ? null : JSON.stringify(party.audience),
        ordinal,
      })),
    )
    .execute();
}

/** Planned values of a measure with their years; `from` is the ordinal of the first. */
export async function insertPlannedValues(
  { tx, territoryId, newId }: Target,
  measureId: Id,
  values: readonly (PlannedValueForm & { readonly ordinal?: number })[],
): Promise<void> {
  if (values.length === 0) return;
  const made = values.map((value, at) => ({ ...value, id: value.id ?? newId(), ordinal: value.ordinal ?? at }));
  await tx
    .insertInto("planned_value")
    .values(
      made.map((value) => ({
        ...plannedValueColumns(value),
        territory_id: territoryId,
        measure_id: measureId,
        id: value.id,
      })),
    )
    .execute();
  await insertPlannedYears({ tx, territoryId, newId }, made);
}

/** Writes planned values over those that stand: rows that stayed are changed, their years (emptied before) written anew, new ones added. */
export async function overwritePlannedValues(
  target: Target,
  measureId: Id,
  values: readonly (PlannedValueForm & { readonly id: Id; readonly ordinal: number })[],
  standing: ReadonlySet<Id>,
): Promise<void> {
  const kept = values.filter(({ id }) => standing.has(id));
  for (const value of kept)
    await target.tx
      .updateTable("planned_value")
      .set(plannedValueColumns(value))
      .where("territory_id", "=", target.territoryId)
      .where("id", "=", value.id)
      .execute();
  await insertPlannedYears(target, kept);
  await insertPlannedValues(
    target,
    measureId,
    values.filter(({ id }) => !standing.has(id)),
  );
}

function plannedValueColumns(value: PlannedValueForm & { readonly ordinal: number }) {
  return {
    label: value.label,
    unit: value.unit,
    aggregation: value.aggregation,
    sub_group: value.subGroup,
    total_text: value.totalText,
    total_value: value.totalValue,
    ordinal: value.ordinal,
  };
}

async function insertPlannedYears(
  { tx, territoryId }: Target,
  values: readonly { readonly id: Id; readonly years: PlannedValueForm["years"] }[],
): Promise<void> {
  const years = values.flatMap((value) =>
    value.years.map((year) => ({
      territory_id: territoryId,
      planned_value_id: value.id,
      year: year.year,
      text: year.text,
      value: year.value,
      at_least: year.atLeast,
    })),
  );
  if (years.length > 0) await tx.insertInto("planned_year").values(years).execute();
}

export async function insertPapers(tx: Tx, territoryId: Id, measureId: Id, paperIds: readonly Id[]): Promise<void> {
  const once = [...new Set(paperIds)];
  if (once.length === 0) return;
  await tx
    .insertInto("measure_paper")
    .values(once.map((paperId) => ({ territory_id: territoryId, measure_id: measureId, paper_id: paperId })))
    .execute();
}

/** A part of a measure that stands nowhere yet: its id is made when it is written. */
export function withoutId<Part extends { readonly id?: Id | undefined }>(part: Part): Part {
  return { ...part, id: undefined };
}
