import { importSeen } from "#features/files/server/owners.ts";
import type { OwnerSeen } from "#features/files/server/routes.ts";
import type { FileOwnerKind } from "#features/files/server/public.ts";
import { papersOf } from "#features/papers/server/public.ts";
import { reportSeen } from "#features/reports/server/public.ts";

/** Whose question decides whether a file is seen: each owning slice answers for its own records. */
export const FILE_OWNERS: Readonly<Record<FileOwnerKind, OwnerSeen>> = {
  report: reportSeen,
  paper: async (context, territoryId, paperId) => (await papersOf(context, territoryId, [paperId])).has(paperId),
  import: importSeen,
};
