import type { Block } from "#shared/document-grids.ts";
import { doubtOf, short } from "./notes.ts";
import type { Doubt, ReadTable } from "./reading.ts";
import type { TableChoice } from "./table-choice.ts";

/**
 * A page whose cells became paragraphs shows no frame around what stood inside one cell. A list of works without terms, beside a plan
 * of the same page that has them, is a plan within the text of the form around it: it is not proposed as a plan, and that is said.
 */
export function insetPlans(
  tables: readonly ReadTable[],
  blocks: readonly Block[],
  choices: readonly TableChoice[],
): { readonly tables: readonly ReadTable[]; readonly doubts: readonly Doubt[] } {
  const flattened = new Set(
    blocks.flatMap((block) => (block.kind === "table" && block.made?.from === "flattened" ? [block.index] : [])),
  );
  const isOf = (table: ReadTable, own: boolean): boolean =>
    table.kind === "plan" &&
    flattened.has(table.tableIndexes[0]!) &&
    table.roles.some(({ role }) => role === "term" || role === "planYear") === own;
  if (!tables.some((table) => isOf(table, true))) return { tables, doubts: [] };
  const doubts: Doubt[] = [];
  const found = tables.map((table): ReadTable => {
    const index = table.tableIndexes[0]!;
    if (!isOf(table, false) || choices.some((one) => one.table === index)) return table;
    doubts.push(
      doubtOf(
        {
          kind: "uncertain-kind",
          weight: "question",
          address: { table: index, row: 0, col: 0 },
          text: `Список «${short(table.caption ?? table.sections[0]?.title ?? "без названия")}» стоит внутри текста и не называет сроков: прочитан как часть описания, а не как план.`,
        },
        index,
      ),
    );
    return { ...table, kind: "nested" };
  });
  return { tables: found, doubts };
}
