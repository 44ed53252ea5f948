import type { CompiledQuery } from "kysely";
import type { Tx } from "./database.ts";

/** Texts kept of one statement: its filters in the combinations that people choose. */
const MOST_SHAPES = 64;

/** Stands in a statement for a value that comes when it is asked. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A statement whose text is made once for each set of values that are given, not once a request: making the text of a list with ten joins
 * took longer than reading its rows from the wire. `build` only hands the values on as values of the statement, it neither looks at them nor
 * counts with them; what decides the text besides goes in `shape`.
 */
export function hot<Values extends object, Row>(
  build: (tx: Tx, values: Values, shape: string) => { compile(): CompiledQuery<Row> },
): (tx: Tx, values: Values, shape?: string) => Promise<Row[]> {
  const texts = new Map<string, CompiledQuery<Row>>();
  return async (tx, values, shape = "") => {
    const given = Object.entries(values).filter(([, value]) => value !== undefined);
    const key = [shape, ...given.map(([name]) => name)].join(" ");
    let text = texts.get(key);
    if (!text) {
      const places = Object.fromEntries(given.map(([name]) => [name, new Place(name)])) as unknown as Values;
      text = build(tx, places, shape).compile();
      if (texts.size < MOST_SHAPES) texts.set(key, text);
    }
    const parameters = text.parameters.map((one) => (one instanceof Place ? values[one.name as keyof Values] : one));
    return (await tx.executeQuery<Row>({ ...text, parameters })).rows;
  };
}
