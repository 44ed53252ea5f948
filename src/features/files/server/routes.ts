import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import { download, personOnly, route, signedIn, type Route, type UseCaseContext } from "#platform/http/route.ts";
import { isKnown } from "#features/places/model/access.ts";
import { FileParams, StoredFile, UploadQuery } from "../model/contract.ts";
import { opensInline } from "../model/media.ts";
import { FILE_PROBLEMS } from "../model/problems.ts";
import { keepUpload } from "./keep-upload.ts";
import type { FileOwnerKind } from "./public.ts";

/** Whether the actor sees the record that owns a file; each owning slice answers for its own. */
export type OwnerSeen = (context: UseCaseContext, territoryId: Id, ownerId: Id) => Promise<boolean>;

/** Files go up without an owner and come down through their owner: the owners' questions are handed in by the composition root. */
export function fileRoutes(owners: Readonly<Record<FileOwnerKind, OwnerSeen>>): readonly Route[] {
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
      handle: keepUpload,
    }),
    route({
      method: "GET",
      path: "/api/files/:territoryId/:fileId",
      action: "file.download",
      summary: "A file, to whoever sees what owns it",
      policy: signedIn,
      params: FileParams,
      problems: {},
      touches: ["stored_file"],
      handle: async (context) => {
        const { tx, actor, params, files } = context;
        const file = await tx
          .selectFrom("stored_file")
          .selectAll()
          .where("territory_id", "=", params.territoryId)
          .where("id", "=", params.fileId)
          .executeTakeFirst();
        if (!file) throw commonProblem("not-found");
        const own = isKnown(actor) && actor.personId === file.uploaded_by;
        const seen =
          file.owner_kind !== null && file.owner_id !== null
            ? await owners[file.owner_kind](context, params.territoryId, file.owner_id)
            : own;
        if (!seen) throw commonProblem("not-found");
        return download(await files.open(file.sha256), file.name, file.media_type, opensInline(file.media_type));
      },
    }),
  ];
}
