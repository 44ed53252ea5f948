import { useState } from "react";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { AccountMoments } from "../../model/cadence.ts";
import { dayText, dayTyped } from "../../model/day-text.ts";
import { MOMENT_NAME } from "../../model/words.ts";
import { momentsPhrase } from "./moments-words.ts";
import { UNREAD } from "./unread-field.ts";

export interface MomentsFieldProps {
  /** null: as the programme says */
  readonly value: AccountMoments | null;
  readonly onChange: (value: AccountMoments | null) => void;
  /** a measure may leave it to its programme, which accounts so; null while that is not known */
  readonly ofProgramme?: AccountMoments | null;
}

const AS_PROGRAMME = "programme";

/** When what goes on all the time is accounted for. */
export function MomentsField({ value, onChange, ofProgramme }: MomentsFieldProps) {
  const [days, setDays] = useState(value?.kind === "days" ? value.days.map(dayText).join(", ") : "");
  const [isDays, setIsDays] = useState(value?.kind === "days");
  const typed = days
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(dayTyped);
  const mayLeave = ofProgramme !== undefined;
  const isWrong = typed.some((day) => day === undefined);
  const [left, setLeft] = useState(false);
  const missing = left && typed.length === 0 ? "Впишите хотя бы один день: 15.12." : undefined;
  const wrong = isWrong ? "Такого дня нет. Пишите день и месяц через точку: 15.12." : missing;
  return (
    <div className="form-gap" style={{ marginTop: mayLeave ? 16 : 0 }}>
      <SelectField
        label="Когда отчитываться о том, что идёт постоянно"
        value={isDays ? "days" : (value?.kind ?? AS_PROGRAMME)}
        options={[
          ...(mayLeave
            ? [
                {
                  value: AS_PROGRAMME,
                  label: `как во всей программе${ofProgramme ? `: ${momentsPhrase(ofProgramme)}` : ""}`,
                },
              ]
            : []),
          ...Object.entries(MOMENT_NAME).map(([kind, label]) => ({ value: kind, label })),
          { value: "days", label: "в выбранные дни" },
        ]}
        onChange={(kind) => {
          setIsDays(kind === "days");
          if (kind === AS_PROGRAMME || kind === null) onChange(null);
          else if (kind !== "days") onChange({ kind: kind as Exclude<AccountMoments["kind"], "days"> });
        }}
      />
      {isDays && (
        <div {...{ [UNREAD]: isWrong || typed.length === 0 }}>
          <TextField
            label="Дни отчёта"
            hint="Через запятую: 15.12, 20.05 – каждый год, 20.05.2027 – один раз"
            value={days}
            error={wrong}
            onBlur={() => setLeft(true)}
            onInvalid={() => setLeft(true)}
            onChange={(text) => {
              setDays(text);
              const read = text
                .split(/[,;\s]+/)
                .filter(Boolean)
                .map(dayTyped);
              const good = read.filter((day): day is string => typeof day === "string");
              if (good.length > 0 && good.length === read.length) onChange({ kind: "days", days: good });
            }}
          />
        </div>
      )}
    </div>
  );
}
