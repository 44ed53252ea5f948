import { cutText } from "#shared/cut-text.ts";

/** Endings that a kind may have; the first is put where the name has none of them. Nobody saves a script by a name that promises a text. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg", "jfif"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "image/heic": ["heic", "heif"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx", "dotx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx", "xltx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx", "ppsx", "potx"],
  "application/vnd.oasis.opendocument.text": ["odt", "ott"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods", "ots"],
  "application/vnd.oasis.opendocument.presentation": ["odp", "otp"],
  "application/msword": ["doc", "dot", "rtf"],
  "application/vnd.ms-excel": ["xls", "xlt"],
  "application/vnd.ms-powerpoint": ["ppt", "pps", "pot"],
  "application/rtf": ["rtf", "doc"],
  "text/plain; charset=utf-8": [
    "txt",
    "csv",
    "tsv",
    "md",
    "log",
    "json",
    "xml",
    "html",
    "htm",
    "mht",
    "mhtml",
    "doc",
    "xls",
    "fodt",
    "fods",
  ],
};

const LONGEST = 255;
/** Letters nobody sees: breaks, controls, and those that turn the order of reading so that «exe.pdf» reads as «fdp.exe». */
const UNSEEN = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/** The name a file is kept and saved under: without folders and unseen letters, with an ending of what it is. */
export function keptName(name: string, mediaType: string): string {
  const bare = name
    .replace(/^.*[\\/]/u, "")
    .replace(UNSEEN, "")
    .replace(/[. ]+$/u, "")
    .trim();
  const ending = /\.([^.]+)$/u.exec(bare)?.[1]?.toLowerCase() ?? "";
  const endings = ENDINGS[mediaType] ?? [];
  const stem = bare === "" ? "файл" : bare.startsWith(".") ? `файл${bare}` : bare;
  if (endings.length === 0 || endings.includes(ending)) return cut(stem, ending);
  return cut(`${stem}.${endings[0]!}`, endings[0]!);
}

/** A long name loses its middle, not its ending. */
function cut(name: string, ending: string): string {
  return name.length <= LONGEST ? name : `${cutText(name, LONGEST - ending.length - 1)}.${ending}`;
}
