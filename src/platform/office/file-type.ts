import type { OfficeProblemCode } from "./problems.ts";

import { foreignKind } from "./foreign-kind.ts";
import { isMhtml } from "./mhtml.ts";
import { isLockedOffice } from "./old-office.ts";

export type FileType = "docx" | "xlsx" | "html" | "text" | "archive" | "flat-odf" | "mhtml" | "pdf";

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((value, at) => bytes[at] === value);

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ZIP_EMPTY = [0x50, 0x4b, 0x05, 0x06];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF = [0x25, 0x50, 0x44, 0x46];
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66];

/** Names of streams in an OLE file are UTF-16LE; a plain search for the bytes is enough to tell its kinds apart. */
function holdsWide(bytes: Uint8Array, word: string): boolean {
  const wanted = Uint8Array.from([...word].flatMap((letter) => [letter.charCodeAt(0), 0]));
  const last = bytes.length - wanted.length;
  for (let at = bytes.indexOf(wanted[0]!); at >= 0 && at <= last; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((value, offset) => bytes[at + offset] === value)) return true;
  }
  return false;
}

/** What the bytes are, whatever the name says; a code of OFFICE_PROBLEMS for what cannot be read. */
export function fileTypeOf(bytes: Uint8Array, name: string): FileType | OfficeProblemCode {
  if (bytes.length === 0) return "office-empty";
  if (startsWith(bytes, ZIP) || startsWith(bytes, ZIP_EMPTY)) return "archive";
  if (startsWith(bytes, OLE)) {
    if (holdsWide(bytes, "EncryptedPackage") || isLockedOffice(bytes)) return "office-password";
    if (holdsWide(bytes, "WordDocument")) return "office-old-word";
    if (holdsWide(bytes, "Workbook")) return "office-old-excel";
    return /\.xls$/i.test(name) ? "office-old-excel" : /\.doc$/i.test(name) ? "office-old-word" : "office-wrong-type";
  }
  if (startsWith(bytes, PDF)) return "pdf";
  if (startsWith(bytes, RTF)) return "office-rtf";
  if (isBinary(bytes))
    return /\.(docx|xlsx)$/i.test(name) && !foreignKind(bytes) ? "office-damaged" : "office-wrong-type";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2000)).toLowerCase();
  if (isMhtml(head)) return "mhtml";
  if (/<office:document[\s>]/.test(head)) return "flat-odf";
  return /<(!doctype html|html|table|body|meta)\b/.test(head) ? "html" : "text";
}

/** Control bytes never stand in text; UTF-16 with its mark is text in spite of its zero bytes. */
function isBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false;
  const head = bytes.subarray(0, 4096);
  return head.some((value) => value < 0x09 || (value > 0x0d && value < 0x20 && value !== 0x1b));
}
