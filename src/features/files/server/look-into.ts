import { done, refused, type Result } from "#shared/result.ts";
import { mediaTypeOf, opensInline, type FileRefusal } from "../model/media.ts";
import { openXmlRefusal } from "./look-into-open-xml.ts";
import { pdfActs, pdfHides } from "./look-into-pdf.ts";

/** What a file turned out to be. */
export interface Look {
  readonly mediaType: string;
  /** may be shown in the browser's own window */
  readonly opensInline: boolean;
}

/**
 * What the bytes are and what they may do when opened (the table in decision 017): deeper than the browser looks before it sends. Takes up to
 * half a second for 30 MB, so large files are looked at in a process of their own.
 */
export function lookInto(bytes: Uint8Array, name: string): Result<Look, FileRefusal> {
  const type = mediaTypeOf(bytes, name);
  if (!type.ok) return type;
  const mediaType = type.value;
  if (/officedocument|opendocument/.test(mediaType)) {
    const refusal = openXmlRefusal(bytes);
    return refusal ? refused(refusal) : done({ mediaType, opensInline: false });
  }
  if (mediaType === "application/pdf") {
    if (pdfHides(bytes)) return refused("file-mixed");
    return done({ mediaType, opensInline: !pdfActs(bytes) });
  }
  return done({ mediaType, opensInline: opensInline(mediaType) });
}
