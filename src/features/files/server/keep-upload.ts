import { commonProblem } from "#shared/problem.ts";
import type { RequestContext } from "#platform/http/route.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { StoredFile } from "../model/contract.ts";
import { keptName } from "../model/kept-name.ts";
import { mayUpload } from "../model/policy.ts";
import { checkPlace } from "./check-place.ts";
import { holdContent } from "./content-lock.ts";
import type { Inspected } from "./inspect-upload.ts";
import { FILE_SCAN } from "./scan-file.ts";

/** The organisation for which a person puts files up: quotas are counted by it. */
export function organisationOf(actor: Extract<Actor, { kind: "person" }>, territoryId: Id): Id | null {
  const held = actor.assignments.find((one) => one.territoryId === territoryId && one.organisationId !== null);
  return held?.organisationId ?? null;
}

/** Writes the row of a file already on the disk. It has no owner until a report, paper or import cites it. */
export async function keepUpload(context: RequestContext<unknown, { territoryId: Id }, unknown>): Promise<StoredFile> {
  const { actor, upload, tx, query } = context;
  if (actor.kind !== "person" || !upload) throw commonProblem("bad-request");
  if (!mayUpload(actor, query.territoryId)) throw commonProblem("not-found");
  const { mediaType, opensInline, scanState } = context.prepared as Inspected;
  const organisationId = organisationOf(actor, query.territoryId);
  await checkPlace(context, { territoryId: query.territoryId, organisationId, bytes: upload.bytes });
  await holdContent(tx, upload.sha256);
  await context.files.adopt(upload);
  // what had been lost or altered is whole again
  await tx
    .updateTable("stored_file")
    .set({ fault: null })
    .where("territory_id", "=", query.territoryId)
    .where("sha256", "=", upload.sha256)
    .where("fault", "is not", null)
    .execute();
  const id = context.newId();
  const name = keptName(upload.name, mediaType);
  await tx
    .insertInto("stored_file")
    .values({
      territory_id: query.territoryId,
      id,
      sha256: upload.sha256,
      name,
      media_type: mediaType,
      bytes: upload.bytes,
      owner_kind: null,
      owner_id: null,
      uploaded_by: actor.personId,
      uploaded_at: context.clock.now(),
      opens_inline: opensInline,
      scan_state: scanState,
      organisation_id: organisationId,
    })
    .execute();
  if (scanState === "waiting") await context.send(FILE_SCAN, { territoryId: query.territoryId, fileId: id });
  await context.journal({
    territoryId: query.territoryId,
    action: "file.upload",
    subjectKind: "file",
    subjectId: id,
    detail: { bytes: upload.bytes, mediaType, scanState },
  });
  return {
    id,
    name,
    mediaType,
    bytes: upload.bytes,
    state: scanState === "waiting" ? "checking" : "open",
    inline: opensInline,
    preview: null,
  };
}
