import { Button } from "#web/ui/button.tsx";
import { giveRole } from "../../model/column-roles.ts";
import type { PaperTable } from "../../model/paper.ts";
import { ColumnMenu } from "./column-chips.tsx";
import type { ReviewWork } from "./review-work.ts";

/** What each column of a table is read as, one under another; on a narrow window a role is chosen, not dragged. */
export function PhoneColumns({ table, work }: { readonly table: PaperTable; readonly work: ReviewWork }) {
  return (
    <details className="phone-columns">
      <summary>Что в каком столбце</summary>
      <dl>
        {table.columns.map((column) => (
          <div key={column.column}>
            <dt>{column.label || `Столбец ${column.column + 1}, без названия`}</dt>
            <dd>
              <ColumnMenu
                column={column}
                table={table}
                years={work.years}
                give={(at, role) => {
                  const edit = giveRole(table.key, table.columns, at, role);
                  if (edit) work.arrange([edit]);
                }}
              />
            </dd>
          </div>
        ))}
      </dl>
      <Button size="small" onClick={() => work.arrange([{ kind: "table", table: table.key, as: "reference" }])}>
        Это не план
      </Button>
    </details>
  );
}
