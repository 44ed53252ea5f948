import { Button } from "#web/ui/button.tsx";
import { FieldGroup } from "#web/ui/field-shell.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { AGGREGATIONS } from "../../model/roadmap-draft.ts";
import { AGGREGATION_NAME } from "../../model/words.ts";
import type { PlannedDraft } from "./measure-draft.ts";
import { yearName } from "../../model/occurrence-words.ts";

export interface PlannedValuesFieldProps {
  readonly values: readonly PlannedDraft[];
  readonly years: readonly number[];
  readonly yearKind: "calendar" | "school";
  readonly onChange: (values: readonly PlannedDraft[]) => void;
}

const NEW: PlannedDraft = {
  label: "",
  unit: "count",
  aggregation: "eachYear",
  subGroup: "",
  totalText: "",
  years: {},
};

/** What is planned in numbers: the total and each year, as in the document, and how the years make the total. */
export function PlannedValuesField({ values, years, yearKind, onChange }: PlannedValuesFieldProps) {
  const set = (at: number, part: Partial<PlannedDraft>) =>
    onChange(values.map((value, index) => (index === at ? { ...value, ...part } : value)));
  return (
    <FieldGroup label="Плановые значения" optional>
      <div className="sub-rows">
        {values.map((value, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a new value has no identity but its place
          <div className="sub-block" key={value.id ?? at}>
            <div className="line">
              <TextField
                className="whole"
                label="Что считается"
                optional
                value={value.label}
                onChange={(label) => set(at, { label })}
              />
              <SelectField
                label="В чём"
                value={value.unit}
                options={[
                  { value: "count", label: "число" },
                  { value: "percent", label: "проценты" },
                ]}
                onChange={(unit) => unit && set(at, { unit: unit as PlannedDraft["unit"] })}
              />
              <SelectField
                className="whole"
                label="Как складываются годы"
                value={value.aggregation}
                options={AGGREGATIONS.map((kind) => ({ value: kind, label: AGGREGATION_NAME[kind] }))}
                onChange={(kind) => kind && set(at, { aggregation: kind as PlannedDraft["aggregation"] })}
              />
            </div>
            <div className="year-cells">
              <YearCell label="Всего" text={value.totalText} onChange={(totalText) => set(at, { totalText })} />
              {years.map((year) => (
                <YearCell
                  key={year}
                  label={yearName(year, yearKind)}
                  text={value.years[year] ?? ""}
                  onChange={(text) => set(at, { years: { ...value.years, [year]: text } })}
                  onPaste={(cells) =>
                    set(at, {
                      years: {
                        ...value.years,
                        ...Object.fromEntries(
                          years
                            .slice(years.indexOf(year))
                            .flatMap((each, index) => (cells[index] === undefined ? [] : [[each, cells[index]]])),
                        ),
                      },
                    })
                  }
                />
              ))}
            </div>
            <div className="line">
              <TextField
                label="Для кого отдельно"
                optional
                value={value.subGroup}
                onChange={(subGroup) => set(at, { subGroup })}
              />
              <Button size="small" kind="ghost" onClick={() => onChange(values.filter((_, index) => index !== at))}>
                Убрать значение
              </Button>
            </div>
          </div>
        ))}
        <div>
          <Button size="small" icon="plus" onClick={() => onChange([...values, NEW])}>
            Добавить плановое значение
          </Button>
        </div>
      </div>
    </FieldGroup>
  );
}

interface YearCellProps {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** cells copied from a row or a column of a table */
  readonly onPaste?: (cells: readonly string[]) => void;
}

function YearCell({ label, text, onChange, onPaste }: YearCellProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        className="in num"
        value={text}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onPaste={(event) => {
          const cells = event.clipboardData
            .getData("text/plain")
            .trim()
            .split(/[\t\n\r]+/);
          if (!onPaste || cells.length < 2) return;
          event.preventDefault();
          onPaste(cells.map((cell) => cell.trim()));
        }}
      />
    </label>
  );
}
