import { inflateSync } from "node:zlib";
import { zipEndOf } from "../model/zip-entries.ts";

/** of what is unpacked of one file */
const MOST_BYTES = 32 * 1024 * 1024;
/** so many packed streams of objects; a document of a thousand pages has some hundreds */
const MOST_STREAMS = 5000;

/** Names of what a PDF does beside being read: scripts, starting programs, sending, films, files inside. What is locked cannot be looked into. */
const ACTS =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Movie|Sound|Rendition|3D|Encrypt)(?![A-Za-z0-9])/;

/** The name «ObjStm», any letter of which may be written by its number. */
const PACKED = /\/(?:O|#4f)(?:b|#62)(?:j|#6a)(?:S|#53)(?:t|#74)(?:m|#6d)(?![A-Za-z0-9])/gi;

/** Whether a PDF does something when it is opened or clicked, beside links: then it is only saved to the disk. */
export function pdfActs(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (ACTS.test(plainNames(text))) return true;
  let left = MOST_BYTES;
  let streams = 0;
  // objects packed together are looked at unpacked; pages and pictures are not packed so
  for (const { index } of text.matchAll(PACKED)) {
    streams += 1;
    const begin = /stream\r?\n/.exec(text.slice(index, index + 2000));
    if (!begin || streams > MOST_STREAMS) return true;
    // up to the end of what is packed, not to the word «endstream»: it may stand among the packed bytes
    const objects = inflated(bytes.subarray(index + begin.index + begin[0].length), left);
    // what cannot be unpacked, or begins otherwise than with numbers and places, cannot be trusted: it is packed in another way too
    if (objects === undefined || !/^\s*(\d+\s+\d+\s|$)/.test(objects)) return true;
    left -= objects.length;
    if (ACTS.test(plainNames(objects))) return true;
  }
  return false;
}

/** A letter of a name may be written by its number: /J#61vaScript. */
function plainNames(text: string): string {
  return text.includes("#")
    ? text.replace(/#([0-9a-fA-F]{2})/g, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}

function inflated(packed: Uint8Array, most: number): string | undefined {
  if (most <= 0) return undefined;
  try {
    return inflateSync(packed, { maxOutputLength: most, finishFlush: 2 }).toString("latin1");
  } catch {
    return undefined;
  }
}

/** Whether a PDF is something else too: a page before its first object or after its end, or an archive behind it. */
export function pdfHides(bytes: Uint8Array): boolean {
  if (zipEndOf(bytes) !== undefined) return true;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const first = text.search(/\d\s+\d+\s+obj\b/);
  const head = text.slice(0, first < 0 ? 4096 : first);
  const end = text.lastIndexOf("%%EOF");
  const tail = end < 0 ? "" : text.slice(end);
  const page = /<(!doctype|html|head|body|script|svg|iframe|\?php|\?xml)\b/i;
  return page.test(head) || page.test(tail);
}
