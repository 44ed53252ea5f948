import type { Id } from "#shared/ids.ts";

/** Something in the journal that the program did not write so, with the very row, seal or line that it is about. */
export type Finding =
  | { readonly kind: "row-changed" | "row-removed"; readonly row: Id; readonly seal: number | null }
  | { readonly kind: "row-inserted"; readonly row: Id }
  | { readonly kind: "queue-changed"; readonly row: Id }
  | { readonly kind: "seal-changed" | "seal-removed" | "seal-not-outside" | "seal-rewritten"; readonly seal: number }
  | { readonly kind: "line-broken"; readonly line: number }
  | { readonly kind: "line-changed"; readonly line: number; readonly seal: number }
  | { readonly kind: "personal-changed" | "personal-removed"; readonly personal: Id; readonly row: Id }
  | { readonly kind: "personal-inserted"; readonly personal: Id }
  | { readonly kind: "origin-changed"; readonly origin: Id }
  | { readonly kind: "origin-removed"; readonly origin: Id; readonly row: Id };

export type FindingKind = Finding["kind"];

/** What was looked at and what was found. */
export interface Verdict {
  readonly rows: number;
  /** rows that no seal covers yet */
  readonly waiting: number;
  readonly seals: number;
  /** seals in the record outside the database */
  readonly outside: number;
  readonly personal: number;
  /** personal values destroyed by a noted erasure */
  readonly erased: number;
  readonly findings: readonly Finding[];
}
