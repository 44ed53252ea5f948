import { Readable } from "node:stream";
import type { z } from "zod";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { created } from "#platform/journal/change.ts";
import { claimFile, keepContent, requireOpen } from "#features/files/server/public.ts";
import { openAmendable } from "#features/programmes/server/public.ts";
import type { StartImport } from "../model/contract.ts";
import { worksOnImport } from "../model/policy.ts";
import { importProblem } from "../model/problems.ts";
import { unreadableType } from "../model/readable-file.ts";
import { FIRST_STEP } from "../model/reading-step.ts";
import { IMPORT_READ } from "./read-import.ts";

/** Takes a document in and asks the worker to read it. An uploaded file is from now on seen through the import. */
export async function startImport(context: UseCaseContext, body: z.output<typeof StartImport>): Promise<{ id: Id }> {
  const { actor, tx } = context;
  const { territoryId, fileId, pasted, amends } = body;
  // an amendment is of the owner of its programme, whoever was named
  const ownerOrganisationId = amends
    ? (await openAmendable(context, territoryId, amends)).programme.ownerOrganisationId
    : body.ownerOrganisationId;
  if (actor.kind !== "person" || !worksOnImport(actor, { territoryId, ownerOrganisationId }))
    throw commonProblem("not-found");
  if ((fileId === null) === (pasted === null)) throw importProblem("nothing-given");
  const id = context.newId();
  const document = fileId === null ? await keepPasted(context, pasted!) : await fileOf(context, territoryId, fileId);
  await tx
    .insertInto("document_import")
    .values({
      territory_id: territoryId,
      id,
      programme_id: null,
      amends_programme_id: amends,
      owner_organisation_id: ownerOrganisationId,
      file_id: fileId,
      name: document.name,
      sha256: document.sha256,
      status: "reading",
      stage: FIRST_STEP,
      created_by: actor.personId,
      created_at: context.clock.now(),
    })
    .execute();
  if (fileId !== null) await claimFile(context, territoryId, fileId, "import", id);
  await context.send(IMPORT_READ, { territoryId, importId: id });
  await context.journal({
    territoryId,
    action: "import.start",
    subjectKind: "import",
    subjectId: id,
    ...(amends && { programmeId: amends }),
    changes: created({ name: document.name, fileId, ownerOrganisationId }),
  });
  return { id };
}

async function fileOf({ tx, actor }: UseCaseContext, territoryId: Id, fileId: Id) {
  const file = await tx
    .selectFrom("stored_file")
    .where("territory_id", "=", territoryId)
    .where("id", "=", fileId)
    .select(["name", "sha256", "uploaded_by", "media_type", "scan_state", "fault"])
    .executeTakeFirst();
  if (!file || actor.kind !== "person" || file.uploaded_by !== actor.personId) throw commonProblem("not-found");
  requireOpen(file);
  const unreadable = unreadableType(file.media_type);
  if (unreadable) throw importProblem(unreadable);
  return { name: file.name, sha256: file.sha256 };
}

/** What was pasted is kept as its bytes, named as text or as a page by what it holds. */
async function keepPasted(context: UseCaseContext, { name, text }: { name: string; text: string }) {
  const isHtml = /<(?:table|html|body|meta)[\s>]/i.test(text.slice(0, 2000));
  const sha256 = await keepContent(context, Readable.from([Buffer.from(text, "utf8")]));
  return { name: /\.(?:txt|html)$/i.test(name) ? name : `${name}.${isHtml ? "html" : "txt"}`, sha256 };
}
