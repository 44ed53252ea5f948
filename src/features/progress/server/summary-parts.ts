import { outlineRows } from "#features/programmes/server/public.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { outcomeCounts, type OutcomeAmount, type OutcomeCounts } from "../model/outcome.ts";
import type { SummarySection } from "../model/period-summary.ts";
import { sectionsWithin } from "../model/sections.ts";
import type { ProgrammeRecord } from "./load-programmes.ts";
import { measurePlaces } from "./programme-progress.ts";

/** Counts of a part in the one period and in the other; null where none is compared. */
export interface ComparedCounts {
  readonly counts: OutcomeCounts;
  readonly against: OutcomeCounts | null;
}

/** Counts by a key, of whatever either period holds. */
export function byAmount<One extends OutcomeAmount, Key>(
  counted: readonly One[],
  other: readonly One[] | null,
  keyOf: (one: One) => Key,
): Map<Key, ComparedCounts> {
  const keys = new Set([...counted, ...(other ?? [])].map(keyOf));
  const ofKey = split(counted, keyOf);
  const otherOfKey = other && split(other, keyOf);
  return new Map(
    [...keys].map((key) => [
      key,
      {
        counts: outcomeCounts(ofKey.get(key) ?? []),
        against: otherOfKey && outcomeCounts(otherOfKey.get(key) ?? []),
      },
    ]),
  );
}

function split<One, Key>(all: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const found = new Map<Key, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const same = found.get(key);
    if (same) same.push(one);
    else found.set(key, [one]);
  }
  return found;
}

/** Sections that have something in either period, each with the sections inside it, in the order of the document. */
export async function sectionsSummed(
  tx: Tx,
  { territory_id: territoryId, id: programmeId }: ProgrammeRecord,
  ofMeasure: ReadonlyMap<Id, ComparedCounts>,
  under: Id | undefined,
): Promise<SummarySection[]> {
  const { roadmaps, sections } = await outlineRows(tx, territoryId, programmeId);
  const places = await measurePlaces(tx, territoryId, programmeId);
  const wanted = under ? sectionsWithin(under, sections) : null;
  const depthOf = (id: Id | null): number => {
    const found = sections.find((one) => one.id === id);
    return found ? 1 + depthOf(found.parentId) : 0;
  };
  const rows = sections.map((section) => {
    const within = sectionsWithin(section.id, sections);
    const own = places.filter(({ sectionId }) => sectionId !== null && within.has(sectionId));
    const compared = own.flatMap(({ id }) => ofMeasure.get(id) ?? []);
    return { section, compared };
  });
  // a section stands after the one it lies in, and roadmaps in their order
  const ordered = roadmaps.flatMap(({ id }) => nested(rows, id, null));
  return ordered
    .filter(({ section, compared }) => compared.length > 0 && (!wanted || wanted.has(section.id)))
    .map(({ section: { id, parentId, number, title }, compared }) => ({
      id,
      depth: depthOf(parentId),
      number,
      title,
      counts: summed(compared.map(({ counts }) => counts)),
      against: compared.some(({ against }) => against)
        ? summed(compared.flatMap(({ against }) => against ?? []))
        : null,
    }));
}

interface Placed {
  readonly section: { readonly id: Id; readonly roadmapId: Id; readonly parentId: Id | null };
}

function nested<Row extends Placed>(rows: readonly Row[], roadmapId: Id, parentId: Id | null): Row[] {
  return rows
    .filter(({ section }) => section.roadmapId === roadmapId && section.parentId === parentId)
    .flatMap((row) => [row, ...nested(rows, roadmapId, row.section.id)]);
}

function summed(all: readonly OutcomeCounts[]): OutcomeCounts {
  return outcomeCounts(
    all.flatMap((counts) => Object.entries(counts).map(([outcome, count]) => ({ outcome, count }) as OutcomeAmount)),
  );
}
