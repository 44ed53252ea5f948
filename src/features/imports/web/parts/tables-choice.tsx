import { typeset } from "#web/ui/typeset.ts";
import { tablesTaken } from "../../model/tables-taken.ts";
import type { ImportDocument } from "../../model/view.ts";

interface TablesChoiceProps {
  readonly tables: ImportDocument["tables"];
  /** keys of those taken */
  readonly chosen: readonly number[];
  onChoose(): void;
}

/** How many tables of a document go into the programme, with the way to choose others. */
export function TablesChoice({ tables, chosen, onChoose }: TablesChoiceProps) {
  if (tables.length < 2) return null;
  return (
    <p className="when">
      {typeset(tablesTaken(tables, chosen))}{" "}
      <button type="button" className="link-button" onClick={onChoose}>
        Выбрать таблицы
      </button>
    </p>
  );
}
