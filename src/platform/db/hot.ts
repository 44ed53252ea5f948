import type { CompiledQuery } from "kysely";
import type { Tx } from "./database.ts";

/** Texts kept of one statement: its filters in the combinations that people choose. */
const MOST_SHAPES = 64;
/** a text of more values is made each time: rows that are written together are seldom as many again */
const MOST_PLACES = 200;

/** Stands in a statement for a value that comes when it is asked; of a list or a row, for one of its members. */
class Place {
  readonly path: readonly string[];
  constructor(path: readonly string[]) {
    this.path = path;
  }
}

/**
 * A statement whose text is made once for each set of values that are given, not once a request: making the text of a list with ten joins
 * took longer than reading its rows from the wire. `build` only hands the values on as values of the statement, it neither looks at them nor
 * counts with them; what decides the text besides goes in `shape`. A list stands as as many values as it has members: `in`, not `any`; a row
 * to be written, and each of a list of rows, as its columns, which are the same ones every time.
 */
export function hot<Values extends object, Row>(
  build: (tx: Tx, values: Values, shape: string) => { compile(tx: Tx): CompiledQuery<Row> },
): (tx: Tx, values: Values, shape?: string) => Promise<Row[]> {
  const texts = new Map<string, CompiledQuery<Row>>();
  return async (tx, values, shape = "") => {
    const key = keyOf(values, shape);
    let text = texts.get(key);
    if (!text) {
      text = build(tx, placesIn(values) as Values, shape).compile(tx);
      if (texts.size < MOST_SHAPES && text.parameters.length <= MOST_PLACES) texts.set(key, text);
    }
    const parameters = text.parameters.map((one) => (one instanceof Place ? valueAt(one, values) : one));
    const { sql, query, queryId } = text;
    return (await tx.executeQuery<Row>({ sql, query, queryId, parameters })).rows;
  };
}

/** By what a text is found: which values are given, of lists how many members. */
function keyOf(values: object, shape: string): string {
  let key = shape;
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) key += Array.isArray(value) ? ` ${name}:${value.length}` : ` ${name}`;
  return key;
}

function placesIn(value: unknown, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((one, at) => placesIn(one, [...path, String(at)]));
  if (!isRow(value)) return new Place(path);
  const given = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(given.map(([name, one]) => [name, placesIn(one, [...path, name])]));
}

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function valueAt({ path }: Place, values: object): unknown {
  let found: unknown = values;
  for (const name of path) found = (found as Record<string, unknown>)[name];
  return found;
}
