import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { sizeInWords } from "../model/size.ts";
import { fileProblem } from "../model/problems.ts";

interface Coming {
  readonly territoryId: Id;
  readonly organisationId: Id | null;
  readonly bytes: number;
}

/**
 * Refuses a file for which there is no place left: of its uploader (files cited by nothing), of their organisation, of the territory. Two at
 * the same moment may both be let in: a quota is a fence, not a scale.
 */
export async function checkPlace(
  { tx, actor, files }: Pick<UseCaseContext, "tx" | "actor" | "files">,
  { territoryId, organisationId, bytes }: Coming,
): Promise<void> {
  const { territoryBytes, organisationBytes, looseFiles } = files.limits;
  const kept = tx.selectFrom("stored_file").where("territory_id", "=", territoryId);
  if (actor.kind === "person") {
    const { count } = await kept
      .where("uploaded_by", "=", actor.personId)
      .where("owner_kind", "is", null)
      .select((of) => of.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    if (count >= looseFiles) throw fileProblem("quota-loose", { values: { most: looseFiles } });
  }
  const sum = async (rows: typeof kept) =>
    Number(
      (await rows.select((of) => of.fn.sum<number | null>("bytes").as("bytes")).executeTakeFirstOrThrow()).bytes ?? 0,
    );
  if (organisationId !== null) {
    const taken = await sum(kept.where("organisation_id", "=", organisationId));
    if (taken + bytes > organisationBytes)
      throw fileProblem("quota-organisation", { values: { size: sizeInWords(taken) } });
  }
  const taken = await sum(kept);
  if (taken + bytes > territoryBytes) throw fileProblem("quota-territory", { values: { size: sizeInWords(taken) } });
}

/** Refuses one more file for a record that holds as many as it may. */
export async function checkRecord(
  { tx, files }: Pick<UseCaseContext, "tx" | "files">,
  territoryId: Id,
  ownerKind: "report" | "paper" | "import",
  ownerId: Id,
  bytes: number,
): Promise<void> {
  const { recordFiles, recordBytes } = files.limits;
  const held = await tx
    .selectFrom("stored_file")
    .where("territory_id", "=", territoryId)
    .where("owner_kind", "=", ownerKind)
    .where("owner_id", "=", ownerId)
    .select((of) => [of.fn.countAll<number>().as("count"), of.fn.sum<number | null>("bytes").as("bytes")])
    .executeTakeFirstOrThrow();
  if (held.count >= recordFiles || Number(held.bytes ?? 0) + bytes > recordBytes)
    throw fileProblem("quota-record", { values: { most: recordFiles, size: sizeInWords(recordBytes) } });
}
