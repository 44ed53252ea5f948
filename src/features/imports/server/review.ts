import type { UseCaseContext } from "#platform/http/route.ts";
import { registryFor } from "#features/places/model/registry.ts";
import { dictionaryOf, registryOf, timeZoneOf } from "#features/places/server/public.ts";
import { decisionsIn, editsIn, ImportSettings, Taken } from "../model/contract.ts";
import { draftOf, type Drafted } from "../model/draft.ts";
import { districtOf, type District } from "../model/district.ts";
import { editedSource } from "../model/edited-source.ts";
import type { Source } from "../model/source.ts";
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
  const source = editedSource(sourceOf(row), editsIn(taken));
  const kept = ImportSettings.parse(row.settings);
  const district = districtOf(
    registryFor(await registryOf(tx, territoryId), row.owner_organisation_id),
    await dictionaryOf(tx, territoryId),
    clock.today(await timeZoneOf(tx, territoryId)),
  );
  const drafted = draftOf(source, kept, decisionsIn(taken), district);
  return { source, kept, settings: drafted.settings, taken, district, drafted };
}

/** The steps of the officer so far, oldest first. */
export function takenOf(row: ImportRecord): Taken[] {
  return Taken.array().parse(row.decisions);
}

/** The stored reading, as the reader wrote it. */
export function sourceOf(row: ImportRecord): Source {
  return { grids: row.grids as Source["grids"], reading: row.reading as Source["reading"] };
}
