import { z } from "zod";
import { id, line } from "#shared/atoms.ts";

/** Bytes of one part: half a minute of a slow line, so that little is sent twice when it breaks. Every part but the last is as long. */
export const PART_BYTES = 256 * 1024;
/** As `platform/files/limits.ts`. */
export const MOST_BYTES = 30 * 1024 * 1024;
/** Files that one person may have begun and not ended. */
export const MOST_UNFINISHED = 10;
/** Days after which what stands still is forgotten. */
export const FORGOTTEN_AFTER_DAYS = 3;

export const UploadParams = z.object({ territoryId: id, uploadId: id });
export const UploadsQuery = z.object({ territoryId: id });

export const StartUpload = z.object({
  territoryId: id,
  name: line(300, "У файла нет имени."),
  bytes: z
    .int()
    .min(1, "Файл пустой. Проверьте его и приложите снова.")
    .max(MOST_BYTES, "Файл больше 30 МБ. Сожмите его или разделите на части."),
  /** when the device last saved it, ms since 1970: the same name, length and moment go on where they stopped */
  savedAt: z.int().min(0).max(8_000_000_000_000),
});
export type StartUpload = z.output<typeof StartUpload>;

export const PartQuery = z.object({ offset: z.coerce.number().int().min(0).max(MOST_BYTES) });

export const FinishUpload = z.object({
  /** of the whole file, where the device can count it */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u, "Неверная контрольная сумма.")
    .nullable(),
});

/** A file on its way: how much of it the server has. */
export const Coming = z.object({ id, name: z.string(), bytes: z.number(), received: z.number() });
export type Coming = z.infer<typeof Coming>;
export const ComingList = z.object({ items: z.array(Coming) });
export type ComingList = z.infer<typeof ComingList>;

/** How long the part is that begins at the offset. */
export function partLength(bytes: number, offset: number): number {
  return Math.min(PART_BYTES, bytes - offset);
}

export type PartFault = "upload-offset" | "upload-part";

/** Why a part cannot be taken: it does not begin where the last one ended, or it is not as long as it must be; undefined where it can. */
export function partFault(
  upload: { readonly bytes: number; readonly received: number },
  part: { readonly offset: number; readonly bytes: number },
): PartFault | undefined {
  if (part.offset !== upload.received) return "upload-offset";
  return part.bytes === 0 || part.bytes !== partLength(upload.bytes, part.offset) ? "upload-part" : undefined;
}
