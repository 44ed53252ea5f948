import { follows, numberLed, type Numbered } from "./numbering.ts";
import type { LogicalTable } from "./parts.ts";

/**
 * «Блок 1. …» above a table is a section of it, not its title, when «Блок 2. …» stands over its next part; and so is «Блок 3. …» over a
 * table of other columns that goes on counting. `textAt` gives the folded text of a block.
 */
export function withSectionsAbove(
  tables: readonly LogicalTable[],
  textAt: (block: number) => string,
): readonly LogicalTable[] {
  let last: Numbered | undefined;
  return tables.map((table) => {
    if (table.nested) return table;
    const [first, ...more] = table.parts;
    const block = table.before.at(-1);
    const own = block === undefined ? undefined : numberLed(textAt(block));
    const within = more.flatMap(({ before }) => before.flatMap(({ text }) => numberLed(text) ?? []));
    const next = within[0];
    const counts = own !== undefined && ((next && goesOn(own, next)) || (last !== undefined && goesOn(last, own)));
    last = within.at(-1) ?? (counts ? own : undefined);
    if (!counts || first!.before.length > 0) return table;
    const before = [{ block: block!, text: textAt(block!) }];
    return { ...table, parts: [{ ...first!, before }, ...more], before: table.before.slice(0, -1) };
  });
}

const goesOn = (one: Numbered, other: Numbered): boolean =>
  one.word === other.word && follows(one.number, other.number);
