import { createHash } from "node:crypto";
import { join } from "node:path";

/** Where a root-started program keeps what the unprivileged database user must reach. */
export const SHARED_ROOT = "/var/lib/orientir";

/** Where the database of a data folder lies that its user may not enter. */
export const placeBeside = (dataFolder: string): string =>
  join(SHARED_ROOT, `data-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 12)}`);

/** Where the embedded database of this data folder lies or would lie: inside, or beside it where its user may not enter. */
export const clusterPlaces = (dataFolder: string): readonly [inside: string, beside: string] => [
  join(dataFolder, "postgres"),
  join(placeBeside(dataFolder), "postgres"),
];
