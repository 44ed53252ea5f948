import { inflateRawSync } from "node:zlib";
import { textOf } from "#platform/office/archive.ts";
import { scanXml, XmlFault } from "#platform/office/xml-scan.ts";
import type { FileRefusal } from "../model/media.ts";
import { zipEntries, type ZipEntry } from "../model/zip-entries.ts";

/** of all parts that tell of others: the same packed bytes may stand under many names */
const MOST_BYTES = 4 * 1024 * 1024;

/** Parts that hold code, whatever the document calls itself. */
const CODE = /(^|\/)(vbaProject\w*\.bin|vbaData\.xml)$|(^|\/)(macrosheets|activeX)\/|^(Basic|Scripts)\//i;
const CODE_TYPE =
  /ms-office\.vbaProject|ms-excel\.(intl)?macrosheet|(?<!sheet\.binary\.)macroEnabled|ms-office\.activeX/i;
const CODE_LINK = /relationships\/(vbaProject|xlMacrosheet|xlIntlMacrosheet|control)$/;
/** Content brought from elsewhere as soon as the document is opened: a template with macros, an object, a frame. */
const BROUGHT = /relationships\/(attachedTemplate|oleObject|frame|subDocument|externalLinkPath)$/;

/** Why an Office document of parts is refused: broken, locked, with code under any name, or bringing content from the internet. */
export function openXmlRefusal(bytes: Uint8Array): FileRefusal | undefined {
  const entries = zipEntries(bytes);
  // broken: nothing more can be told of it than the names of its parts, which were looked at already, and its reader will say the rest
  if (!entries) return undefined;
  if (entries.some(({ locked }) => locked)) return "file-locked";
  if (entries.some(({ name }) => CODE.test(name))) return "file-macro";
  let left = MOST_BYTES;
  // names of parts are compared without regard to letters' case
  for (const entry of entries.filter(({ name }) => /^\[Content_Types\]\.xml$|\.rels$/i.test(name))) {
    const part = unpacked(bytes, entry, left);
    if (!part) return "file-damaged";
    left -= part.length;
    const refusal = refusalIn(textOf(part));
    if (refusal) return refusal;
  }
  return undefined;
}

function unpacked(bytes: Uint8Array, { method, from, packed, size }: ZipEntry, most: number): Uint8Array | undefined {
  if (most <= 0 || (method === 0 ? packed : size) > most) return undefined;
  const part = bytes.subarray(from, from + packed);
  if (method === 0) return part;
  if (method !== 8) return undefined;
  try {
    return inflateRawSync(part, { maxOutputLength: most });
  } catch {
    return undefined;
  }
}

type Attributes = Readonly<Record<string, string>>;

/** What elements tell by their attributes, however these are written: code, or content from afar; broken XML is no document. */
function refusalIn(xml: string): FileRefusal | undefined {
  let refusal: FileRefusal | undefined;
  const open = (_name: string, attributes: Attributes) => {
    const { ContentType = "", Type = "" } = attributes;
    if (CODE_TYPE.test(ContentType) || CODE_LINK.test(Type)) refusal = "file-macro";
    else if (isBroughtFromAfar(attributes)) refusal ??= "file-remote";
  };
  try {
    scanXml(xml, { open, text: () => undefined, close: () => undefined });
    return refusal;
  } catch (fault) {
    if (fault instanceof XmlFault) return "file-damaged";
    throw fault;
  }
}

/** Only what is fetched by itself and from the internet: links to be clicked are no harm, and templates on the own network are common. */
const isBroughtFromAfar = ({ TargetMode = "", Type = "", Target = "" }: Attributes): boolean =>
  TargetMode === "External" && BROUGHT.test(Type) && /^\s*(https?|ftp|mhtml|ms-\w+):/i.test(Target);
