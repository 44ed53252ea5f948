import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import {
  placedMeasures,
  placesOf,
  type RedactionDocument,
  type RedactionMeasure,
  type RedactionRoadmap,
  type RedactionSection,
} from "../model/redaction-document.ts";
import type { ProgrammeRecord } from "./load-programme.ts";
import type { Standing } from "./redaction-rows.ts";
import { raised } from "./record-change.ts";
import { writeMeasure, type MeasurePlace } from "./write-measure.ts";

interface Writing {
  readonly context: UseCaseContext;
  readonly programme: ProgrammeRecord;
  readonly importId: Id | null;
  readonly effectiveOn: LocalDate;
  /** what roadmaps and sections say and where they stand, by key: those of the programme, and those to be written */
  readonly standing: ReadonlyMap<string, string>;
  readonly wanted: ReadonlyMap<string, string>;
  readonly measures: ReadonlyMap<string, RedactionMeasure>;
  /** of these measures those that were closed and come back */
  readonly closed: ReadonlySet<string>;
}

/**
 * Writes a document over the rows of its programme: what it knows by key is changed, what is new is added, what stood before and is not in it
 * is closed. The order of the rows becomes the order of the document. A row that says the same is not a new version.
 */
export async function writeDocument(
  context: UseCaseContext,
  programme: ProgrammeRecord,
  { document: before, closed }: Standing,
  after: RedactionDocument,
  { importId, effectiveOn }: { readonly importId: Id | null; readonly effectiveOn: LocalDate },
): Promise<void> {
  const writing: Writing = {
    context,
    programme,
    importId,
    effectiveOn,
    standing: wordsOfPlaces(before),
    wanted: wordsOfPlaces(after),
    measures: new Map([...closed, ...placedMeasures(before).map((one) => one.measure)].map((one) => [one.key, one])),
    closed: new Set(closed.map(({ key }) => key)),
  };
  if (headOf(before) !== headOf(after)) await writeHead(writing, after);
  for (const [at, roadmap] of after.roadmaps.entries()) await writeRoadmap(writing, roadmap, at + 1);
  await closeWhatIsGone(writing, before, after);
}

async function writeHead({ context, programme }: Writing, after: RedactionDocument): Promise<void> {
  const columns = {
    title: after.title,
    short_title: after.shortTitle,
    starts_on: after.startsOn as LocalDate,
    ends_on: after.endsOn as LocalDate,
    year_kind: after.yearKind,
    goal: after.goal,
    tasks: JSON.stringify(after.tasks),
    passport: JSON.stringify(after.passport),
    account_moments: JSON.stringify(after.accountMoments),
  };
  await context.tx
    .updateTable("programme")
    .set({ ...columns, version: raised() })
    .where("territory_id", "=", programme.territory_id)
    .where("id", "=", programme.id)
    .execute();
}

async function writeRoadmap(writing: Writing, roadmap: RedactionRoadmap, ordinal: number): Promise<void> {
  const { context, programme, standing } = writing;
  const { territory_id: territoryId, id: programmeId } = programme;
  const columns = { title: roadmap.title, ordinal, columns: JSON.stringify(roadmap.columns), closed_at: null };
  let id = roadmap.key;
  if (standing.has(id))
    await context.tx
      .updateTable("roadmap")
      .set({ ...columns, ...newVersion(writing, id) })
      .where("territory_id", "=", territoryId)
      .where("id", "=", id)
      .execute();
  else {
    id = context.newId();
    await context.tx
      .insertInto("roadmap")
      .values({ ...columns, territory_id: territoryId, id, programme_id: programmeId, import_id: writing.importId })
      .execute();
  }
  let last = 0;
  const next = () => (last += 1);
  await writeContents(writing, { roadmapId: id, sectionId: null, next }, roadmap);
}

async function writeContents(
  writing: Writing,
  place: MeasurePlace,
  { measures, sections }: Pick<RedactionSection, "measures" | "sections">,
): Promise<void> {
  const { context, programme, effectiveOn } = writing;
  for (const measure of measures) {
    const old = writing.measures.get(measure.key);
    await writeMeasure(context, programme, old, measure, place, effectiveOn, writing.closed.has(measure.key));
  }
  for (const section of sections) await writeSection(writing, place, section);
}

async function writeSection(writing: Writing, place: MeasurePlace, section: RedactionSection): Promise<void> {
  const { context, programme, standing } = writing;
  const columns = {
    roadmap_id: place.roadmapId,
    parent_id: place.sectionId,
    number: section.number,
    title: section.title,
    ordinal: place.next(),
    closed_at: null,
  };
  let id = section.key;
  if (standing.has(id))
    await context.tx
      .updateTable("section")
      .set({ ...columns, ...newVersion(writing, id) })
      .where("territory_id", "=", programme.territory_id)
      .where("id", "=", id)
      .execute();
  else {
    id = context.newId();
    await context.tx
      .insertInto("section")
      .values({ ...columns, territory_id: programme.territory_id, id })
      .execute();
  }
  await writeContents(writing, { ...place, sectionId: id }, section);
}

/** A measure that is gone is closed from the day of the order: what was due before it is still owed, what was reported stays. */
async function closeWhatIsGone(writing: Writing, before: RedactionDocument, after: RedactionDocument): Promise<void> {
  const { context, programme, effectiveOn } = writing;
  const kept = new Set([...writing.wanted.keys(), ...placedMeasures(after).map(({ measure }) => measure.key)]);
  const closedAt = context.clock.now();
  const measures = placedMeasures(before).flatMap(({ measure }) => (kept.has(measure.key) ? [] : [measure.key]));
  if (measures.length > 0)
    await context.tx
      .updateTable("measure")
      .set({ closed_at: closedAt, binds_from: effectiveOn, version: raised() })
      .where("territory_id", "=", programme.territory_id)
      .where("id", "in", measures)
      .execute();
  const places = [...writing.standing.keys()].filter((key) => !kept.has(key));
  if (places.length > 0)
    for (const table of ["section", "roadmap"] as const)
      await context.tx
        .updateTable(table)
        .set({ closed_at: closedAt, version: raised() })
        .where("territory_id", "=", programme.territory_id)
        .where("id", "in", places)
        .execute();
}

/** Making way for a neighbour is no new version of a place. */
function newVersion({ standing, wanted }: Writing, key: string) {
  return standing.get(key) === wanted.get(key) ? {} : { version: raised() };
}

function wordsOfPlaces(document: RedactionDocument): Map<string, string> {
  const columns = new Map(document.roadmaps.map((roadmap) => [roadmap.key, roadmap.columns]));
  return new Map(
    placesOf(document).map(({ key, above, number, title }) => [
      key,
      JSON.stringify([above, number, title, columns.get(key)]),
    ]),
  );
}

function headOf(document: RedactionDocument): string {
  return JSON.stringify({ ...document, roadmaps: [] });
}
