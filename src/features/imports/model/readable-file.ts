import { mediaTypeOf } from "#features/files/model/media.ts";
import { FILE_PROBLEMS } from "#features/files/model/problems.ts";
import { IMPORT_PROBLEMS } from "./problems.ts";

const NO_DOCUMENT =
  "Это не документ: прочитать такой файл нельзя. Возьмите исходный документ Word или Excel либо PDF с текстом.";

type Unreadable = "picture-given" | "slides-given";

/** Why a file of a media type that is kept elsewhere cannot be read as a document; undefined where it can be tried. */
export function unreadableType(mediaType: string): Unreadable | undefined {
  if (mediaType.startsWith("image/")) return "picture-given";
  return /presentation|powerpoint/.test(mediaType) ? "slides-given" : undefined;
}

/** The sentence for a file that cannot be a document to read, by what its bytes are; undefined where it can be tried. */
export function unreadableFile(bytes: Uint8Array, name: string): string | undefined {
  const type = mediaTypeOf(bytes, name);
  if (!type.ok) return type.refusal === "file-kind" ? NO_DOCUMENT : FILE_PROBLEMS[type.refusal].text;
  if (/\.pdf$/iu.test(name) && type.value.startsWith("text/")) return FILE_PROBLEMS["file-damaged"].text;
  const unreadable = unreadableType(type.value);
  return unreadable && IMPORT_PROBLEMS[unreadable].text;
}
