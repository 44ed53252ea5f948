import { useState, type ReactNode } from "react";
import { counted, type PluralForms } from "#domain/russian/plural.ts";
import { Button } from "./button.tsx";
import { CheckField } from "./choice-field.tsx";
import { typeset } from "./typeset.ts";
import "./chosen.css";

export interface Chosen<Row> {
  /** those ticked and still on the page */
  readonly rows: readonly Row[];
  readonly has: (row: Row) => boolean;
  readonly toggle: (row: Row) => void;
  /** ticks these, or unticks them where all are ticked */
  readonly toggleAll: (rows: readonly Row[]) => void;
  readonly clear: () => void;
}

/** Which rows of a page are ticked. What is no longer on the page is not acted upon. */
export function useChosen<Row extends { readonly id: string }>(onPage: readonly Row[]): Chosen<Row> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const has = ({ id }: Row) => ids.has(id);
  return {
    rows: onPage.filter(has),
    has,
    toggle: ({ id }) =>
      setIds((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    toggleAll: (rows) =>
      setIds((before) => (rows.every(({ id }) => before.has(id)) ? new Set() : new Set(rows.map(({ id }) => id)))),
    clear: () => setIds(new Set()),
  };
}

export interface PickProps {
  /** what is ticked, for those who hear it: «Отметить: Открытый доклад, СОШ № 3» */
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: () => void;
}

/** The tick of a row. */
export function Pick({ label, checked, onChange }: PickProps) {
  return (
    <label className="choice pick">
      <input type="checkbox" aria-label={label} checked={checked} onChange={onChange} />
    </label>
  );
}

export interface PickAllProps<Row> {
  readonly rows: readonly Row[];
  readonly chosen: Chosen<Row>;
}

/** One tick for all rows of the page that may be ticked. */
export function PickAll<Row>({ rows, chosen }: PickAllProps<Row>) {
  if (rows.length < 2) return null;
  return (
    <div className="pick-all">
      <CheckField
        label="Отметить все на странице"
        checked={rows.every(chosen.has)}
        onChange={() => chosen.toggleAll(rows)}
      />
    </div>
  );
}

export interface ChosenBarProps {
  readonly count: number;
  /** «отчёт, отчёта, отчётов» */
  readonly forms: PluralForms;
  readonly onClear: () => void;
  /** buttons, the main one first */
  readonly children: ReactNode;
}

/** What may be done with the ticked rows, at the foot of the screen while any is ticked. */
export function ChosenBar({ count, forms, onClear, children }: ChosenBarProps) {
  if (count === 0) return null;
  return (
    <section className="chosen-bar" aria-label="Отмеченные строки">
      <output className="chosen-count">{typeset(`Отмечено: ${counted(count, forms)}`)}</output>
      {children}
      <Button kind="ghost" onClick={onClear}>
        Снять отметки
      </Button>
    </section>
  );
}

export interface RefusedRowsProps {
  /** «Не принято 2 отчёта» */
  readonly title: string;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly text: string }[];
  readonly onClose: () => void;
}

/** The rows of a bulk action that were left as they were, each with why. */
export function RefusedRows({ title, rows, onClose }: RefusedRowsProps) {
  if (rows.length === 0) return null;
  return (
    <section className="refused-rows" role="alert" aria-label={title}>
      <h2>{typeset(title)}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <b>{typeset(row.name)}</b>
            <div className="sm">{typeset(row.text)}</div>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={onClose}>
        Понятно
      </Button>
    </section>
  );
}
