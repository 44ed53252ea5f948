import type { LocalDate } from "#shared/local-date.ts";
import { fieldProblem } from "#web/api/problem.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { DirectiveFields, type DirectiveDraft } from "./directive-fields.tsx";

export interface OrderDraft {
  readonly directive: DirectiveDraft;
  readonly effectiveOn: LocalDate | null;
}

export function blankOrder(today: string): OrderDraft {
  return {
    directive: { mode: "new", number: "", datedOn: null, title: "", files: [], paperId: null },
    effectiveOn: today as LocalDate,
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
        onChange={(directive) => onChange({ ...value, directive })}
        problemOf={(field) => fieldProblem(problem, `directive.${field}`) ?? fieldProblem(problem, field)}
      />
      <DateField
        label="С какого дня действуют изменения"
        hint="Что нужно было сдать до этого дня, остаётся как было"
        value={value.effectiveOn}
        onChange={(effectiveOn) => onChange({ ...value, effectiveOn })}
        error={fieldProblem(problem, "effectiveOn")}
      />
    </>
  );
}
