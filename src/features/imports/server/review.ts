import type { UseCaseContext } from "#platform/http/route.ts";
import { registryFor } from "#features/places/model/registry.ts";
import { dictionaryOf, registryOf, timeZoneOf } from "#features/places/server/public.ts";
import { TakenDecision, ImportSettings } from "../model/contract.ts";
import { draftOf, type Drafted } from "../model/draft.ts";
import { districtOf, type District } from "../model/district.ts";
import type { Source } from "../model/source.ts";
import type { ImportRecord } from "./load-import.ts";

export interface OpenReview {
  readonly source: Source;
  /** as stored, and with the years that the answers name */
  readonly kept: ImportSettings;
  readonly settings: ImportSettings;
  readonly decisions: readonly TakenDecision[];
  readonly district: District;
  readonly drafted: Drafted;
}

/** The review of an import as it stands: what was read and answered, understood with the district as it is today. */
export async function openReview(context: UseCaseContext, row: ImportRecord): Promise<OpenReview> {
  const { tx, clock } = context;
  const territoryId = row.territory_id;
  const source = sourceOf(row);
  const kept = ImportSettings.parse(row.settings);
  const decisions = TakenDecision.array().parse(row.decisions);
  const district = districtOf(
    registryFor(await registryOf(tx, territoryId), row.owner_organisation_id),
    await dictionaryOf(tx, territoryId),
    clock.today(await timeZoneOf(tx, territoryId)),
  );
  const drafted = draftOf(source, kept, decisions, district);
  return { source, kept, settings: drafted.settings, decisions, district, drafted };
}

/** The stored reading, as the reader wrote it. */
export function sourceOf(row: ImportRecord): Source {
  return { grids: row.grids as Source["grids"], reading: row.reading as Source["reading"] };
}
