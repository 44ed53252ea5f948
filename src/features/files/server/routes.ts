import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import { FileMissingError } from "#platform/files/limits.ts";
import { download, personOnly, route, signedIn, type Route, type UseCaseContext } from "#platform/http/route.ts";
import { isKnown } from "#features/places/model/access.ts";
import { FileParams, PreviewQuery, StoredFile, UploadQuery } from "../model/contract.ts";
import { FILE_PROBLEMS, fileProblem } from "../model/problems.ts";
import { hasText } from "../model/file-text.ts";
import { inspectUpload } from "./inspect-upload.ts";
import { keepUpload } from "./keep-upload.ts";
import { textReply } from "./read-text.ts";
import { requireOpen, type FileOwnerKind } from "./public.ts";

/** Whether the actor sees the record that owns a file; each owning slice answers for its own. */
export type OwnerSeen = (context: UseCaseContext, territoryId: Id, ownerId: Id) => Promise<boolean>;

type Owners = Readonly<Record<FileOwnerKind, OwnerSeen>>;

/** Files go up without an owner and come down through their owner: the owners' questions are handed in by the composition root. */
export function fileRoutes(owners: Owners): readonly Route[] {
  return [
    route({
      method: "POST",
      path: "/api/files",
      action: "file.upload",
      summary: "Put up a file, to be cited by a report, paper or import",
      policy: personOnly,
      query: UploadQuery,
      reply: StoredFile,
      problems: FILE_PROBLEMS,
      touches: ["stored_file"],
      takesFile: true,
      received: inspectUpload,
      handle: keepUpload,
    }),
    route({
      method: "GET",
      path: "/api/files/:territoryId/:fileId",
      action: "file.download",
      summary: "A file, to whoever sees what owns it",
      policy: signedIn,
      params: FileParams,
      problems: FILE_PROBLEMS,
      touches: ["stored_file"],
      handle: async (context) => {
        const file = await seenFile(context, owners, context.params);
        requireOpen(file);
        return download(await opened(context, file.sha256), file.name, file.media_type, file.opens_inline);
      },
    }),
    route({
      method: "GET",
      path: "/api/files/:territoryId/:fileId/text",
      action: "file.text",
      summary: "The words of a document, to whoever sees what owns it; null where they cannot be read",
      policy: signedIn,
      params: FileParams,
      problems: FILE_PROBLEMS,
      touches: ["stored_file"],
      handle: async (context) => {
        const file = await seenFile(context, owners, context.params);
        requireOpen(file);
        if (!hasText(file.media_type)) throw fileProblem("file-wordless");
        return textReply(context.files, await opened(context, file.sha256), file.name);
      },
    }),
    route({
      method: "GET",
      path: "/api/files/:territoryId/:fileId/preview",
      action: "file.preview",
      summary: "A picture of the first page of a file, to whoever sees what owns it",
      policy: signedIn,
      params: FileParams,
      query: PreviewQuery,
      problems: FILE_PROBLEMS,
      touches: ["stored_file", "file_preview"],
      handle: async (context) => {
        const file = await seenFile(context, owners, context.params);
        requireOpen(file);
        const preview = await context.tx
          .selectFrom("file_preview")
          .where("territory_id", "=", file.territory_id)
          .where("file_id", "=", file.id)
          .where("size", "=", context.query.size)
          .select("sha256")
          .executeTakeFirst();
        if (!preview) throw commonProblem("not-found");
        const reply = download(await opened(context, preview.sha256), `${file.name}.webp`, "image/webp", true);
        // the content under an address never changes; nobody but this browser may keep it
        return { ...reply, headers: { ...reply.headers, "cache-control": "private, max-age=3600" } };
      },
    }),
  ];
}

/** The row of a file that the actor may see: through its owner, or as the one who put it up. */
async function seenFile(context: UseCaseContext, owners: Owners, params: { territoryId: Id; fileId: Id }) {
  const file = await context.tx
    .selectFrom("stored_file")
    .selectAll()
    .where("territory_id", "=", params.territoryId)
    .where("id", "=", params.fileId)
    .executeTakeFirst();
  if (!file) throw commonProblem("not-found");
  const own = isKnown(context.actor) && context.actor.personId === file.uploaded_by;
  const seen =
    file.owner_kind !== null && file.owner_id !== null
      ? await owners[file.owner_kind](context, params.territoryId, file.owner_id)
      : own;
  if (!seen) throw commonProblem("not-found");
  return file;
}

async function opened({ files }: UseCaseContext, sha256: string) {
  try {
    return await files.open(sha256);
  } catch (fault) {
    throw fault instanceof FileMissingError ? fileProblem("file-lost") : fault;
  }
}
