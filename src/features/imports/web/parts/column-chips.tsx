import { Menu } from "@mantine/core";
import { useState, type DragEvent } from "react";
import { DropMenu } from "#web/ui/drop-menu.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { giveRole, roleChoices, roleName, type RoleChoice } from "../../model/column-roles.ts";
import { hyphenated } from "../../model/hyphenate.ts";
import type { PaperColumn, PaperTable } from "../../model/paper.ts";
import type { TableEdit } from "../../model/table-edits.ts";

interface ColumnChipsProps {
  readonly table: PaperTable;
  /** years of the programme, for columns of the plan */
  readonly years: readonly string[];
  arrange(edits: readonly TableEdit[]): void;
}

const DRAGGED = "application/x-column";

/** Over each column what it is read as: dragged onto another column it changes places, pressed it opens the list of roles. */
export function ColumnChips({ table, years, arrange }: ColumnChipsProps) {
  const [over, setOver] = useState<number | null>(null);
  const give = (column: number, role: Pick<RoleChoice, "role" | "key">) => {
    const edit = giveRole(table.key, table.columns, column, role);
    if (edit) arrange([edit]);
  };
  const drop = (event: DragEvent, target: PaperColumn) => {
    setOver(null);
    const dragged = table.columns.find(({ column }) => String(column) === event.dataTransfer.getData(DRAGGED));
    if (!dragged || dragged.column === target.column) return;
    event.preventDefault();
    changeOver(dragged, target);
  };
  // a column that is not read has nothing to give: it takes the other's role
  const changeOver = (one: PaperColumn, other: PaperColumn) =>
    one.role === "other" ? give(one.column, other) : give(other.column, one);
  const beside = (column: PaperColumn, by: number) => {
    const next = table.columns.find((one) => one.column === column.column + by);
    if (next) changeOver(column, next);
  };
  return table.columns.map((column) => (
    <td
      key={column.column}
      colSpan={column.span}
      className={over === column.column ? "role-spot over" : "role-spot"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(column.column);
      }}
      onDragLeave={() => setOver((now) => (now === column.column ? null : now))}
      onDrop={(event) => drop(event, column)}
    >
      <ColumnMenu
        column={column}
        table={table}
        years={years}
        onDrag={(event) => event.dataTransfer.setData(DRAGGED, String(column.column))}
        onMove={(by) => beside(column, by)}
        give={give}
      />
    </td>
  ));
}

interface ColumnMenuProps {
  readonly column: PaperColumn;
  readonly table: PaperTable;
  readonly years: readonly string[];
  onDrag?(event: DragEvent): void;
  onMove?(by: 1 | -1): void;
  give(column: number, role: Pick<RoleChoice, "role" | "key">): void;
}

/** The role of a column in its chip; a press opens the roles to choose from, Alt with an arrow moves it to the next column. */
export function ColumnMenu({ column, table, years, onDrag, onMove, give }: ColumnMenuProps) {
  const name = roleName(column, table.isMatrix);
  const choices = roleChoices(table.columns, years);
  return (
    <DropMenu>
      <Menu.Target>
        <button
          type="button"
          className={column.role === "other" ? "role-chip none" : "role-chip"}
          draggable={onDrag !== undefined}
          onDragStart={onDrag}
          onKeyDown={(event) => {
            if (!event.altKey || (event.key !== "ArrowLeft" && event.key !== "ArrowRight")) return;
            event.preventDefault();
            onMove?.(event.key === "ArrowRight" ? 1 : -1);
          }}
        >
          <span className="visually-hidden">
            Столбец «{column.label || `${column.column + 1}, без названия`}»: {name}
          </span>
          <span aria-hidden="true">{hyphenated(name)}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => {
          const isOwn = choice.role === column.role && choice.key === column.key;
          return (
            <Menu.Item
              key={choice.name}
              onClick={() => give(column.column, choice)}
              leftSection={isOwn ? <Icon name="check" size={18} /> : <span className="no-icon" />}
            >
              {choice.role === "other" ? "Не читать: останется в тексте документа" : choice.name}
              {isOwn && <span className="visually-hidden">, выбрано</span>}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </DropMenu>
  );
}
