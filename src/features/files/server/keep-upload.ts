import { commonProblem } from "#shared/problem.ts";
import type { RequestContext } from "#platform/http/route.ts";
import type { Id } from "#shared/ids.ts";
import type { StoredFile } from "../model/contract.ts";
import { mediaTypeOf } from "../model/media.ts";
import { mayUpload } from "../model/policy.ts";
import { fileProblem } from "../model/problems.ts";

/** Writes the row of a file already on the disk. It has no owner until a report, paper or import cites it. */
export async function keepUpload(context: RequestContext<unknown, { territoryId: Id }, unknown>): Promise<StoredFile> {
  const { actor, upload, tx, query } = context;
  if (actor.kind !== "person" || !upload) throw commonProblem("bad-request");
  if (!mayUpload(actor, query.territoryId)) throw commonProblem("not-found");
  if (upload.bytes === 0) throw fileProblem("file-empty");
  const type = mediaTypeOf(await context.files.readReceived(upload), upload.name);
  if (!type.ok) throw fileProblem(type.refusal, { fields: { file: fileProblem(type.refusal).message } });
  await context.files.adopt(upload);
  const id = context.newId();
  const name = upload.name.replace(/^.*[\\/]/, "").slice(0, 255) || "файл";
  await tx
    .insertInto("stored_file")
    .values({
      territory_id: query.territoryId,
      id,
      sha256: upload.sha256,
      name,
      media_type: type.value,
      bytes: upload.bytes,
      owner_kind: null,
      owner_id: null,
      uploaded_by: actor.personId,
      uploaded_at: context.clock.now(),
    })
    .execute();
  await context.journal({
    territoryId: query.territoryId,
    action: "file.upload",
    subjectKind: "file",
    subjectId: id,
    detail: { bytes: upload.bytes, mediaType: type.value },
  });
  return { id, name, mediaType: type.value, bytes: upload.bytes };
}
