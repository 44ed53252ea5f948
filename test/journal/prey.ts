import type { Finding } from "#platform/journal/finding.ts";
import type { Seal } from "#platform/journal/seal.ts";
import type { Ask } from "#platform/journal/verify-rows.ts";
import type { Id } from "#shared/ids.ts";
import type { Random } from "../fuzz/random.ts";

/** A journal that somebody with every right in the database is about to rewrite; lines are the record outside. */
export interface Prey {
  readonly ask: Ask;
  readonly random: Random;
  readonly rows: readonly Id[];
  readonly waiting: readonly Id[];
  readonly seals: readonly Seal[];
  readonly personal: readonly Id[];
  readonly origins: readonly Id[];
}

/** What was done, and what the verifier must name; `lines` where the record outside was rewritten too. */
export interface Done {
  readonly what: string;
  /** a test of the findings: the very row, seal, value or line is among them */
  readonly named: (findings: readonly Finding[]) => boolean;
  readonly lines?: readonly string[];
}

/** One way of rewriting. */
export type Tampering = (prey: Prey) => Promise<Done>;

/** The findings name this row. */
export const row =
  (id: Id, ...kinds: Finding["kind"][]) =>
  (findings: readonly Finding[]) =>
    findings.some((one) => "row" in one && one.row === id && (kinds.length === 0 || kinds.includes(one.kind)));
/** The findings name this seal. */
export const seal =
  (no: number, ...kinds: Finding["kind"][]) =>
  (findings: readonly Finding[]) =>
    findings.some((one) => "seal" in one && one.seal === no && (kinds.length === 0 || kinds.includes(one.kind)));
