import { counted } from "#domain/russian/plural.ts";
import { Button } from "#web/ui/button.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { OtherTable } from "../../model/other-tables.ts";
import type { TableEdit } from "../../model/table-edits.ts";

interface OtherTablesProps {
  readonly tables: readonly OtherTable[];
  arrange(edits: readonly TableEdit[]): void;
}

/** Tables of the document that are taken for no plans, each with the way to say that it is one. */
export function OtherTables({ tables, arrange }: OtherTablesProps) {
  if (tables.length === 0) return null;
  return (
    <section className="other-tables" aria-labelledby="other-tables">
      <h2 id="other-tables">Остальные таблицы</h2>
      <p className="sub">Как план не читаем. Если в таблице всё же мероприятия, скажите, что это план.</p>
      <ul>
        {tables.map(({ key, caption, rows, words }) => (
          <li key={key}>
            <div>
              <b>{typeset(caption ?? "Таблица без названия")}</b>
              <span className="sub">
                {counted(rows, ["строка", "строки", "строк"])}
                {words !== "" && `: ${words}`}
              </span>
            </div>
            <Button
              size="small"
              aria-label={`Это план: ${caption ?? words}`}
              onClick={() => arrange([{ kind: "table", table: key, as: "plan" }])}
            >
              Это план
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
