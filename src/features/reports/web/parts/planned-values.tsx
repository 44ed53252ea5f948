import { useState } from "react";
import type { ObligationCard, PlannedValueOfYear } from "#features/obligations/model/contract.ts";
import { yearInWords, yearName } from "#features/programmes/model/occurrence-words.ts";
import { printNumber } from "#domain/russian/plural.ts";
import { NumberInput } from "#web/ui/number-field.tsx";
import { numberOf } from "#web/ui/number-text.ts";
import { FieldError } from "#web/ui/field-shell.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { cellsOf, pasteNumbers } from "../../model/pasted-numbers.ts";
import { thenInWords } from "../../model/borrowed.ts";
import type { ReportView } from "../../model/contract.ts";
import { valueKey, type ReportForm } from "../../model/report-form.ts";

export interface PlannedValuesProps {
  readonly card: ObligationCard;
  readonly form: ReportForm;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (values: ReportForm["values"]) => void;
  /** several measures in one report: say whose plan it is */
  readonly named: boolean;
  /** the answer of the last time: its numbers stand beside the fields */
  readonly before?: ReportView | undefined;
}

/** The values that have a plan for a year the obligation answers; without one there is nothing to fill. */
export function plannedHere(of: {
  readonly plannedValues: readonly PlannedValueOfYear[];
}): readonly PlannedValueOfYear[] {
  return of.plannedValues.filter((planned) => planned.text !== "");
}

/** The years asked about: «2021 год», «2021–2023 годы», «2021/22–2022/23 учебные годы»; somebody plans for at least one. */
function yearsInWords(planned: readonly PlannedValueOfYear[]): string {
  const [first, ...others] = [...planned].sort((a, b) => a.year - b.year);
  const { year, yearKind } = first!;
  const last = others.at(-1)?.year ?? year;
  if (last === year) return yearInWords(year, yearKind);
  const years = yearKind === "school" ? "учебные годы" : "годы";
  return `${yearName(year, yearKind)}–${yearName(last, yearKind)} ${years}`;
}

/** Whether the facts are of several years, so that each must say which. */
export function ofSeveralYears(planned: readonly PlannedValueOfYear[]): boolean {
  return planned.some(({ year }) => year !== planned[0]!.year);
}

export function planInWords(planned: PlannedValueOfYear, shared: boolean): string {
  return typeset(shared && planned.unit === "count" ? `${planned.text} на всех` : planned.text);
}

/** «Открытый доклад», with its year where several are asked: «Открытый доклад, 2022 год». */
export function labelOf(planned: PlannedValueOfYear, withYear: boolean): string {
  const year = withYear ? yearInWords(planned.year, planned.yearKind) : "";
  return typeset([planned.label || "Значение", planned.subGroup, year].filter(Boolean).join(", "));
}

/** «26 из 31, это 84 %»; null while the numbers do not make a share. */
export function shareInWords(value: number | null, whole: number | null): string | null {
  if (value === null || whole === null || whole === 0 || value > whole) return null;
  return `${printNumber(value)} из\u00a0${printNumber(whole)}, это ${Math.round((value / whole) * 100)}\u00a0%`;
}

/** Plan beside the field for the fact: one table for each measure with a plan for the year. */
export function PlannedValues({ card, form, errors, onChange, named, before }: PlannedValuesProps) {
  const planned = plannedHere(card);
  const [unpasted, setUnpasted] = useState("");
  if (planned.length === 0) return null;
  const rows = planned.map((one) => ({ key: valueKey(card.id, one), unit: one.unit }));
  const paste = (row: number) => (column: "value" | "denominator", text: string) => {
    const cells = cellsOf(text);
    setUnpasted("");
    // one value is pasted as any text
    if (!cells) return false;
    const pasted = pasteNumbers(cells, rows, { row, column }, form.values);
    if (pasted.ok) onChange(pasted.value);
    else setUnpasted(pasted.refusal);
    return true;
  };
  return (
    <div className="f">
      <span className="lab" id={`plan-${card.id}`}>
        План и факт за {yearsInWords(planned)}
      </span>
      {named && <p className="hint">{typeset(card.measureTitle)}</p>}
      <table className="tb pf" aria-labelledby={`plan-${card.id}`}>
        <thead>
          <tr>
            <th scope="col">Показатель</th>
            <th scope="col" className="n plan">
              План
            </th>
            <th scope="col" className="n">
              Факт
            </th>
          </tr>
        </thead>
        <tbody>
          {planned.map((one, at) => (
            <PlannedRow
              key={`${one.id} ${one.year}`}
              named={ofSeveralYears(planned)}
              card={card}
              planned={one}
              before={before && thenInWords(before, one)}
              typed={form.values[valueKey(card.id, one)] ?? { value: "", denominator: "" }}
              error={errors[`values.${valueKey(card.id, one)}`]}
              onChange={(typed) => {
                setUnpasted("");
                onChange({ ...form.values, [valueKey(card.id, one)]: typed });
              }}
              onPaste={paste(at)}
            />
          ))}
        </tbody>
      </table>
      {card.planIsShared && planned.some(({ unit }) => unit === "count") && (
        <p className="hint">{typeset("План общий на всех исполнителей. Внесите, сколько сделали у вас.")}</p>
      )}
      {planned.length > 1 && <p className="hint">Столбец чисел из{"\u00a0"}Excel можно вставить целиком.</p>}
      {unpasted && (
        <div className="f bad" role="alert">
          <FieldError>{unpasted}</FieldError>
        </div>
      )}
    </div>
  );
}

interface PlannedRowProps {
  readonly card: ObligationCard;
  /** the year is said in the row */
  readonly named: boolean;
  readonly planned: PlannedValueOfYear;
  /** what was reported the last time */
  readonly before: string | undefined;
  readonly typed: { readonly value: string; readonly denominator: string };
  readonly error: string | undefined;
  readonly onChange: (typed: { readonly value: string; readonly denominator: string }) => void;
  /** true where what was copied is a table and was dealt with */
  readonly onPaste: (column: "value" | "denominator", text: string) => boolean;
}

function PlannedRow({ card, named, planned, before, typed, error, onChange, onPaste }: PlannedRowProps) {
  const label = labelOf(planned, named);
  const id = `values.${valueKey(card.id, planned)}`;
  const help = shareInWords(numberOf(typed.value), numberOf(typed.denominator));
  const described = error ? { describedBy: `${id}-error` } : {};
  return (
    <tr>
      <td>
        {label}
        {help && planned.unit === "percent" && <div className="help">{help}</div>}
        {before && <div className="help">в прошлый раз {before}</div>}
        {error && (
          <div className="f bad">
            <FieldError id={`${id}-error`}>{error}</FieldError>
          </div>
        )}
      </td>
      <td className="n plan">{planInWords(planned, card.planIsShared)}</td>
      <td className="fact">
        {planned.unit === "percent" ? (
          <div className="duo">
            <NumberInput
              id={id}
              width={64}
              label={`${label}: сколько`}
              invalid={error !== undefined}
              {...described}
              value={typed.value}
              onChange={(value) => onChange({ ...typed, value })}
              onPasteText={(text) => onPaste("value", text)}
            />
            <span className="q">из</span>
            <NumberInput
              width={64}
              label={`${label}: сколько всего`}
              invalid={error !== undefined}
              {...described}
              value={typed.denominator}
              onChange={(denominator) => onChange({ ...typed, denominator })}
              onPasteText={(text) => onPaste("denominator", text)}
            />
          </div>
        ) : (
          <NumberInput
            id={id}
            label={`${label}, факт`}
            invalid={error !== undefined}
            {...described}
            value={typed.value}
            onChange={(value) => onChange({ ...typed, value })}
            onPasteText={(text) => onPaste("value", text)}
          />
        )}
      </td>
    </tr>
  );
}
