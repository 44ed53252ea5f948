import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { StoredFile } from "../model/contract.ts";
import { fileProblem } from "../model/problems.ts";
import { checkRecord } from "./check-place.ts";
import { askPreview } from "./draw-preview.ts";
import { holdContent } from "./content-lock.ts";
import { askText } from "./keep-text.ts";

export type FileOwnerKind = "report" | "paper" | "import";

/**
 * Gives an uploaded file to the record that cites it; from then on it is seen through that record. Only its uploader may give
 * it, and a file given once stays there. Giving it again to the same record changes nothing. A record holds so many files and no more.
 */
export async function claimFile(
  context: Pick<UseCaseContext, "tx" | "actor" | "files" | "send">,
  territoryId: Id,
  fileId: Id,
  ownerKind: FileOwnerKind,
  ownerId: Id,
): Promise<void> {
  const { tx, actor } = context;
  const file = await tx
    .selectFrom("stored_file")
    .select(["owner_kind", "owner_id", "uploaded_by", "bytes", "scan_state", "media_type"])
    .where("territory_id", "=", territoryId)
    .where("id", "=", fileId)
    .forUpdate()
    .executeTakeFirst();
  if (!file) throw commonProblem("not-found");
  if (file.owner_kind === ownerKind && file.owner_id === ownerId) return;
  const own = actor.kind === "system" || (actor.kind === "person" && actor.personId === file.uploaded_by);
  if (!own) throw commonProblem("not-found");
  if (file.owner_id !== null) throw fileProblem("file-taken");
  if (file.scan_state === "infected") throw fileProblem("file-infected");
  await checkRecord(context, territoryId, ownerKind, ownerId, file.bytes);
  await tx
    .updateTable("stored_file")
    .set({ owner_kind: ownerKind, owner_id: ownerId })
    .where("territory_id", "=", territoryId)
    .where("id", "=", fileId)
    .execute();
  await askPreview(context.send, territoryId, fileId, ownerKind);
  await askText(context.send, { territoryId, fileId, mediaType: file.media_type });
}

/** Refuses a file that may not be opened now: in quarantine, infected, or lost. */
export function requireOpen(file: {
  readonly scan_state: "none" | "waiting" | "clean" | "infected";
  readonly fault: "missing" | "altered" | null;
}): void {
  if (file.scan_state === "waiting") throw fileProblem("file-checking");
  if (file.scan_state === "infected") throw fileProblem("file-infected");
  if (file.fault !== null) throw fileProblem("file-lost");
}

/** How many files of the territories that `tx` sees are in quarantine since before an instant. */
export async function countUnchecked(tx: Tx, before: Date): Promise<number> {
  const { count } = await tx
    .selectFrom("stored_file")
    .where("scan_state", "=", "waiting")
    .where("uploaded_at", "<", before)
    .select((of) => of.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Keeps a content that has no row of its own among the files, as a pasted table: its hash, once it lies in the store. */
export async function keepContent(
  { tx, files }: Pick<UseCaseContext, "tx" | "files">,
  content: Parameters<UseCaseContext["files"]["receive"]>[0],
): Promise<string> {
  const received = await files.receive(content);
  try {
    await files.carry(received);
    await holdContent(tx, received.sha256);
    await files.adopt(received);
    return received.sha256;
  } finally {
    await files.drop(received);
  }
}

/** Names, types, sizes and states of files, with their pictures, by id. */
export async function fileFacts(
  tx: Tx,
  territoryId: Id,
  fileIds: readonly Id[],
): Promise<ReadonlyMap<Id, Required<StoredFile>>> {
  if (fileIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("stored_file as f")
    .leftJoin("file_preview as p", (join) =>
      join.onRef("p.territory_id", "=", "f.territory_id").onRef("p.file_id", "=", "f.id").on("p.size", "=", "small"),
    )
    .select([
      "f.id",
      "f.name",
      "f.media_type",
      "f.bytes",
      "f.scan_state",
      "f.fault",
      "f.opens_inline",
      "p.width",
      "p.height",
    ])
    .where("f.territory_id", "=", territoryId)
    .where("f.id", "in", fileIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        mediaType: row.media_type,
        bytes: row.bytes,
        state: stateOf(row),
        inline: row.opens_inline,
        preview: row.width && row.height ? { width: row.width, height: row.height } : null,
      },
    ]),
  );
}

function stateOf(file: { readonly scan_state: string; readonly fault: string | null }): Required<StoredFile>["state"] {
  if (file.scan_state === "infected") return "infected";
  if (file.scan_state === "waiting") return "checking";
  return file.fault === null ? "open" : "lost";
}

export { importsSeen } from "./owners.ts";
