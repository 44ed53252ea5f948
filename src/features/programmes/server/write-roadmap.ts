import { quoted } from "#domain/russian/quotes.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { MeasureDraft, RoadmapDraft, SectionDraft } from "../model/roadmap-draft.ts";
import { loadEditableProgramme } from "./load-programme.ts";
import { insertParties, insertPlannedValues } from "./measure-rows.ts";
import { recordChange } from "./record-change.ts";

/**
 * Writes a whole roadmap at once, in the order of the draft, as one undoable change: returns its id.
 * Throws «not-found», «not-allowed», «programme-finished».
 */
export async function writeRoadmap(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  draft: RoadmapDraft,
): Promise<Id> {
  const programme = await loadEditableProgramme(context, territoryId, programmeId);
  const { id } = await recordChange(context, programme, [], async () => {
    const roadmapId = await insertRoadmap(context, territoryId, programmeId, draft);
    const place: Place = { context, territoryId, programmeId, roadmapId, next: counter() };
    await insertMeasures(place, null, draft.measures);
    await insertSections(place, null, draft.sections);
    return {
      label: `Загружена дорожная карта ${quoted(draft.title)}`,
      action: "roadmap.write",
      subjectKind: "roadmap",
      subjectId: roadmapId,
    };
  });
  return id;
}

interface Place {
  readonly context: UseCaseContext;
  readonly territoryId: Id;
  readonly programmeId: Id;
  readonly roadmapId: Id;
  /** one order for the rows of the whole roadmap: that of the document */
  readonly next: () => number;
}

function counter(): () => number {
  let at = 0;
  return () => (at += 1);
}

async function insertRoadmap(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  draft: RoadmapDraft,
): Promise<Id> {
  const id = context.newId();
  await context.tx
    .insertInto("roadmap")
    .values({
      territory_id: territoryId,
      id,
      programme_id: programmeId,
      title: draft.title,
      ordinal: await nextRoadmapOrdinal(context, territoryId, programmeId),
      columns: JSON.stringify(draft.columns),
      import_id: draft.importId,
      closed_at: null,
    })
    .execute();
  return id;
}

/** The place after the last roadmap of the programme. */
export async function nextRoadmapOrdinal(context: UseCaseContext, territoryId: Id, programmeId: Id): Promise<number> {
  const last = await context.tx
    .selectFrom("roadmap")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .select((of) => of.fn.max("ordinal").as("ordinal"))
    .executeTakeFirst();
  return (last?.ordinal ?? 0) + 1;
}

async function insertSections(place: Place, parentId: Id | null, sections: readonly SectionDraft[]): Promise<void> {
  const { context, territoryId } = place;
  for (const section of sections) {
    const id = context.newId();
    await context.tx
      .insertInto("section")
      .values({
        territory_id: territoryId,
        id,
        roadmap_id: place.roadmapId,
        parent_id: parentId,
        number: section.number,
        title: section.title,
        ordinal: place.next(),
        source: sourceOf(section.source),
        closed_at: null,
      })
      .execute();
    await insertMeasures(place, id, section.measures);
    await insertSections(place, id, section.sections);
  }
}

async function insertMeasures(place: Place, sectionId: Id | null, measures: readonly MeasureDraft[]): Promise<void> {
  const { context, territoryId } = place;
  const target = { tx: context.tx, territoryId, newId: context.newId };
  for (const measure of measures) {
    const id = context.newId();
    await context.tx
      .insertInto("measure")
      .values({
        ...measureColumns(measure),
        territory_id: territoryId,
        id,
        programme_id: place.programmeId,
        roadmap_id: place.roadmapId,
        section_id: sectionId,
        ordinal: place.next(),
        source: sourceOf(measure.source),
        closed_at: null,
      })
      .execute();
    await insertParties(target, id, measure.parties);
    await insertPlannedValues(target, id, measure.plannedValues);
  }
}

/** The columns of a measure's own words, from a draft or a form. */
export function measureColumns(measure: Omit<MeasureDraft, "parties" | "plannedValues" | "source">) {
  return {
    number: measure.number,
    title: measure.title,
    level: measure.level,
    due_text: measure.dueText,
    cadence: JSON.stringify(measure.cadence),
    result: measure.result,
    report_document: measure.reportDocument,
    responsible_text: measure.responsibleText,
    participants_text: measure.participantsText,
    reporting: measure.reporting,
    account_moments: measure.accountMoments === null ? null : JSON.stringify(measure.accountMoments),
  };
}

function sourceOf(source: unknown): string | null {
  return source === undefined || source === null ? null : JSON.stringify(source);
}
