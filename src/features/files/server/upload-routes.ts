import { personOnly, route, signedIn, type Route } from "#platform/http/route.ts";
import { StoredFile } from "../model/contract.ts";
import { FILE_PROBLEMS } from "../model/problems.ts";
import {
  Coming,
  ComingList,
  FinishUpload,
  PartQuery,
  StartUpload,
  UploadParams,
  UploadsQuery,
} from "../model/uploads.ts";
import { dropUpload, finishUpload, gatherUpload, listUploads, startUpload, takePart } from "./upload-parts.ts";

const PARTS = ["file_upload", "file_upload_part"];
const PATH = "/api/uploads/:territoryId/:uploadId";

/** A file in parts: begun, gone on where a line was lost, ended as any other file. */
export const uploadRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/uploads",
    action: "upload.list",
    summary: "Files one has begun to send and not ended",
    policy: signedIn,
    query: UploadsQuery,
    reply: ComingList,
    problems: {},
    touches: PARTS,
    handle: listUploads,
  }),
  route({
    method: "POST",
    path: "/api/uploads",
    action: "upload.start",
    summary: "Begin a file that goes in parts, or go on with the same one",
    policy: personOnly,
    body: StartUpload,
    reply: Coming,
    problems: FILE_PROBLEMS,
    touches: [...PARTS, "stored_file"],
    // the same file begun twice is one
    replay: "never",
    handle: startUpload,
  }),
  route({
    method: "PUT",
    path: PATH,
    action: "upload.part",
    summary: "The next part, as a multipart file; `offset` is where it begins",
    policy: personOnly,
    params: UploadParams,
    query: PartQuery,
    reply: Coming,
    problems: FILE_PROBLEMS,
    touches: PARTS,
    takesFile: true,
    // a part sent twice does not begin where the last one ended
    replay: "never",
    received: async (upload, { files }) => {
      await files.carry(upload);
      return { upload, prepared: undefined };
    },
    handle: takePart,
  }),
  route({
    method: "POST",
    path: `${PATH}/finish`,
    action: "upload.finish",
    summary: "Make one file of the parts, looked at as any other",
    policy: personOnly,
    params: UploadParams,
    body: FinishUpload,
    reply: StoredFile,
    problems: FILE_PROBLEMS,
    touches: [...PARTS, "stored_file"],
    // asked again, it answers with the same file
    replay: "never",
    gather: gatherUpload,
    handle: finishUpload,
  }),
  route({
    method: "DELETE",
    path: PATH,
    action: "upload.drop",
    summary: "Give up a file that was begun",
    policy: personOnly,
    params: UploadParams,
    reply: ComingList,
    problems: {},
    touches: PARTS,
    handle: dropUpload,
  }),
];
