import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { fileProblem } from "../model/problems.ts";

export type FileOwnerKind = "report" | "paper" | "import";

/**
 * Gives an uploaded file to the record that cites it; from then on it is seen through that record. Only its uploader may give
 * it, and a file given once stays there. Giving it again to the same record changes nothing.
 */
export async function claimFile(
  context: Pick<UseCaseContext, "tx" | "actor">,
  territoryId: Id,
  fileId: Id,
  ownerKind: FileOwnerKind,
  ownerId: Id,
): Promise<void> {
  const { tx, actor } = context;
  const file = await tx
    .selectFrom("stored_file")
    .select(["owner_kind", "owner_id", "uploaded_by"])
    .where("territory_id", "=", territoryId)
    .where("id", "=", fileId)
    .forUpdate()
    .executeTakeFirst();
  if (!file) throw commonProblem("not-found");
  if (file.owner_kind === ownerKind && file.owner_id === ownerId) return;
  const own = actor.kind === "system" || (actor.kind === "person" && actor.personId === file.uploaded_by);
  if (!own) throw commonProblem("not-found");
  if (file.owner_id !== null) throw fileProblem("file-taken");
  await tx
    .updateTable("stored_file")
    .set({ owner_kind: ownerKind, owner_id: ownerId })
    .where("territory_id", "=", territoryId)
    .where("id", "=", fileId)
    .execute();
}

/** Names, types and sizes of files, by id. */
export async function fileFacts(tx: Tx, territoryId: Id, fileIds: readonly Id[]) {
  if (fileIds.length === 0) return new Map<Id, { id: Id; name: string; mediaType: string; bytes: number }>();
  const rows = await tx
    .selectFrom("stored_file")
    .select(["id", "name", "media_type", "bytes"])
    .where("territory_id", "=", territoryId)
    .where("id", "in", fileIds)
    .execute();
  return new Map(
    rows.map((row) => [row.id, { id: row.id, name: row.name, mediaType: row.media_type, bytes: row.bytes }]),
  );
}
