import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { papersOf } from "#features/papers/server/public.ts";
import type { EditMeasure, PlannedValueForm } from "../model/measure-form.ts";
import { programmeProblem } from "../model/problems.ts";
import type { Edited, MeasureSeen } from "../model/seen.ts";
import { checkParties } from "./check-parties.ts";
import { loadEditableProgramme, refusePausedMeasure, type ProgrammeRecord } from "./load-programme.ts";
import { insertPapers, insertParties, overwritePlannedValues } from "./measure-rows.ts";
import { measureLabel } from "./measure-label.ts";
import { readingFrameOf } from "./read-programme.ts";
import { readMeasure } from "./read-roadmaps.ts";
import { raised, recordChange } from "./record-change.ts";
import { findMeasure } from "./structure.ts";

/** Changes the fields given of a measure; lists (parties, planned values, papers) are taken whole. A stale one is refused with both versions. */
export async function editMeasure(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  measureId: Id,
  form: EditMeasure,
): Promise<Edited> {
  const programme = await loadEditableProgramme(context, territoryId, programmeId);
  await findMeasure(context, programme, measureId);
  await refusePausedMeasure(context, territoryId, programmeId, measureId);
  const current = await currentOf(context, programme, measureId);
  if (current.version !== form.version) throw commonProblem("stale-write", { extra: { current, yours: form } });
  if (form.paperIds) await checkPapers(context, territoryId, form.paperIds);
  if (form.parties) await checkParties(context, programme, form.parties, current.parties);
  return recordChange(context, programme, [measureId], async () => {
    await context.tx
      .updateTable("measure")
      .set({ ...columnsOf(form), version: raised() })
      .where("territory_id", "=", territoryId)
      .where("id", "=", measureId)
      .execute();
    const target = { tx: context.tx, territoryId, newId: context.newId };
    if (form.parties) {
      const kept = new Set(current.parties.map((party) => party.id));
      await removeOf(context, territoryId, "measure_party", measureId);
      await insertParties(
        target,
        measureId,
        form.parties.map((party) => (party.id && kept.has(party.id) ? party : { ...party, id: context.newId() })),
      );
    }
    if (form.plannedValues) await replaceValues(context, territoryId, current, form.plannedValues);
    if (form.paperIds) {
      await removeOf(context, territoryId, "measure_paper", measureId);
      await insertPapers(context.tx, territoryId, measureId, form.paperIds);
    }
    return measureLabel(
      "Изменено мероприятие",
      { number: form.number ?? current.number, title: form.title ?? current.title },
      "measure.edit",
      measureId,
    );
  });
}

async function currentOf(context: UseCaseContext, programme: ProgrammeRecord, measureId: Id): Promise<MeasureSeen> {
  const frame = await readingFrameOf(context, programme);
  return (await readMeasure(context.tx, programme.territory_id, programme.id, measureId, frame))!;
}

function columnsOf(form: EditMeasure) {
  return {
    ...(form.number !== undefined && { number: form.number }),
    ...(form.title !== undefined && { title: form.title }),
    ...(form.level !== undefined && { level: form.level }),
    ...(form.dueText !== undefined && { due_text: form.dueText }),
    ...(form.cadence !== undefined && { cadence: JSON.stringify(form.cadence) }),
    ...(form.result !== undefined && { result: form.result }),
    ...(form.reportDocument !== undefined && { report_document: form.reportDocument }),
    ...(form.responsibleText !== undefined && { responsible_text: form.responsibleText }),
    ...(form.participantsText !== undefined && { participants_text: form.participantsText }),
    ...(form.reporting !== undefined && { reporting: form.reporting }),
    ...(form.accountMoments !== undefined && {
      account_moments: form.accountMoments === null ? null : JSON.stringify(form.accountMoments),
    }),
  };
}

/** Papers cited must be registered and open to the person who cites them. */
export async function checkPapers(context: UseCaseContext, territoryId: Id, paperIds: readonly Id[]): Promise<void> {
  const found = await papersOf(context, territoryId, paperIds);
  if (paperIds.some((id) => !found.has(id))) throw programmeProblem("paper-unknown");
}

async function removeOf(
  context: UseCaseContext,
  territoryId: Id,
  table: "measure_party" | "measure_paper",
  measureId: Id,
): Promise<void> {
  await context.tx
    .deleteFrom(table)
    .where("territory_id", "=", territoryId)
    .where("measure_id", "=", measureId)
    .execute();
}

/** Planned values keep their identity, because reports cite them; one with reports is never removed. */
async function replaceValues(
  context: UseCaseContext,
  territoryId: Id,
  current: MeasureSeen,
  values: readonly PlannedValueForm[],
): Promise<void> {
  const target = { tx: context.tx, territoryId, newId: context.newId };
  const standing = new Set(current.plannedValues.map((value) => value.id));
  const placed = values.map((value, ordinal) => ({
    ...value,
    ordinal,
    id: value.id && standing.has(value.id) ? value.id : context.newId(),
  }));
  const kept = placed.filter((value) => standing.has(value.id));
  const gone = [...standing].filter((id) => !kept.some((value) => value.id === id));
  await refuseReported(context, territoryId, gone);
  if (standing.size > 0)
    await context.tx
      .deleteFrom("planned_year")
      .where("territory_id", "=", territoryId)
      .where("planned_value_id", "in", [...standing])
      .execute();
  if (gone.length > 0)
    await context.tx
      .deleteFrom("planned_value")
      .where("territory_id", "=", territoryId)
      .where("id", "in", gone)
      .execute();
  await overwritePlannedValues(target, current.id, placed, standing);
}

/** Throws «value-reported» where a report gives an actual for one of the planned values. */
export async function refuseReported(context: UseCaseContext, territoryId: Id, valueIds: readonly Id[]): Promise<void> {
  if (valueIds.length === 0) return;
  const reported = await context.tx
    .selectFrom("report_value")
    .select("planned_value_id")
    .where("territory_id", "=", territoryId)
    .where("planned_value_id", "in", [...valueIds])
    .limit(1)
    .executeTakeFirst();
  if (reported) throw programmeProblem("value-reported");
}
