import { plural } from "#domain/russian/plural.ts";
import { CheckField } from "#web/ui/choice-field.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { NumberInput } from "#web/ui/number-field.tsx";
import { numberOf } from "#web/ui/number-text.ts";

export interface DayStepProps {
  readonly id: string;
  readonly label: string;
  /** «до срока» */
  readonly side: string;
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
  /** days, as typed */
  readonly days: string;
  readonly onDays: (days: string) => void;
  readonly error: string | undefined;
}

/** A step that may be off and comes so many days before or after: «Первое напоминание за 7 дней до срока». */
export function DayStep({ id, label, side, on, onTurn, days, onDays, error }: DayStepProps) {
  const noun = plural(numberOf(days) ?? 0, ["день", "дня", "дней"]);
  const fault = `${id}-fault`;
  return (
    <div className={error ? "step bad" : "step"}>
      <CheckField label={label} checked={on} onChange={onTurn} />
      {on && (
        <span className="days">
          <NumberInput
            id={id}
            label={`${label}: за сколько дней`}
            value={days}
            onChange={onDays}
            invalid={error !== undefined}
            {...(error && { describedBy: fault })}
            width={64}
          />
          <span className="q">
            {noun}&nbsp;{side}
          </span>
        </span>
      )}
      {on && error && (
        <div id={fault} className="fault">
          <FieldError>{error}</FieldError>
        </div>
      )}
    </div>
  );
}
