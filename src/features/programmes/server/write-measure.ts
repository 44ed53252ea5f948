import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { PlannedValueForm } from "../model/measure-form.ts";
import type { RedactionMeasure } from "../model/redaction-document.ts";
import { changesDuties } from "../model/redaction-duties.ts";
import type { ProgrammeRecord } from "./load-programme.ts";
import { insertParties, insertPlannedValues, overwritePlannedValues, withoutId } from "./measure-rows.ts";
import { raised } from "./record-change.ts";
import { measureColumns } from "./write-roadmap.ts";

export interface MeasurePlace {
  readonly roadmapId: Id;
  readonly sectionId: Id | null;
  /** one order for the rows of a roadmap */
  next(): number;
}

/** Writes one measure of a new redaction: over `old`, the same one as it stands or as it was when it was closed, or as a new one. */
export async function writeMeasure(
  context: UseCaseContext,
  { territory_id: territoryId, id: programmeId }: ProgrammeRecord,
  old: RedactionMeasure | undefined,
  measure: RedactionMeasure,
  place: MeasurePlace,
  effectiveOn: LocalDate,
  comesBack: boolean,
): Promise<void> {
  const target = { tx: context.tx, territoryId, newId: context.newId };
  const at = { roadmap_id: place.roadmapId, section_id: place.sectionId, ordinal: place.next() };
  if (!old) {
    const id = context.newId();
    await context.tx
      .insertInto("measure")
      .values({
        ...measureColumns(measure),
        ...at,
        territory_id: territoryId,
        id,
        programme_id: programmeId,
        binds_from: effectiveOn,
        closed_at: null,
      })
      .execute();
    await insertParties(target, id, measure.parties.map(withoutId));
    await insertPlannedValues(target, id, measure.plannedValues.map(withoutId));
    return;
  }
  const isChanged = comesBack || JSON.stringify(old) !== JSON.stringify(measure);
  await context.tx
    .updateTable("measure")
    .set({
      ...at,
      ...(isChanged && { ...measureColumns(measure), version: raised() }),
      ...(comesBack && { closed_at: null }),
      ...((comesBack || changesDuties(old, measure)) && { binds_from: effectiveOn }),
    })
    .where("territory_id", "=", territoryId)
    .where("id", "=", old.key)
    .execute();
  if (JSON.stringify(old.parties) !== JSON.stringify(measure.parties)) {
    await context.tx
      .deleteFrom("measure_party")
      .where("territory_id", "=", territoryId)
      .where("measure_id", "=", old.key)
      .execute();
    await insertParties(target, old.key, measure.parties);
  }
  if (JSON.stringify(old.plannedValues) !== JSON.stringify(measure.plannedValues))
    await settleValues(context, territoryId, old, measure.plannedValues, effectiveOn);
}

/** Planned values as the new redaction has them; one that reports cite and the document has no more stays with its past years. */
async function settleValues(
  context: UseCaseContext,
  territoryId: Id,
  old: RedactionMeasure,
  values: readonly PlannedValueForm[],
  effectiveOn: LocalDate,
): Promise<void> {
  const target = { tx: context.tx, territoryId, newId: context.newId };
  const placed = values.map((value, ordinal) => ({ ...value, ordinal, id: value.id ?? context.newId() }));
  const standing = new Set(old.plannedValues.map(({ id }) => id!));
  const kept = placed.filter(({ id }) => standing.has(id));
  const gone = [...standing].filter((id) => !kept.some((value) => value.id === id));
  const cited = await citedOf(context, territoryId, gone);
  const free = gone.filter((id) => !cited.has(id));
  const year = Number(effectiveOn.slice(0, 4));
  const years = context.tx.deleteFrom("planned_year").where("territory_id", "=", territoryId);
  const emptied = [...kept.map(({ id }) => id), ...free];
  if (emptied.length > 0) await years.where("planned_value_id", "in", emptied).execute();
  if (cited.size > 0)
    await years
      .where("planned_value_id", "in", [...cited])
      .where("year", ">", year)
      .execute();
  if (free.length > 0)
    await context.tx
      .deleteFrom("planned_value")
      .where("territory_id", "=", territoryId)
      .where("id", "in", free)
      .execute();
  await overwritePlannedValues(target, old.key, placed, standing);
}

async function citedOf({ tx }: UseCaseContext, territoryId: Id, valueIds: readonly Id[]): Promise<ReadonlySet<Id>> {
  if (valueIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom("report_value")
    .select("planned_value_id")
    .distinct()
    .where("territory_id", "=", territoryId)
    .where("planned_value_id", "in", [...valueIds])
    .execute();
  return new Set(rows.map((row) => row.planned_value_id));
}
