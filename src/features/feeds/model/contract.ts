import { z } from "zod";

/** The secret of an address: never more than what the program makes. */
export const FeedParams = z.object({ token: z.string().regex(/^[\w-]{20,100}$/) });

export const FeedView = z.object({
  /** since when the link works; null: there is none */
  since: z.string().nullable(),
});
export type FeedView = z.infer<typeof FeedView>;

/** The path of the link, told this once. */
export const MadeFeed = z.object({ path: z.string() });
export type MadeFeed = z.infer<typeof MadeFeed>;
