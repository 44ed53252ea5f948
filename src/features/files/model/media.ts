import { refused, done, type Result } from "#shared/result.ts";
import type { FILE_PROBLEMS } from "./problems.ts";

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
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** One byte a letter: enough to look for the ASCII names inside an archive or a script's first words. */
const latin = (bytes: Uint8Array) => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};

/** Names in an OLE file are UTF-16LE. */
const wide = (word: string) => [...word].map((letter) => `${letter}\0`).join("");

/**
 * What the bytes are, whatever the name says: the media type kept with the file, or why it is refused. A document with macros,
 * a program, a page or a drawing with scripts never goes in: another person will open it. The name only words the refusal: a file
 * called as those that are taken is not told to be of another kind.
 */
export function mediaTypeOf(bytes: Uint8Array, name: string): Result<string, FileRefusal> {
  const type = typeOf(bytes);
  return !type.ok && type.refusal === "file-kind" && PROMISES.test(name) ? refused("file-damaged") : type;
}

/** Names of the kinds that are taken: the bytes of such a file are broken, or of something else. */
const PROMISES = /\.(pdf|jpe?g|png|webp|heic|docx?|dotx?|xlsx?|pptx?|od[tsp]|rtf)$/iu;

function typeOf(bytes: Uint8Array): Result<string, FileRefusal> {
  if (bytes.length === 0) return refused("file-empty");
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) return done(MEDIA.pdf);
  if (starts(bytes, [0xff, 0xd8, 0xff])) return done(MEDIA.jpg);
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47])) return done(MEDIA.png);
  if (starts(bytes, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, [0x57, 0x45, 0x42, 0x50], 8)) return done(MEDIA.webp);
  if (starts(bytes, [0x66, 0x74, 0x79, 0x70], 4) && /^(heic|heix|mif1|msf1)/.test(latin(bytes.subarray(8, 12))))
    return done(MEDIA.heic);
  if (starts(bytes, ZIP)) return archiveType(latin(bytes));
  if (starts(bytes, OLE)) return oldOfficeType(latin(bytes));
  if (starts(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return done(MEDIA.rtf);
  return textType(bytes);
}

/** Names of an archive's parts stand in it unpacked; a part with macros tells of itself by its name. */
function archiveType(text: string): Result<string, FileRefusal> {
  if (/vbaProject\.bin|vbaData\.xml|Basic\/script-lb\.xml|Scripts\/\w+\/|activeX\//.test(text))
    return refused("file-macro");
  if (text.includes("word/document.xml")) return done(MEDIA.docx);
  if (text.includes("xl/workbook.")) return done(MEDIA.xlsx);
  if (text.includes("ppt/presentation.xml")) return done(MEDIA.pptx);
  const open = /mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(
    text.slice(0, 200),
  );
  if (open) return done({ text: MEDIA.odt, spreadsheet: MEDIA.ods, presentation: MEDIA.odp }[open[1]!]!);
  return refused("file-kind");
}

function oldOfficeType(text: string): Result<string, FileRefusal> {
  if (text.includes(wide("EncryptedPackage"))) return refused("file-locked");
  if (text.includes(wide("_VBA_PROJECT")) || text.includes(wide("Macros"))) return refused("file-macro");
  if (text.includes(wide("WordDocument"))) return done(MEDIA.doc);
  if (text.includes(wide("Workbook")) || text.includes(wide("Book"))) return done(MEDIA.xls);
  if (text.includes(wide("PowerPoint Document"))) return done(MEDIA.ppt);
  return refused("file-kind");
}

/** Text of any code page, as old programs save it: Excel writes two bytes a letter with a mark before them. */
function textType(bytes: Uint8Array): Result<string, FileRefusal> {
  const twoBytes = starts(bytes, [0xff, 0xfe]) || starts(bytes, [0xfe, 0xff]);
  const head = bytes.subarray(0, 8192);
  if (!twoBytes && head.some((value) => value < 0x09 || (value > 0x0d && value < 0x20 && value !== 0x1b)))
    return refused("file-kind");
  const words = latin(twoBytes ? bytes.filter((value) => value > 0) : bytes).toLowerCase();
  if (
    /^\s*(#!|<\?php|@echo)|\b(wscript|createobject|invoke-expression)\b/.test(words.slice(0, 8192)) ||
    isActive(words)
  )
    return refused("file-macro");
  return done(MEDIA.text);
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
