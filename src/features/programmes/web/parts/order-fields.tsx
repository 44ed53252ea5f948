import type { LocalDate } from "#shared/local-date.ts";
import { fieldProblem } from "#web/api/problem.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { DirectiveFields, type DirectiveDraft } from "./directive-fields.tsx";
import { withDay } from "./order-day.ts";

export interface OrderDraft {
  readonly directive: DirectiveDraft;
  readonly effectiveOn: LocalDate | null;
  /** somebody chose the day; until then it is that of the order */
  readonly dayChosen: boolean;
}

export function blankOrder(today: string): OrderDraft {
  return {
    directive: { mode: "new", number: "", datedOn: null, title: "", files: [], paperId: null },
    effectiveOn: today as LocalDate,
    dayChosen: false,
  };
}

interface OrderFieldsProps {
  readonly territoryId: string;
  readonly value: OrderDraft;
  readonly onChange: (value: OrderDraft) => void;
  readonly problem: Error | null;
}

/** The order that amends a programme, and the day its changes take effect. */
export function OrderFields({ territoryId, value, onChange, problem }: OrderFieldsProps) {
  return (
    <>
      <DirectiveFields
        territoryId={territoryId}
        value={value.directive}
        onChange={(directive, datedOn) => onChange(withDay({ ...value, directive }, datedOn))}
        problemOf={(field) => fieldProblem(problem, `directive.${field}`) ?? fieldProblem(problem, field)}
      />
      <DateField
        label="С какого дня действуют изменения"
        hint="Что нужно было сдать до этого дня, остаётся как было"
        value={value.effectiveOn}
        onChange={(effectiveOn) => onChange({ ...value, effectiveOn, dayChosen: effectiveOn !== null })}
        error={fieldProblem(problem, "effectiveOn")}
      />
    </>
  );
}
