import { createReadStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import { ScannerLimitError, ScannerSilentError } from "#platform/files/scanner.ts";
import type { FileStore } from "#platform/files/store.ts";
import type { ReceivedRequest, Upload } from "#platform/http/route.ts";
import { mediaTypeOf, type FileRefusal } from "../model/media.ts";
import { mayUpload } from "../model/policy.ts";
import { fileProblem } from "../model/problems.ts";
import { doApart } from "./do-apart.ts";
import { doFileTask, type FileAnswer } from "./file-task.ts";
import type { Look } from "./look-into.ts";

/** What is known of a received file before its row is written. */
export interface Inspected extends Look {
  readonly scanState: "none" | "clean" | "waiting";
}

const refuse = (code: FileRefusal | "file-unscannable") =>
  fileProblem(code, { fields: { file: fileProblem(code).message } });

/**
 * Looks at a received file, draws a photograph anew without what it tells beside its pixels, asks the scanner, and brings the file to where
 * it will lie. All of it before the transaction opens. A scanner that is silent leaves the file in quarantine.
 */
export async function inspectUpload(
  upload: Upload,
  { actor, query, files }: ReceivedRequest<{ territoryId: Id }>,
): Promise<{ upload: Upload; prepared: Inspected }> {
  if (!mayUpload(actor, query.territoryId)) throw commonProblem("not-found");
  if (upload.bytes === 0) throw refuse("file-empty");
  const seen = await lookAt(upload);
  if (seen.kind !== "look") throw refuse("file-damaged");
  if (!seen.look.ok) throw refuse(seen.look.refusal);
  const look = seen.look.value;
  const kept = look.mediaType.startsWith("image/") ? await drawnAnew(files, upload, look.mediaType) : upload;
  try {
    const scanState = await scanned(files, kept);
    await files.carry(kept);
    return { upload: kept, prepared: { ...look, scanState } };
  } catch (fault) {
    if (kept !== upload) await files.drop(kept);
    throw fault;
  }
}

/** A small file is looked at in place, and a photograph is known by its first bytes; a process of its own costs more than they do. */
const SMALL_BYTES = 1024 * 1024;

async function lookAt(upload: Upload): Promise<FileAnswer> {
  const task = { kind: "look", path: upload.path, name: upload.name } as const;
  return upload.bytes <= SMALL_BYTES || (await isPicture(upload.path)) ? doFileTask(task) : doApart(task);
}

async function isPicture(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(12);
    await file.read(head, 0, 12, 0);
    const type = mediaTypeOf(new Uint8Array(head), "");
    return type.ok && type.value.startsWith("image/");
  } finally {
    await file.close();
  }
}

/** The photograph without metadata in the place of the one that was sent; that one is dropped. */
async function drawnAnew(files: FileStore, upload: Upload, mediaType: string): Promise<Upload> {
  // beside the received file, so that a run cut short clears it too
  const into = `${upload.path}-clean`;
  try {
    const { kind } = await doApart({ kind: "clean", path: upload.path, into, mediaType });
    if (kind !== "clean") throw refuse("file-picture");
    const drawn = await files.receive(createReadStream(into));
    await files.drop(upload);
    return { ...drawn, name: upload.name, sentAs: upload.sha256 };
  } finally {
    await rm(into, { force: true });
  }
}

async function scanned(files: FileStore, upload: Upload): Promise<Inspected["scanState"]> {
  if (!files.scanner) return "none";
  try {
    if (await files.scanner.findVirus(createReadStream(upload.path))) throw refuse("file-infected");
    return "clean";
  } catch (fault) {
    // it would wait for ever
    if (fault instanceof ScannerLimitError) throw refuse("file-unscannable");
    if (fault instanceof ScannerSilentError) return "waiting";
    throw fault;
  }
}
