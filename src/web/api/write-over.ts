import { useState } from "react";
import { ApiProblem } from "./problem.ts";

type WriteOver = <Answer>(write: (version: number | null) => Promise<Answer>) => Promise<Answer>;

/**
 * Writes over the version that a form was filled from: `over((version) => request(…, { body: { ...form, version } }))`. What the page reads
 * anew while the form is open does not raise it, or the form would wipe out unseen what another person wrote meanwhile. The refusal that
 * shows what stands now raises it, so that pressing once more is a decision; so does the answer to one's own write, for a form that stays.
 */
export function useWriteOver(filledFrom: number | null): WriteOver {
  const [over] = useState(() => writerOver(filledFrom));
  return over;
}

export function writerOver(filledFrom: number | null): WriteOver {
  let version = filledFrom;
  return async (write) => {
    try {
      const answer = await write(version);
      version = versionIn(answer) ?? version;
      return answer;
    } catch (error) {
      const shown = versionShown(error);
      if (shown !== undefined) version = shown;
      throw error;
    }
  };
}

function versionIn(answer: unknown): number | undefined {
  const { version } = (answer ?? {}) as { readonly version?: unknown };
  return typeof version === "number" ? version : undefined;
}

/** The version that a refusal of a stale write shows; null where the record is gone; undefined for any other refusal. */
function versionShown(error: unknown): number | null | undefined {
  if (!(error instanceof ApiProblem) || error.code !== "stale-write") return undefined;
  return (error.extra as { readonly stored?: { readonly version: number } | null }).stored?.version ?? null;
}
