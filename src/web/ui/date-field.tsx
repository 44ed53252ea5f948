import { DateInput, type DayOfWeek } from "@mantine/dates";
import { useState } from "react";
import type { LocalDate } from "#shared/local-date.ts";
import { LANGUAGE } from "../language/language.ts";
import { productDay } from "../api/product-clock.ts";
import { readDate } from "./read-date.ts";
import { FieldShell, type FieldFrame } from "./field-shell.tsx";
import { floatTarget } from "./float-target.ts";
import { Icon } from "./icon.tsx";
import { frame } from "./text-field.tsx";
import "@mantine/core/styles/Input.layer.css";
import "@mantine/dates/styles.layer.css";

export interface DateFieldProps extends FieldFrame {
  readonly value: LocalDate | null;
  readonly onChange: (value: LocalDate | null) => void;
  readonly min?: LocalDate;
  readonly max?: LocalDate;
  /** days after it cannot be picked; one that is typed is left to whoever checks the field */
  readonly noneAfter?: LocalDate | undefined;
  /** the product's today where the page knows it by the municipality's zone: the month that opens and the day that is ringed */
  readonly today?: LocalDate | undefined;
  /** a day of the month that opens where nothing is chosen, if it is not today's */
  readonly opensAt?: LocalDate | undefined;
  /** told what is typed and is no day, which then stays in the field; empty once it is a day. Without it such words go away on leaving. */
  readonly onUnread?: (typed: string) => void;
}

/**
 * A day: typed as 14.10.2026 or «14 октября 2026», or picked. What is typed is read when the field is left or by Enter: «15.11.20» on the
 * way to «15.11.2021» is no day of 2020.
 */
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
  noneAfter,
  today = productDay(),
  opensAt,
  onUnread,
}: DateFieldProps) {
  // what is typed and not read; null while the field shows the value
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string) => {
    const day = readDate(text);
    if (day && (!min || day >= min) && (!max || day <= max)) {
      setTyped(null);
      onUnread?.("");
      onChange(day);
    } else if (onUnread && text.trim() !== "") onUnread(text.trim());
    else setTyped(null);
  };
  return (
    <FieldShell {...frame({ label, hint, error, id, optional, className })} value={typed ?? value}>
      {(aria) => (
        <DateInput
          {...aria}
          error={aria["aria-invalid"] ?? false}
          className="date-field"
          classNames={{ input: "in" }}
          value={typed === null ? value : null}
          onChange={(day) => {
            setTyped(null);
            onUnread?.("");
            onChange(day as LocalDate | null);
          }}
          locale={LANGUAGE}
          firstDayOfWeek={1}
          weekendDays={WEEKEND}
          valueFormat="D MMMM YYYY"
          dateParser={notYet}
          fixOnBlur={onUnread === undefined || typed === null}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => typed !== null && read(typed)}
          onKeyDown={(event) => event.key === "Enter" && typed !== null && read(typed)}
          minDate={min}
          maxDate={max}
          excludeDate={(day) => noneAfter !== undefined && day > noneAfter}
          defaultDate={value ?? opensAt ?? today}
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

const WEEKEND: DayOfWeek[] = [0, 6];

/** The kit would read the day at every key. */
const notYet = () => null;
