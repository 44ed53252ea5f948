import type { z } from "zod";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { AddMeasure, Closing, MoveMeasure } from "../model/measure-form.ts";
import type { Edited } from "../model/seen.ts";
import { checkParties } from "./check-parties.ts";
import { checkPapers } from "./edit-measure.ts";
import { loadEditableProgramme, refusePausedMeasure } from "./load-programme.ts";
import { measureLabel } from "./measure-label.ts";
import { insertPapers, insertParties, insertPlannedValues, withoutId } from "./measure-rows.ts";
import { raised, recordChange } from "./record-change.ts";
import { findMeasure, findRoadmap, findSection, nextOrdinal, placeAmong, refuseStale } from "./structure.ts";
import { measureColumns } from "./write-roadmap.ts";

/** Adds a measure to a section, or to a roadmap outside any section; it stands last. */
export async function addMeasure(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  form: AddMeasure,
): Promise<Edited> {
  const programme = await loadEditableProgramme(context, territoryId, programmeId);
  await findRoadmap(context, programme, form.roadmapId);
  if (form.sectionId) await findSection(context, programme, form.sectionId, form.roadmapId);
  await checkPapers(context, territoryId, form.paperIds);
  await checkParties(context, programme, form.parties);
  const id = context.newId();
  return recordChange(context, programme, [], async () => {
    await context.tx
      .insertInto("measure")
      .values({
        ...measureColumns(form),
        territory_id: territoryId,
        id,
        programme_id: programmeId,
        roadmap_id: form.roadmapId,
        section_id: form.sectionId,
        ordinal: await nextOrdinal(context, territoryId, form.roadmapId),
        closed_at: null,
      })
      .execute();
    const target = { tx: context.tx, territoryId, newId: context.newId };
    // ids in a new measure are made here: a form copied from another measure must not claim its parts
    await insertParties(target, id, form.parties.map(withoutId));
    await insertPlannedValues(target, id, form.plannedValues.map(withoutId));
    await insertPapers(context.tx, territoryId, id, form.paperIds);
    return measureLabel("Добавлено мероприятие", form, "measure.add", id);
  });
}

/** Moves a measure into another section or roadmap of the programme, or among its neighbours. */
export async function moveMeasure(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  measureId: Id,
  form: z.output<typeof MoveMeasure>,
): Promise<Edited> {
  const programme = await loadEditableProgramme(context, territoryId, programmeId);
  const measure = await findMeasure(context, programme, measureId);
  await refusePausedMeasure(context, territoryId, programmeId, measureId);
  refuseStale(measure, form);
  await findRoadmap(context, programme, form.roadmapId);
  if (form.sectionId) await findSection(context, programme, form.sectionId, form.roadmapId);
  return recordChange(context, programme, [], async () => {
    await context.tx
      .updateTable("measure")
      .set({ roadmap_id: form.roadmapId, section_id: form.sectionId, version: raised() })
      .where("territory_id", "=", territoryId)
      .where("id", "=", measureId)
      .execute();
    const siblings = await context.tx
      .selectFrom("measure")
      .where("territory_id", "=", territoryId)
      .where("roadmap_id", "=", form.roadmapId)
      .where("section_id", "is not distinct from", form.sectionId)
      .select(["id", "ordinal"])
      .orderBy("ordinal")
      .orderBy("id")
      .execute();
    await placeAmong(context, "measure", territoryId, siblings, measureId, form.beforeId);
    return measureLabel("Перенесено мероприятие", measure, "measure.move", measureId);
  });
}

/** Closes a measure (it owes nothing new, what was reported stays), or opens it again. */
export async function closeMeasure(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  measureId: Id,
  form: z.output<typeof Closing>,
): Promise<Edited> {
  const programme = await loadEditableProgramme(context, territoryId, programmeId);
  const measure = await findMeasure(context, programme, measureId);
  await refusePausedMeasure(context, territoryId, programmeId, measureId);
  refuseStale(measure, form);
  return recordChange(context, programme, [], async () => {
    await context.tx
      .updateTable("measure")
      .set({ closed_at: form.closed ? (measure.closed_at ?? context.clock.now()) : null, version: raised() })
      .where("territory_id", "=", territoryId)
      .where("id", "=", measureId)
      .execute();
    const what = form.closed ? "Закрыто мероприятие" : "Открыто мероприятие";
    return measureLabel(what, measure, "measure.close", measureId);
  });
}
