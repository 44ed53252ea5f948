import { refused, done, type Result } from "#shared/result.ts";
import { hasMacroSheet, oleEntries } from "./ole-entries.ts";
import type { FILE_PROBLEMS } from "./problems.ts";
import { zipEndOf } from "./zip-entries.ts";

export type FileRefusal = keyof typeof FILE_PROBLEMS;

const OPEN_XML = "application/vnd.openxmlformats-officedocument";

/** Kinds that are taken, by what the bytes are. */
const MEDIA = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  heic: "image/heic",
  docx: `${OPEN_XML}.wordprocessingml.document`,
  xlsx: `${OPEN_XML}.spreadsheetml.sheet`,
  pptx: `${OPEN_XML}.presentationml.presentation`,
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odp: "application/vnd.oasis.opendocument.presentation",
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  ppt: "application/vnd.ms-powerpoint",
  rtf: "application/rtf",
  text: "text/plain; charset=utf-8",
} as const;

const starts = (bytes: Uint8Array, signature: readonly number[], from = 0) =>
  signature.every((value, at) => bytes[from + at] === value);

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Programs of Windows, Linux, macOS, Java and Android, a shortcut, a WebAssembly module */
const PROGRAMS = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x64, 0x65, 0x78, 0x0a],
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
  [0x00, 0x61, 0x73, 0x6d],
];
/** RAR, 7z, gzip, bzip2, xz, cabinet, compiled help */
const ARCHIVES = [
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58],
  [0x4d, 0x53, 0x43, 0x46],
  [0x49, 0x54, 0x53, 0x46],
];
const TAR = [0x75, 0x73, 0x74, 0x61, 0x72];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** One byte a letter: enough to look for the ASCII names inside an archive or a script's first words. */
const latin = (bytes: Uint8Array) => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};

/**
 * What the bytes are, whatever the name says: the media type kept with the file, or why it is refused. A document with macros,
 * a program, a page or a drawing with scripts never goes in: another person will open it. The name only words the refusal: a file
 * called as those that are taken is not told to be of another kind.
 */
export function mediaTypeOf(bytes: Uint8Array, name: string): Result<string, FileRefusal> {
  const type = typeOf(bytes);
  const other = !type.ok && (type.refusal === "file-kind" || type.refusal === "file-archive");
  return other && PROMISES.test(name) ? refused("file-damaged") : type;
}

/** Names of the kinds that are taken: the bytes of such a file are broken, or of something else. */
const PROMISES = /\.(pdf|jpe?g|png|webp|heic|docx?|dotx?|xlsx?|pptx?|od[tsp]|rtf)$/iu;

function typeOf(bytes: Uint8Array): Result<string, FileRefusal> {
  if (bytes.length === 0) return refused("file-empty");
  // a text may begin with the same letters
  if (bytes.subarray(0, 64).some((value) => value < 0x09)) {
    if (PROGRAMS.some((signature) => starts(bytes, signature))) return refused("file-program");
    if (ARCHIVES.some((signature) => starts(bytes, signature))) return refused("file-archive");
  }
  if (starts(bytes, TAR, 257)) return refused("file-archive");
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) return done(MEDIA.pdf);
  if (starts(bytes, [0xff, 0xd8, 0xff])) return done(MEDIA.jpg);
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47])) return done(MEDIA.png);
  if (starts(bytes, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, [0x57, 0x45, 0x42, 0x50], 8)) return done(MEDIA.webp);
  if (starts(bytes, [0x66, 0x74, 0x79, 0x70], 4) && /^(heic|heix|mif1|msf1)/.test(latin(bytes.subarray(8, 12))))
    return done(MEDIA.heic);
  if (starts(bytes, ZIP)) return archiveType(latin(bytes));
  if (starts(bytes, OLE)) return oldOfficeType(bytes);
  if (starts(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return done(MEDIA.rtf);
  return textType(bytes);
}

/** Names of an archive's parts stand in it unpacked; a part with macros tells of itself by its name. */
function archiveType(text: string): Result<string, FileRefusal> {
  if (/vbaProject\.bin|vbaData\.xml|Basic\/script-lb\.xml|Scripts\/\w+\/|activeX\/|xl\/macrosheets\//i.test(text))
    return refused("file-macro");
  if (text.includes("word/document.xml")) return done(MEDIA.docx);
  if (text.includes("xl/workbook.")) return done(MEDIA.xlsx);
  if (text.includes("ppt/presentation.xml")) return done(MEDIA.pptx);
  const open = /mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(
    text.slice(0, 200),
  );
  if (open) return done({ text: MEDIA.odt, spreadsheet: MEDIA.ods, presentation: MEDIA.odp }[open[1]!]!);
  if (/AndroidManifest\.xml|META-INF\/MANIFEST\.MF|\.class(?![a-z])|\.dll|\.exe/i.test(text))
    return refused("file-program");
  return refused("file-archive");
}

/** Names in such a file are UTF-16LE. */
const wide = (word: string) => [...word].map((letter) => `${letter}\0`).join("");

/** By the names in its directory; one that cannot be read is no document. An installer (MSI) is such a file too. */
function oldOfficeType(bytes: Uint8Array): Result<string, FileRefusal> {
  const entries = oleEntries(bytes);
  if (!entries) return refused(latin(bytes).includes(wide("EncryptedPackage")) ? "file-locked" : "file-damaged");
  const names = new Map(entries.map((entry) => [entry.name, entry]));
  const has = (...any: string[]) => any.some((name) => names.has(name));
  if (has("EncryptedPackage", "EncryptionInfo")) return refused("file-locked");
  if (has("_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA", "Macros")) return refused("file-macro");
  if (has("WordDocument")) return done(MEDIA.doc);
  const workbook = names.get("Workbook") ?? names.get("Book");
  if (workbook) return hasMacroSheet(workbook.read()) ? refused("file-macro") : done(MEDIA.xls);
  if (has("PowerPoint Document")) return done(MEDIA.ppt);
  return refused(has("!_StringData", "\u4840\u3f3f\u4577\u446c\u3b6a\u45e4\u4824") ? "file-program" : "file-kind");
}

/** Text of any code page, as old programs save it: Excel writes two bytes a letter with a mark before them. */
function textType(bytes: Uint8Array): Result<string, FileRefusal> {
  const twoBytes = starts(bytes, [0xff, 0xfe]) || starts(bytes, [0xfe, 0xff]);
  const head = bytes.subarray(0, 8192);
  if (!twoBytes && head.some((value) => value < 0x09 || (value > 0x0d && value < 0x20 && value !== 0x1b)))
    return refused("file-kind");
  if (zipEndOf(bytes) !== undefined) return refused("file-mixed");
  const words = latin(twoBytes ? bytes.filter((value) => value > 0) : bytes).toLowerCase();
  if (isProgramText(words.slice(0, 8192))) return refused("file-program");
  if (isActive(words)) return refused("file-macro");
  return done(MEDIA.text);
}

/** Scripts of shells and of Windows, settings of its registry, a shortcut to somewhere. */
function isProgramText(head: string): boolean {
  return (
    /^\s*(#!|<\?php|<%|@echo|windows registry editor|regedit4|\[internetshortcut\])/.test(head) ||
    /\b(wscript|createobject|invoke-expression|powershell|rundll32|mshta)\b/.test(head)
  );
}

/** A page that only shows (office programs and legal reference systems save documents so) goes in; one that does something does not. */
function isActive(words: string): boolean {
  if (/<(script|svg|iframe|object|embed|applet|form|frame|base)\b/.test(words)) return true;
  // scripts of a page that is XML, macros of an OpenDocument in one file, and those that Word packs into a page
  if (/<(?!office:)[\w.-]+:script\b|<ooo:source-code\b|editdata\.mso|qwn0axzltwltz/.test(words)) return true;
  const acts = /[\s"'/]on[a-z]{3,30}\s*=|(java|vb)script:|http-equiv\s*=\s*["']?refresh/;
  return /<[a-z]/.test(words) && acts.test(words);
}

/** Shown inside the browser's own window: papers and photographs; everything else is saved to the disk. */
export function opensInline(mediaType: string): boolean {
  return mediaType === MEDIA.pdf || /^image\/(jpeg|png|webp)$/.test(mediaType);
}
