import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { GatherRequest, RequestContext, Upload, UseCaseContext } from "#platform/http/route.ts";
import type { StoredFile } from "../model/contract.ts";
import { mayUpload } from "../model/policy.ts";
import { fileProblem } from "../model/problems.ts";
import { MOST_UNFINISHED, partFault, type Coming, type ComingList, type StartUpload } from "../model/uploads.ts";
import { checkPlace } from "./check-place.ts";
import { holdContent } from "./content-lock.ts";
import { gatherParts } from "./gather-parts.ts";
import type { Inspected } from "./inspect-upload.ts";
import { inspectUpload } from "./inspect-upload.ts";
import { keepUpload, organisationOf } from "./keep-upload.ts";
import { fileFacts } from "./public.ts";
import type { FileUploadTable } from "./tables.ts";
import type { Selectable } from "kysely";

interface Named {
  readonly territoryId: Id;
  readonly uploadId: Id;
}

type UploadRecord = Selectable<FileUploadTable>;

const presented = ({ id, name, bytes, received }: UploadRecord): Coming => ({
  id,
  name,
  bytes: Number(bytes),
  received: Number(received),
});

/** Begins a file that goes in parts; one of the same name, length and moment that was begun before goes on where it stopped. */
export async function startUpload(context: RequestContext<unknown, unknown, StartUpload>): Promise<Coming> {
  const { actor, tx, body, clock } = context;
  const { territoryId, name, bytes } = body;
  if (actor.kind !== "person" || !mayUpload(actor, territoryId)) throw commonProblem("not-found");
  const mine = await uploadsOf(tx, territoryId, actor.personId);
  const savedAt = new Date(body.savedAt);
  const same = mine.find(
    (one) => one.name === name && Number(one.bytes) === bytes && one.saved_at.getTime() === savedAt.getTime(),
  );
  if (same) return presented(same);
  if (mine.length >= MOST_UNFINISHED) throw fileProblem("quota-unfinished", { values: { most: MOST_UNFINISHED } });
  await checkPlace(context, { territoryId, organisationId: organisationOf(actor, territoryId), bytes });
  const row = {
    territory_id: territoryId,
    id: context.newId(),
    person_id: actor.personId,
    name,
    bytes,
    saved_at: savedAt,
    received: 0,
    touched_at: clock.now(),
    file_id: null,
  };
  await tx.insertInto("file_upload").values(row).execute();
  return presented(row);
}

/** What the person has begun to send and not ended. */
export async function listUploads(context: RequestContext<unknown, { territoryId: Id }, unknown>): Promise<ComingList> {
  const { actor, tx, query } = context;
  if (actor.kind !== "person" || !mayUpload(actor, query.territoryId)) throw commonProblem("not-found");
  return { items: (await uploadsOf(tx, query.territoryId, actor.personId)).map(presented) };
}

/** Keeps one part that begins exactly where the last one ended; any other is told where to begin. */
export async function takePart(context: RequestContext<Named, { offset: number }, unknown>): Promise<Coming> {
  const { tx, params, query, upload, clock } = context;
  if (!upload) throw commonProblem("bad-request");
  const row = await ownUpload(context, params);
  const coming = presented(row);
  const fault = row.file_id ? "upload-offset" : partFault(coming, { offset: query.offset, bytes: upload.bytes });
  if (fault) throw fileProblem(fault, { extra: { received: coming.received } });
  await holdContent(tx, upload.sha256);
  await context.files.adopt(upload);
  await tx
    .insertInto("file_upload_part")
    .values({
      territory_id: row.territory_id,
      upload_id: row.id,
      at_byte: query.offset,
      bytes: upload.bytes,
      sha256: upload.sha256,
    })
    .execute();
  const received = coming.received + upload.bytes;
  await tx
    .updateTable("file_upload")
    .set({ received, touched_at: clock.now() })
    .where("territory_id", "=", row.territory_id)
    .where("id", "=", row.id)
    .execute();
  return { ...coming, received };
}

/** Puts the parts together and looks at the whole as at any file, before the transaction opens; nothing where it was ended before. */
export async function gatherUpload({
  actor,
  params,
  body,
  files,
  read,
}: GatherRequest<Named, { sha256: string | null }>): Promise<{ upload: Upload | undefined; prepared: unknown }> {
  if (actor.kind !== "person") throw commonProblem("not-found");
  const found = await read(async (tx) => {
    const row = await uploadNamed(tx, params, actor.personId, false);
    const parts = await tx
      .selectFrom("file_upload_part")
      .where("territory_id", "=", params.territoryId)
      .where("upload_id", "=", params.uploadId)
      .select(["sha256"])
      .orderBy("at_byte")
      .execute();
    return { row, parts };
  });
  const { row, parts } = found;
  if (row.file_id) return { upload: undefined, prepared: undefined };
  const coming = presented(row);
  if (coming.received < coming.bytes) throw fileProblem("upload-offset", { extra: { received: coming.received } });
  const whole = await gatherParts(
    files,
    parts.map((part) => part.sha256),
  );
  try {
    if (body.sha256 && body.sha256 !== whole.sha256) throw fileProblem("upload-altered");
    const query = { territoryId: params.territoryId };
    return await inspectUpload({ ...whole, name: row.name.normalize("NFC") }, { actor, query, files });
  } catch (fault) {
    await files.drop(whole);
    throw fault;
  }
}

/** Makes the file of what was gathered; asked a second time, answers with the same file. */
export async function finishUpload(context: RequestContext<Named, unknown, unknown>): Promise<StoredFile> {
  const { tx, params, upload } = context;
  const { territoryId } = params;
  const row = await ownUpload(context, params);
  if (row.file_id) return (await fileFacts(tx, territoryId, [row.file_id])).get(row.file_id)!;
  // another request was quicker to begin anew
  if (!upload) throw fileProblem("upload-offset", { extra: { received: Number(row.received) } });
  const file = await keepUpload({ ...context, query: { territoryId }, prepared: context.prepared as Inspected });
  await tx
    .updateTable("file_upload")
    .set({ file_id: file.id })
    .where("territory_id", "=", territoryId)
    .where("id", "=", row.id)
    .execute();
  await tx
    .deleteFrom("file_upload_part")
    .where("territory_id", "=", territoryId)
    .where("upload_id", "=", row.id)
    .execute();
  return file;
}

/** Gives up what was begun; what it had brought goes with the next sweep. */
export async function dropUpload(context: RequestContext<Named, unknown, unknown>): Promise<ComingList> {
  const { tx, actor, params } = context;
  const row = await ownUpload(context, params);
  await tx.deleteFrom("file_upload").where("territory_id", "=", row.territory_id).where("id", "=", row.id).execute();
  if (actor.kind !== "person") throw commonProblem("not-found");
  return { items: (await uploadsOf(tx, params.territoryId, actor.personId)).map(presented) };
}

function uploadsOf(tx: Tx, territoryId: Id, personId: Id): Promise<UploadRecord[]> {
  return tx
    .selectFrom("file_upload")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("person_id", "=", personId)
    .where("file_id", "is", null)
    .orderBy("touched_at", "desc")
    .orderBy("id")
    .execute();
}

async function ownUpload({ actor, tx }: UseCaseContext, params: Named): Promise<UploadRecord> {
  if (actor.kind !== "person" || !mayUpload(actor, params.territoryId)) throw commonProblem("not-found");
  return uploadNamed(tx, params, actor.personId, true);
}

async function uploadNamed(tx: Tx, { territoryId, uploadId }: Named, personId: Id, lock: boolean) {
  const row = await tx
    .selectFrom("file_upload")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("id", "=", uploadId)
    .where("person_id", "=", personId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw commonProblem("not-found");
  return row;
}
