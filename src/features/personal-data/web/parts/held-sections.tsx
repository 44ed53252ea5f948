import { DataTable } from "#web/ui/data-table.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { HeldSection } from "../../model/contract.ts";

/** «01.09.2021», «01.09.2021, 09:00 МСК» */
const IS_DAY = /^\d\d\.\d\d\.\d{4}/;

/** What is held, folded by kind: one opens what one wants to read. */
export function HeldSections({ sections }: { readonly sections: readonly HeldSection[] }) {
  return sections.map((section) => (
    <details className="held" key={section.title}>
      <summary>
        {typeset(section.title)} <span className="q">{section.total}</span>
      </summary>
      <DataTable label={section.title} className="stack">
        <thead>
          <tr>
            {section.heads.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {section.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td
                  key={section.heads[column]}
                  className={column === 0 ? "wide" : IS_DAY.test(cell) ? "day" : ""}
                  data-label={column === 0 ? undefined : section.heads[column]}
                >
                  {typeset(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      {section.rows.length < section.total && (
        <p className="sm q">
          {typeset(`Показаны последние ${section.rows.length} из ${section.total}: в файле есть все.`)}
        </p>
      )}
      <p className="sm q why">
        {typeset(
          `При уничтожении данных: ${section.onDestruction.charAt(0).toLocaleLowerCase("ru")}${section.onDestruction.slice(1)}.`,
        )}
      </p>
    </details>
  ));
}
