import { readFile, writeFile } from "node:fs/promises";
import type { Result } from "#shared/result.ts";
import type { FileRefusal } from "../model/media.ts";
import { openDocument } from "#platform/office/open-document.ts";
import { fileTextOf } from "../model/file-text.ts";
import type { FileText } from "../model/file-text-contract.ts";
import { withoutHeicMetadata } from "./clean-heic.ts";
import { cleanPicture, drawPreviews, type PreviewSizes } from "./draw-picture.ts";
import { lookInto, type Look } from "./look-into.ts";

/** Work on one file that may take long or be made to take everything: done in a process of its own. */
export type FileTask =
  | { readonly kind: "look"; readonly path: string; readonly name: string }
  | { readonly kind: "clean"; readonly path: string; readonly into: string; readonly mediaType: string }
  | { readonly kind: "draw"; readonly path: string; readonly into: string }
  | { readonly kind: "text"; readonly path: string; readonly name: string };

export type FileAnswer =
  | { readonly kind: "look"; readonly look: Result<Look, FileRefusal> }
  | { readonly kind: "clean" }
  | { readonly kind: "draw"; readonly sizes: PreviewSizes }
  | { readonly kind: "text"; readonly text: FileText }
  /** the file cannot be opened, or is beyond the bounds; `isPassing`: nothing was learnt of the file itself, it took too long or too much */
  | { readonly kind: "failed"; readonly isPassing?: true };

/** Does one task; never throws. */
export async function doFileTask(task: FileTask): Promise<FileAnswer> {
  try {
    if (task.kind === "look") return { kind: "look", look: lookInto(await readFile(task.path), task.name) };
    if (task.kind === "draw") return { kind: "draw", sizes: await drawPreviews(task.path, task.into) };
    if (task.kind === "text") return await textOf(await readFile(task.path), task.name);
    if (task.mediaType === "image/heic") await writeFile(task.into, withoutHeicMetadata(await readFile(task.path)));
    else await cleanPicture(task.path, task.into, task.mediaType);
    return { kind: "clean" };
  } catch {
    return { kind: "failed" };
  }
}

/** Without an office program: whoever looks at a file must not wait for one to start. */
async function textOf(bytes: Uint8Array, name: string): Promise<FileAnswer> {
  const read = await openDocument(bytes, name, { program: null });
  return read.ok ? { kind: "text", text: fileTextOf(read.value.blocks) } : { kind: "failed" };
}
