import { z } from "zod";
import { id } from "#shared/atoms.ts";

export const UploadQuery = z.object({ territoryId: id });
export const FileParams = z.object({ territoryId: id, fileId: id });

export const PreviewQuery = z.object({ size: z.enum(["small", "large"]).default("small") });

/** A picture of a file, in pixels as it is drawn small; a larger one is drawn too. */
export const Preview = z.object({ width: z.number(), height: z.number() });
export type Preview = z.infer<typeof Preview>;

/** What the server says of a file it keeps. */
export const StoredFile = z.object({
  id,
  name: z.string(),
  mediaType: z.string(),
  /** size in bytes */
  bytes: z.number(),
  /** open, as where nothing is said: may be opened; checking: in quarantine; infected, lost: never */
  state: z.enum(["open", "checking", "infected", "lost"]).optional(),
  /** opens in the browser's own window; anything else is saved to the disk */
  inline: z.boolean().optional(),
  /** a picture of its first page */
  preview: Preview.nullish(),
});
export type StoredFile = z.infer<typeof StoredFile>;
