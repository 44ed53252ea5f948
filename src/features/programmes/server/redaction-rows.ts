import type { Selectable } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { papersOf } from "#features/papers/server/public.ts";
import type { AccountMoments } from "../model/cadence.ts";
import { outlineOf, type OutlineSection } from "../model/outline.ts";
import {
  placedMeasures,
  RedactionDocument,
  RedactionMeasure,
  type RedactionSection,
} from "../model/redaction-document.ts";
import type { MeasureSeen, ProgrammePage, RoadmapSeen, SectionSeen } from "../model/seen.ts";
import type { ProgrammeRecord } from "./load-programme.ts";
import { outlineRows } from "./outline-rows.ts";
import { readingFrameOf } from "./read-programme.ts";
import { readRoadmaps } from "./read-roadmaps.ts";
import { redactionHeads, redactionsOf, standingAmong } from "./redaction-heads.ts";
import type { RedactionTable } from "./tables.ts";

export type RedactionRecord = Selectable<RedactionTable>;

/** What stands of a programme: its document, and the measures that are closed, which a later redaction may bring back. */
export interface Standing {
  readonly document: RedactionDocument;
  readonly closed: readonly RedactionMeasure[];
}

/** The document of a programme as its tables hold it now: what is closed is not in it. */
export async function standingDocument(
  context: UseCaseContext,
  programme: ProgrammeRecord,
): Promise<RedactionDocument> {
  return (await readStanding(context, programme)).document;
}

export async function readStanding(context: UseCaseContext, programme: ProgrammeRecord): Promise<Standing> {
  const { territory_id: territoryId, id } = programme;
  const frame = await readingFrameOf(context, programme);
  const roadmaps = await readRoadmaps(context.tx, territoryId, id, frame);
  const outline = await outlineRows(context.tx, territoryId, id);
  const document = documentFrom(programme, roadmaps, new Map(outline.roadmaps.map((row) => [row.id, row.columns])));
  const open = new Set(placedMeasures(document).map(({ measure }) => measure.key));
  const all = roadmaps.flatMap(({ measures }) => measures);
  return { document, closed: all.filter((measure) => !open.has(measure.id)).map(measureOf) };
}

function documentFrom(
  programme: ProgrammeRecord,
  roadmaps: readonly RoadmapSeen[],
  columns: ReadonlyMap<Id, unknown>,
): RedactionDocument {
  return {
    title: programme.title,
    shortTitle: programme.short_title,
    startsOn: programme.starts_on,
    endsOn: programme.ends_on,
    yearKind: programme.year_kind,
    accountMoments: programme.account_moments as AccountMoments,
    goal: programme.goal,
    tasks: programme.tasks as string[],
    passport: programme.passport as ProgrammePage["passport"],
    roadmaps: roadmaps
      .filter(({ closed }) => !closed)
      .map((roadmap) => {
        const open = roadmap.measures.filter(({ closed }) => !closed);
        const outline = outlineOf(
          roadmap.sections.filter(({ closed }) => !closed),
          open,
        );
        return {
          key: roadmap.id,
          title: roadmap.title,
          columns: (columns.get(roadmap.id) ?? []) as string[],
          sections: outline.sections.map(sectionOf),
          measures: outline.measures.map(measureOf),
        };
      }),
  };
}

function sectionOf({ section, sections, measures }: OutlineSection<SectionSeen, MeasureSeen>): RedactionSection {
  const { id, number, title } = section;
  return { key: id, number, title, sections: sections.map(sectionOf), measures: measures.map(measureOf) };
}

/** Only what the document says: what hangs on the day or on the district is not kept. */
function measureOf(measure: MeasureSeen): RedactionMeasure {
  return RedactionMeasure.parse({ ...measure, key: measure.id });
}

/** The redactions of a programme, the earliest first; those withdrawn too. */
export function redactionRows(tx: Tx, territoryId: Id, programmeId: Id): Promise<RedactionRecord[]> {
  return redactionsOf(tx, territoryId, programmeId).selectAll().execute();
}

/** The stored document of a redaction. */
export function documentOf(row: Pick<RedactionRecord, "document">): RedactionDocument {
  return RedactionDocument.parse(row.document);
}

export interface NewRedaction {
  readonly paperId: Id | null;
  readonly effectiveOn: LocalDate;
  readonly importId: Id | null;
  readonly changeId: Id | null;
}

/** Keeps the document as it stands now for ever, under the next number; returns the id of the redaction. */
export async function keepRedaction(
  context: UseCaseContext,
  programme: ProgrammeRecord,
  { paperId, effectiveOn, importId, changeId }: NewRedaction,
  document?: RedactionDocument,
): Promise<Id> {
  const { territory_id: territoryId, id: programmeId } = programme;
  const known = await redactionHeads(context.tx, territoryId, programmeId);
  const id = context.newId();
  await context.tx
    .insertInto("redaction")
    .values({
      territory_id: territoryId,
      id,
      programme_id: programmeId,
      number: (known.at(-1)?.number ?? 0) + 1,
      paper_id: paperId,
      effective_on: effectiveOn,
      approved_at: context.clock.now(),
      approved_by: context.actor.kind === "person" ? context.actor.personId : null,
      import_id: importId,
      change_id: changeId,
      document: JSON.stringify(document ?? (await standingDocument(context, programme))),
    })
    .execute();
  return id;
}

/**
 * The latest redaction in force or to come. A programme that was approved before redactions were kept gets its first one now, as it
 * stands: nothing older is known of it.
 */
export async function lastRedaction(context: UseCaseContext, programme: ProgrammeRecord): Promise<RedactionRecord> {
  const find = async () => standingAmong(await redactionRows(context.tx, programme.territory_id, programme.id)).at(-1);
  const known = await find();
  if (known) return known;
  const paper = programme.paper_id
    ? (await papersOf(context, programme.territory_id, [programme.paper_id])).get(programme.paper_id)
    : undefined;
  await keepRedaction(context, programme, {
    paperId: programme.paper_id,
    effectiveOn: (paper?.datedOn as LocalDate | null | undefined) ?? programme.starts_on,
    importId: null,
    changeId: null,
  });
  return (await find())!;
}

/** No redaction of a programme that goes back to draft was ever in force, and none binds from a day when it is approved anew. */
export async function withdrawRedactions(context: UseCaseContext, territoryId: Id, programmeId: Id): Promise<void> {
  await context.tx
    .updateTable("redaction")
    .set({ withdrawn_at: context.clock.now() })
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .where("withdrawn_at", "is", null)
    .execute();
  await context.tx
    .updateTable("measure")
    .set({ binds_from: null })
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .where("binds_from", "is not", null)
    .execute();
}
