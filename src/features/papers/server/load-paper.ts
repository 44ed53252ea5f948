import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Tx } from "#platform/db/database.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { OrganisationKind } from "#features/places/model/words.ts";
import type { PaperSeen } from "../model/contract.ts";
import { canSeePaper } from "../model/policy.ts";
import { paperName, type PaperKind } from "../model/words.ts";

export interface PaperRecord {
  readonly id: Id;
  readonly territory_id: Id;
  readonly kind: PaperKind;
  readonly number: string;
  readonly dated_on: LocalDate | null;
  readonly title: string;
  readonly issuer_organisation_id: Id | null;
  readonly issuer_kind: OrganisationKind | null;
  readonly issuer_name: string | null;
  readonly file_id: Id | null;
  readonly file_name: string | null;
  readonly file_type: string | null;
  readonly file_bytes: number | null;
  readonly version: number;
}

/** Papers of these territories with their issuer and file, before any filter. */
export function papersQuery(tx: Tx, territoryIds: readonly Id[]) {
  return tx
    .selectFrom("paper as p")
    .leftJoin("organisation as o", "o.id", "p.issuer_organisation_id")
    .leftJoin("stored_file as f", (join) =>
      join.onRef("f.id", "=", "p.file_id").onRef("f.territory_id", "=", "p.territory_id"),
    )
    .where("p.territory_id", "in", [...territoryIds])
    .select([
      "p.id",
      "p.territory_id",
      "p.kind",
      "p.number",
      "p.dated_on",
      "p.title",
      "p.issuer_organisation_id",
      "o.kind as issuer_kind",
      "o.short_name as issuer_name",
      "p.file_id",
      "f.name as file_name",
      "f.media_type as file_type",
      "f.bytes as file_bytes",
      "p.version",
    ]);
}

/** The paper, if the actor may see it; «not-found» otherwise. */
export async function loadPaper(context: UseCaseContext, territoryId: Id, paperId: Id): Promise<PaperRecord> {
  const row = await papersQuery(context.tx, [territoryId]).where("p.id", "=", paperId).executeTakeFirst();
  if (!row || !canSeePaper(context.actor, factsOf(row))) throw commonProblem("not-found");
  return row;
}

/** What of the paper decides who sees it. */
export function factsOf(row: PaperRecord) {
  return {
    territoryId: row.territory_id,
    issuerOrganisationId: row.issuer_organisation_id,
    issuerKind: row.issuer_kind,
  };
}

/** The paper as lists and citations show it. */
export function presentPaper(row: PaperRecord): PaperSeen {
  return {
    id: row.id,
    territoryId: row.territory_id,
    kind: row.kind,
    number: row.number,
    datedOn: row.dated_on,
    title: row.title,
    issuerOrganisationId: row.issuer_organisation_id,
    issuerName: row.issuer_name,
    name: paperName({
      kind: row.kind,
      number: row.number,
      datedOn: row.dated_on,
      issuerShortName: row.issuer_name,
    }),
    file:
      row.file_id === null
        ? null
        : {
            id: row.file_id,
            name: row.file_name ?? "файл",
            mediaType: row.file_type ?? "application/octet-stream",
            bytes: row.file_bytes ?? 0,
          },
    version: row.version,
  };
}
