import { Button } from "#web/ui/button.tsx";
import type { PaperTable } from "../../model/paper.ts";
import { ColumnChips } from "./column-chips.tsx";
import { Columns } from "./paper-chunk.tsx";
import { Heads } from "./paper-row.tsx";
import type { ReviewWork } from "./review-work.ts";

interface RolesTableProps {
  readonly table: PaperTable;
  /** the table prints no head beside which the heads of the reading could stand */
  readonly isHeadless: boolean;
  readonly widths: readonly number[];
  readonly work: Pick<ReviewWork, "years" | "arrange">;
}

/** Over the paper, what each of its columns is read as; beside it, how to change that. */
export function RolesTable({ table, isHeadless, widths, work }: RolesTableProps) {
  return (
    <table className="roles" aria-label="Что в каком столбце">
      <Columns widths={widths} />
      <tbody>
        <tr>
          <ColumnChips table={table} years={work.years} arrange={work.arrange} />
          <td className="gp" aria-hidden="true" />
          <td className="roles-say">
            <span>Что в каком столбце: нажмите или перетащите на другой.</span>
            <Button
              size="small"
              kind="ghost"
              onClick={() => work.arrange([{ kind: "table", table: table.key, as: "reference" }])}
            >
              Это не план
            </Button>
            {isHeadless && <Heads />}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
