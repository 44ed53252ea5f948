import { useEffect, useRef, useState } from "react";
import { counted } from "#domain/russian/plural.ts";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { Button } from "#web/ui/button.tsx";
import { CheckField, ChoiceField } from "#web/ui/choice-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldGroup } from "#web/ui/field-shell.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea, TextField } from "#web/ui/text-field.tsx";
import type { ImportSettings } from "../../model/contract.ts";
import type { PaperTable } from "../../model/paper.ts";

const MOMENTS = [
  { value: "schoolTermEnd", label: "В конце каждой учебной четверти" },
  { value: "quarterEnd", label: "В конце каждого квартала" },
  { value: "monthEnd", label: "В конце каждого месяца" },
  { value: "schoolYearEnd", label: "В конце учебного года" },
  { value: "yearEnd", label: "В конце календарного года" },
] as const;

const YEARS = [
  { value: "calendar", label: "Календарные", hint: "с января по декабрь" },
  { value: "school", label: "Учебные", hint: "с сентября по август" },
];

interface SettingsDialogProps {
  readonly settings: ImportSettings;
  readonly tables: readonly PaperTable[];
  onSave(settings: ImportSettings): Promise<void>;
  onClose(): void;
}

/** What the programme will be: its names, period, kind of years, moments of account, and the tables it takes in. */
export function SettingsDialog({ settings, tables, onSave, onClose }: SettingsDialogProps) {
  const [form, setForm] = useState(settings);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== null) fields.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problem]);
  const change = (part: Partial<ImportSettings>) => setForm((now) => ({ ...now, ...part }));
  const error = (field: string) => fieldProblem(problem, `settings.${field}`);
  const save = async () => {
    setBusy(true);
    try {
      await onSave(form);
      onClose();
    } catch (refusal) {
      setProblem(refusal);
      setBusy(false);
    }
  };
  const hasFieldErrors = ["title", "shortTitle", "startsOn", "endsOn"].some((field) => error(field));
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Программа"
      width={600}
      actions={
        <>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            Сохранить
          </Button>
          <Button kind="ghost" onClick={onClose}>
            Не менять
          </Button>
        </>
      }
    >
      <div className="settings-form" ref={fields}>
        {problem !== null && !hasFieldErrors && <p className="late">{problemText(problem)}</p>}
        {tables.length > 0 && (
          <FieldGroup label="Какие таблицы станут дорожными картами">
            <div className="choices">
              {tables.map((table) => (
                <CheckField
                  key={table.key}
                  label={table.caption ?? "Перечень без названия"}
                  hint={counted(table.measures, ["мероприятие", "мероприятия", "мероприятий"])}
                  checked={form.tables.includes(table.key)}
                  onChange={(checked) =>
                    change({
                      tables: tables
                        .map(({ key }) => key)
                        .filter((key) => (key === table.key ? checked : form.tables.includes(key))),
                    })
                  }
                />
              ))}
            </div>
          </FieldGroup>
        )}
        <TextArea
          label="Название"
          hint="как в приказе"
          rows={2}
          value={form.title}
          onChange={(title) => change({ title })}
          error={error("title")}
        />
        <TextField
          label="Короткое имя"
          hint="под ним программу увидят школы"
          value={form.shortTitle}
          onChange={(shortTitle) => change({ shortTitle })}
          error={error("shortTitle")}
        />
        <div className="two">
          <DateField
            label="Начало"
            value={form.startsOn}
            onChange={(startsOn) => startsOn && change({ startsOn, periodGiven: true })}
            error={error("startsOn")}
          />
          <DateField
            label="Конец"
            value={form.endsOn}
            onChange={(endsOn) => endsOn && change({ endsOn, periodGiven: true })}
            error={error("endsOn")}
          />
        </div>
        <ChoiceField
          label="Годы программы"
          options={YEARS}
          value={form.yearKind}
          onChange={(yearKind) => change({ yearKind: yearKind as ImportSettings["yearKind"], periodGiven: true })}
        />
        <SelectField
          label="Когда отчитываться за постоянную работу"
          hint="для сроков «постоянно», «в течение всего периода»"
          options={MOMENTS}
          value={form.accountMoments.kind}
          onChange={(kind) => {
            const moment = MOMENTS.find(({ value }) => value === kind);
            if (moment) change({ accountMoments: { kind: moment.value } });
          }}
        />
      </div>
    </Dialog>
  );
}
