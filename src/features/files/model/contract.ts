import { z } from "zod";
import { id } from "#shared/atoms.ts";

export const UploadQuery = z.object({ territoryId: id });
export const FileParams = z.object({ territoryId: id, fileId: id });

/** What the server says of a file it keeps. */
export const StoredFile = z.object({
  id,
  name: z.string(),
  mediaType: z.string(),
  /** size in bytes */
  bytes: z.number(),
});
export type StoredFile = z.infer<typeof StoredFile>;
