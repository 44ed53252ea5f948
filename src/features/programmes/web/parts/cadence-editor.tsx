import { useState } from "react";
import { printFrequency } from "#domain/phrases/print-term.ts";
import type { FrequencyUnit, Phase, PhaseKind } from "#domain/phrases/term.ts";
import { Button, IconButton } from "#web/ui/button.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { Cadence } from "../../model/cadence.ts";
import { dayText, dayTyped } from "../../model/day-text.ts";
import { UNREAD } from "./unread-field.ts";

const KINDS: readonly { readonly value: Exclude<PhaseKind, "unknown">; readonly label: string }[] = [
  { value: "once", label: "один раз" },
  { value: "window", label: "в течение времени" },
  { value: "yearly", label: "каждый год" },
  { value: "cadence", label: "не реже, чем …" },
  { value: "continuous", label: "постоянно" },
  { value: "on-demand", label: "по запросу" },
  { value: "by-schedule", label: "по отдельному графику" },
];

const UNITS: readonly { readonly value: FrequencyUnit; readonly label: string }[] = [
  { value: "day", label: "в день" },
  { value: "week", label: "в неделю" },
  { value: "month", label: "в месяц" },
  { value: "quarter", label: "в квартал" },
  { value: "schoolTerm", label: "в учебную четверть" },
  { value: "halfYear", label: "в полугодие" },
  { value: "year", label: "в год" },
  { value: "schoolYear", label: "в учебный год" },
];

const NEW: Phase = { kind: "yearly", windows: [], freq: null };

/** The term decided by hand: each part with its kind, its windows and how often. */
export function CadenceEditor({
  cadence,
  onChange,
}: {
  readonly cadence: Cadence;
  readonly onChange: (cadence: Cadence) => void;
}) {
  const phases = cadence.length > 0 ? cadence : [NEW];
  const set = (at: number, phase: Phase) => onChange(phases.map((one, index) => (index === at ? phase : one)));
  return (
    <div className="sub-rows" style={{ marginTop: 12 }}>
      {phases.map((phase, at) => (
        <PhaseEditor
          // oxlint-disable-next-line react/no-array-index-key -- phases have no identity but their place
          key={at}
          phase={phase}
          onChange={(next) => set(at, next)}
          onRemove={phases.length > 1 ? () => onChange(phases.filter((_, index) => index !== at)) : undefined}
        />
      ))}
      <div>
        <Button size="small" icon="plus" onClick={() => onChange([...phases, NEW])}>
          Добавить часть срока
        </Button>
      </div>
    </div>
  );
}

/** The units to choose from, with the phase's own where it is none of them: «в 2 года». */
function unitsWith(freq: Phase["freq"], unit: string): readonly { readonly value: string; readonly label: string }[] {
  if (freq === null || UNITS.some(({ value }) => value === unit)) return UNITS;
  return [...UNITS, { value: unit, label: printFrequency(freq).replace(/^.* раза? /, "") }];
}

interface PhaseEditorProps {
  readonly phase: Phase;
  readonly onChange: (phase: Phase) => void;
  readonly onRemove: (() => void) | undefined;
}

function PhaseEditor({ phase, onChange, onRemove }: PhaseEditorProps) {
  const window = phase.windows[0];
  const [from, setFrom] = useState(dayText(window?.from ?? null));
  const [to, setTo] = useState(dayText(window?.to ?? null));
  // «раз в 2 года» is kept as its own unit, «2year»
  const [count, unit] = (phase.freq ?? "1/month").split("/") as [string, FrequencyUnit];
  const dated = phase.kind === "once" || phase.kind === "window" || phase.kind === "yearly";
  const place = (nextFrom: string, nextTo: string) => {
    const [start, end] = [dayTyped(nextFrom), dayTyped(nextTo)];
    if (start === undefined || end === undefined) return;
    onChange({
      ...phase,
      windows: start === null && end === null ? [] : [{ from: start, to: end }, ...phase.windows.slice(1)],
    });
  };
  const wrong = (text: string) => (dayTyped(text) === undefined ? "День и месяц через точку: 15.10" : undefined);
  return (
    <div className="sub-block">
      <div className="line">
        <SelectField
          label="Как часто"
          value={phase.kind === "unknown" ? null : phase.kind}
          options={KINDS}
          onChange={(kind) =>
            kind &&
            onChange({
              ...phase,
              kind: kind as PhaseKind,
              freq: kind === "cadence" ? `${Number(count) || 1}/${unit}` : null,
            })
          }
        />
        {phase.kind === "cadence" && (
          <>
            <TextField
              label="Раз"
              inputMode="numeric"
              value={count}
              onChange={(text) => {
                const times = Number(text.replace(/\D/g, "").slice(0, 3));
                if (times > 0) onChange({ ...phase, freq: `${times}/${unit}` });
              }}
            />
            <SelectField
              label="За сколько"
              value={unit}
              options={unitsWith(phase.freq, unit)}
              onChange={(next) => next && onChange({ ...phase, freq: `${Number(count)}/${next as FrequencyUnit}` })}
            />
          </>
        )}
        {onRemove && <IconButton icon="close" label="Убрать часть срока" onClick={onRemove} />}
      </div>
      {dated && (
        <div className="line" {...{ [UNREAD]: wrong(from) !== undefined || wrong(to) !== undefined }}>
          <TextField
            label="С"
            optional
            hint="15.10 – каждый год"
            value={from}
            error={wrong(from)}
            onChange={(text) => {
              setFrom(text);
              place(text, to);
            }}
          />
          <TextField
            label="По"
            hint="15.10.2026 – один раз"
            value={to}
            error={wrong(to)}
            onChange={(text) => {
              setTo(text);
              place(from, text);
            }}
          />
        </div>
      )}
      {phase.windows.length > 1 && (
        <p className="sm q">И ещё окон: {phase.windows.length - 1}. Они сохранятся, как прочитаны из текста срока.</p>
      )}
    </div>
  );
}
