import type { CompiledQuery } from "kysely";
import type { Tx } from "./database.ts";

/** Texts kept of one statement: its filters in the combinations that people choose. */
const MOST_SHAPES = 64;

/** Stands in a statement for a value that comes when it is asked; of a list, for one of its members. */
class Place {
  readonly name: string;
  readonly at: number | undefined;
  constructor(name: string, at?: number) {
    this.name = name;
    this.at = at;
  }
}

/**
 * A statement whose text is made once for each set of values that are given, not once a request: making the text of a list with ten joins
 * took longer than reading its rows from the wire. `build` only hands the values on as values of the statement, it neither looks at them nor
 * counts with them; what decides the text besides goes in `shape`. A list stands as as many values as it has members: `in`, not `any`.
 */
export function hot<Values extends object, Row>(
  build: (tx: Tx, values: Values, shape: string) => { compile(): CompiledQuery<Row> },
): (tx: Tx, values: Values, shape?: string) => Promise<Row[]> {
  const texts = new Map<string, CompiledQuery<Row>>();
  return async (tx, values, shape = "") => {
    const given = Object.entries(values).filter(([, value]) => value !== undefined);
    const key = [
      shape,
      ...given.map(([name, value]) => (Array.isArray(value) ? `${name}:${value.length}` : name)),
    ].join(" ");
    let text = texts.get(key);
    if (!text) {
      const places = Object.fromEntries(given.map(([name, value]) => [name, placeOf(name, value)])) as Values;
      text = build(tx, places, shape).compile();
      if (texts.size < MOST_SHAPES) texts.set(key, text);
    }
    const parameters = text.parameters.map((one) => (one instanceof Place ? valueAt(one, values) : one));
    return (await tx.executeQuery<Row>({ ...text, parameters })).rows;
  };
}

function placeOf(name: string, value: unknown): unknown {
  return Array.isArray(value) ? value.map((_, at) => new Place(name, at)) : new Place(name);
}

function valueAt<Values extends object>({ name, at }: Place, values: Values): unknown {
  const value: unknown = values[name as keyof Values];
  return at === undefined ? value : (value as readonly unknown[])[at];
}
