import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { registryFor } from "#features/places/model/registry.ts";
import { dictionaryOf, registryOf, timeZoneOf } from "#features/places/server/public.ts";
import { decisionsIn, editsIn, ImportSettings, Taken } from "../model/contract.ts";
import { draftOf, type Drafted } from "../model/draft.ts";
import { districtOf, type District } from "../model/district.ts";
import { editedSource } from "../model/edited-source.ts";
import type { Source } from "../model/source.ts";
import { editsInForce } from "../model/table-edits.ts";
import type { ImportRecord } from "./load-import.ts";

export interface OpenReview {
  /** the document with the officer's word on its tables, columns and rows */
  readonly source: Source;
  /** as stored, and with the years that the answers name */
  readonly kept: ImportSettings;
  readonly settings: ImportSettings;
  /** every step so far, answers and edits */
  readonly taken: readonly Taken[];
  readonly district: District;
  readonly drafted: Drafted;
}

/** The review of an import as it stands: what was read and answered, understood with the district as it is today. */
export async function openReview(context: UseCaseContext, row: ImportRecord): Promise<OpenReview> {
  const { tx, clock } = context;
  const territoryId = row.territory_id;
  const taken = takenOf(row);
  const source = reviewedSource(row, taken);
  const kept = ImportSettings.parse(row.settings);
  const district = districtOf(
    registryFor(await registryOf(tx, territoryId), row.owner_organisation_id),
    await dictionaryOf(tx, territoryId),
    clock.today(await timeZoneOf(tx, territoryId)),
  );
  const drafted = draftOf(source, kept, decisionsIn(taken), district);
  return { source, kept, settings: drafted.settings, taken, district, drafted };
}

const MOST_KEPT = 8;
const understood = new Map<Id, { readonly edits: string; readonly source: Source }>();

/**
 * The document with the edits in force. A stored reading never changes, and to understand a document anew takes as long as all the rest of
 * an answer: what was made of the documents reviewed last is kept until an edit.
 */
export function reviewedSource(row: ImportRecord, taken: readonly Taken[]): Source {
  const inForce = editsInForce(editsIn(taken));
  if (inForce.length === 0) return sourceOf(row);
  const edits = JSON.stringify(inForce);
  const known = understood.get(row.id);
  const source = known?.edits === edits ? known.source : editedSource(sourceOf(row), inForce);
  understood.delete(row.id);
  understood.set(row.id, { edits, source });
  const [oldest] = understood.keys();
  if (understood.size > MOST_KEPT && oldest !== undefined) understood.delete(oldest);
  return source;
}

/** The steps of the officer so far, oldest first. */
export function takenOf(row: ImportRecord): Taken[] {
  return Taken.array().parse(row.decisions);
}

/** The stored reading, as the reader wrote it. */
export function sourceOf(row: ImportRecord): Source {
  return { grids: row.grids as Source["grids"], reading: row.reading as Source["reading"] };
}
