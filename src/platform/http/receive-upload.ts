import type { FastifyRequest } from "fastify";
import type { Actor } from "#shared/actor.ts";
import { commonProblem } from "#shared/problem.ts";
import type { FileStore } from "#platform/files/store.ts";
import { checked } from "./parse.ts";
import type { Route, Upload } from "./route.ts";
import { takeTurn } from "./upload-turns.ts";

/** What was made ready before the transaction opens. */
export interface ReceivedInput {
  readonly upload: Upload | undefined;
  readonly prepared: unknown;
  /** gives the turn of a file back */
  readonly leave?: () => void;
}

/** Puts a file together from what the server has, in the person's turn. */
export async function gatherUpload(
  { limits }: FileStore,
  route: Route,
  request: Parameters<NonNullable<Route["gather"]>>[0],
): Promise<ReceivedInput> {
  const leave = takeTurn(request.actor, limits.uploadsAtOnce);
  try {
    return { ...(await route.gather!(request)), leave };
  } catch (fault) {
    leave();
    throw fault;
  }
}

/** Takes the file of the request to the disk, in the person's turn, and lets the route look at it. Nothing is left behind where it fails. */
export async function receiveUpload(
  files: FileStore,
  route: Route,
  request: FastifyRequest,
  actor: Actor,
  prepared: unknown,
): Promise<ReceivedInput> {
  const leave = takeTurn(actor, files.limits.uploadsAtOnce);
  try {
    const query: unknown = route.received && checked(route.query, request.query);
    const upload = await receive(files, request);
    if (!route.received) return { upload, prepared, leave };
    try {
      return { ...(await route.received(upload, { actor, query, files })), leave };
    } catch (fault) {
      await files.drop(upload);
      throw fault;
    }
  } catch (fault) {
    leave();
    throw fault;
  }
}

async function receive(files: FileStore, request: FastifyRequest): Promise<Upload> {
  // whoever left before the file is asked for sends nothing more, not even an end: it would be waited for until the program stops
  if (request.raw.destroyed) throw commonProblem("bad-request", { fields: { file: "Файл не дошёл. Повторите." } });
  const part = request.isMultipart() ? await request.file().catch(badEnvelope) : undefined;
  if (!part) throw commonProblem("bad-request", { fields: { file: "Файл не выбран. Выберите файл и повторите." } });
  const received = await files
    .receive(part.file)
    .catch((fault: Error) => (fault === part.file.errored ? badEnvelope(fault) : Promise.reject(fault)));
  // a part of a plain kind may come without a name
  const name = (part.filename as string | undefined) ?? "";
  return { name: name.normalize("NFC"), ...received };
}

/** An envelope without a boundary or cut short is the sender's fault, whatever its parser throws. */
function badEnvelope(fault: Error & { readonly statusCode?: number }): never {
  throw fault.statusCode ? fault : commonProblem("bad-request", { fields: { file: "Файл не дошёл. Повторите." } });
}
