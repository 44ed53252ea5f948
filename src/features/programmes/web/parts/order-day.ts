import type { LocalDate } from "#shared/local-date.ts";

interface Order {
  readonly directive: { readonly datedOn: LocalDate | null };
  readonly effectiveOn: LocalDate | null;
  readonly dayChosen: boolean;
}

/** Changes take effect on the day of their order until somebody chooses another day. */
export function withDay<Draft extends Order>(order: Draft, datedOn: LocalDate | null): Draft {
  return order.dayChosen || !datedOn ? order : { ...order, effectiveOn: datedOn };
}
