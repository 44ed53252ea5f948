/** A possible pair and what it is worth, more than nothing. */
export interface Edge {
  readonly before: number;
  readonly after: number;
  readonly worth: number;
}

/**
 * The pairs that together are worth most, each side taken at most once: rows that compete for one partner are weighed together, so an
 * early row never takes away what fits a later one better. Parts of the graph that do not touch are solved apart (Kuhn and Munkres).
 */
export function bestPairs(edges: readonly Edge[]): Edge[] {
  return componentsOf(edges).flatMap(solve);
}

/** Edges by the parts of the graph that hang together. */
function componentsOf(edges: readonly Edge[]): Edge[][] {
  const parent = new Map<string, string>();
  const rootOf = (name: string): string => {
    let at = name;
    for (let up = parent.get(at) ?? at; up !== at; up = parent.get(at) ?? at) at = up;
    parent.set(name, at);
    return at;
  };
  for (const { before, after } of edges) parent.set(rootOf(`b${before}`), rootOf(`a${after}`));
  const parts = new Map<string, Edge[]>();
  for (const edge of edges) {
    const root = rootOf(`b${edge.before}`);
    const part = parts.get(root);
    if (part) part.push(edge);
    else parts.set(root, [edge]);
  }
  return [...parts.values()];
}

function solve(edges: readonly Edge[]): Edge[] {
  if (edges.length === 1) return [...edges];
  const rows = [...new Set(edges.map((edge) => edge.before))];
  const columns = [...new Set(edges.map((edge) => edge.after))];
  const isTall = rows.length > columns.length;
  const [short, long] = isTall ? [columns, rows] : [rows, columns];
  const place = { short: new Map(short.map((of, at) => [of, at])), long: new Map(long.map((of, at) => [of, at])) };
  const known = new Map<number, Edge>();
  const costs = new Float64Array(short.length * long.length);
  for (const edge of edges) {
    const [one, other] = isTall ? [edge.after, edge.before] : [edge.before, edge.after];
    const cell = place.short.get(one)! * long.length + place.long.get(other)!;
    known.set(cell, edge);
    costs[cell] = -edge.worth;
  }
  return cheapest(costs, short.length, long.length).flatMap(
    (column, row) => known.get(row * long.length + column) ?? [],
  );
}

/** The column of each row in the cheapest assignment; `rows` ≤ `columns`. Potentials and augmenting paths, rows² × columns steps. */
function cheapest(costs: Float64Array, rows: number, columns: number): number[] {
  const ofRow = new Float64Array(rows + 1);
  const ofColumn = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    rowOf[0] = row;
    let at = 0;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const isUsed = new Uint8Array(columns + 1);
    do {
      isUsed[at] = 1;
      const current = rowOf[at]!;
      let [delta, next] = [Infinity, 0];
      for (let column = 1; column <= columns; column += 1) {
        if (isUsed[column]) continue;
        const reduced = costs[(current - 1) * columns + column - 1]! - ofRow[current]! - ofColumn[column]!;
        if (reduced < least[column]!) {
          least[column] = reduced;
          cameFrom[column] = at;
        }
        if (least[column]! < delta) [delta, next] = [least[column]!, column];
      }
      for (let column = 0; column <= columns; column += 1)
        if (isUsed[column]) {
          ofRow[rowOf[column]!] = ofRow[rowOf[column]!]! + delta;
          ofColumn[column] = ofColumn[column]! - delta;
        } else least[column] = least[column]! - delta;
      at = next;
    } while (rowOf[at] !== 0);
    while (at !== 0) {
      const back = cameFrom[at]!;
      rowOf[at] = rowOf[back]!;
      at = back;
    }
  }
  const columnOf = Array.from({ length: rows }, () => -1);
  for (let column = 1; column <= columns; column += 1)
    if (rowOf[column]! > 0) columnOf[rowOf[column]! - 1] = column - 1;
  return columnOf;
}
