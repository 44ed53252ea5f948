interface Neighbour {
  /** the row before which the moved one goes; null: to the end */
  readonly beforeId: string | null;
}

/** Where a row goes one place up or down among its siblings; undefined at the ends. Closed siblings are passed over. */
export function neighbours<Row extends { readonly id: string; readonly closed: boolean }>(
  rows: readonly Row[],
  row: Row,
  placeOf: (row: Row) => string | null,
): { readonly up: Neighbour | undefined; readonly down: Neighbour | undefined } {
  const siblings = rows.filter((one) => placeOf(one) === placeOf(row) && (!one.closed || one.id === row.id));
  const at = siblings.findIndex((one) => one.id === row.id);
  return {
    up: at > 0 ? { beforeId: siblings[at - 1]!.id } : undefined,
    down: at < siblings.length - 1 ? { beforeId: siblings[at + 2]?.id ?? null } : undefined,
  };
}
