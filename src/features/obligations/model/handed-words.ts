import type { ObligationRow } from "./contract.ts";

/** «передано: П. С. Лапина», to its holder «передали вам»; null where it is nobody's in particular. */
export function handedWords({ delegatedTo }: Pick<ObligationRow, "delegatedTo">, me: string): string | null {
  if (!delegatedTo) return null;
  return delegatedTo.id === me ? "передали вам" : `передано: ${delegatedTo.name}`;
}

/** «черновик: Е. М. Северова, 10 декабря»: who began it and when it was last kept. */
export function draftWords(report: Pick<NonNullable<ObligationRow["report"]>, "authorName">, day: string): string {
  return report.authorName ? `черновик: ${report.authorName}, ${day}` : `черновик от ${day}`;
}
