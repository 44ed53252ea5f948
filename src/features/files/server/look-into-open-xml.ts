import { inflateRawSync } from "node:zlib";
import type { FileRefusal } from "../model/media.ts";
import { zipEntries, type ZipEntry } from "../model/zip-entries.ts";

/** of one part that tells of others */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_PARTS = 400;

/** Parts that hold code, whatever the document calls itself. */
const CODE = /(^|\/)(vbaProject\w*\.bin|vbaData\.xml)$|(^|\/)(macrosheets|activeX)\/|^(Basic|Scripts)\//i;
const CODE_TYPE =
  /ms-office\.vbaProject|ms-excel\.(intl)?macrosheet|(?<!sheet\.binary\.)macroEnabled|ms-office\.activeX/i;
/** Content brought from elsewhere as soon as the document is opened: a template with macros, an object, a frame. */
const BROUGHT = /relationships\/(attachedTemplate|oleObject|frame|subDocument|externalLinkPath)$/;

/** Why an Office document of parts is refused: broken, locked, with code under any name, or bringing content from the internet. */
export function openXmlRefusal(bytes: Uint8Array): FileRefusal | undefined {
  const entries = zipEntries(bytes);
  // broken: nothing more can be told of it than the names of its parts, which were looked at already, and its reader will say the rest
  if (!entries) return undefined;
  if (entries.some(({ locked }) => locked)) return "file-locked";
  if (entries.some(({ name }) => CODE.test(name))) return "file-macro";
  const telling = entries.filter(({ name }) => name === "[Content_Types].xml" || name.endsWith(".rels"));
  for (const entry of telling.slice(0, MOST_PARTS)) {
    const text = unpacked(bytes, entry);
    if (text === undefined) return "file-damaged";
    if (entry.name.endsWith(".rels") ? bringsCode(text) : CODE_TYPE.test(text)) return "file-macro";
    if (bringsFromAfar(text)) return "file-remote";
  }
  return undefined;
}

function unpacked(bytes: Uint8Array, { method, from, packed, size }: ZipEntry): string | undefined {
  const part = bytes.subarray(from, from + packed);
  if (method === 0) return Buffer.from(part).toString("utf8");
  if (method !== 8 || size > MOST_BYTES) return undefined;
  try {
    return inflateRawSync(part, { maxOutputLength: MOST_BYTES }).toString("utf8");
  } catch {
    return undefined;
  }
}

const bringsCode = (rels: string) => /relationships\/(vbaProject|xlMacrosheet|xlIntlMacrosheet|control)"/.test(rels);

/** Only what is fetched by itself and from the internet: links to be clicked are no harm, and templates on the own network are common. */
function bringsFromAfar(rels: string): boolean {
  return [...rels.matchAll(/<Relationship\b[^>]*>/g)].some(([one]) => {
    const said = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(one)?.[1] ?? "";
    return (
      said("TargetMode") === "External" &&
      BROUGHT.test(said("Type")) &&
      /^(https?|ftp|mhtml|ms-\w+):/i.test(said("Target"))
    );
  });
}
