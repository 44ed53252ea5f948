import { DateInput } from "@mantine/dates";
import { useState } from "react";
import type { LocalDate } from "#shared/local-date.ts";
import { readDate } from "./read-date.ts";
import { FieldShell, type FieldFrame } from "./field-shell.tsx";
import { floatTarget } from "./float-target.ts";
import { Icon } from "./icon.tsx";
import { frame } from "./text-field.tsx";

export interface DateFieldProps extends FieldFrame {
  readonly value: LocalDate | null;
  readonly onChange: (value: LocalDate | null) => void;
  readonly min?: LocalDate;
  readonly max?: LocalDate;
  /** the product's today: the month that opens and the day that is ringed */
  readonly today?: LocalDate | undefined;
  /** told what is typed and is no day, which then stays in the field; empty once it is a day. Without it such words go away on leaving. */
  readonly onUnread?: (typed: string) => void;
}

/** A day: typed as 14.10.2026 or «14 октября 2026», or picked. */
export function DateField({
  label,
  hint,
  error,
  id,
  optional,
  className,
  value,
  onChange,
  min,
  max,
  today,
  onUnread,
}: DateFieldProps) {
  const [kept, setKept] = useState(false);
  return (
    <FieldShell {...frame({ label, hint, error, id, optional, className })}>
      {(aria) => (
        <DateInput
          {...aria}
          error={Boolean(error)}
          className="date-field"
          classNames={{ input: "in" }}
          value={value}
          onChange={(day) => onChange(day as LocalDate | null)}
          valueFormat="D MMMM YYYY"
          dateParser={readDate}
          fixOnBlur={!kept}
          onInput={(event) => {
            const typed = event.currentTarget.value.trim();
            const unread = readDate(typed) ? "" : typed;
            setKept(onUnread !== undefined && unread !== "");
            onUnread?.(unread);
          }}
          minDate={min}
          maxDate={max}
          defaultDate={value ?? today}
          getDayProps={(day) => (day === today ? { "data-today": true } : {})}
          clearable={optional ?? false}
          allowDeselect={optional ?? false}
          autoComplete="off"
          placeholder="дд.мм.гггг"
          rightSection={<Icon name="calendar" className="field-icon" />}
          rightSectionPointerEvents="none"
          nextLabel="Дальше"
          previousLabel="Назад"
          ariaLabels={{
            nextMonth: "Следующий месяц",
            previousMonth: "Предыдущий месяц",
            nextYear: "Следующий год",
            previousYear: "Предыдущий год",
            nextDecade: "Следующее десятилетие",
            previousDecade: "Предыдущее десятилетие",
          }}
          popoverProps={{ width: "auto", portalProps: floatTarget() }}
        />
      )}
    </FieldShell>
  );
}
