import type { ReactNode } from "react";
import { ApiProblem, problemText } from "#web/api/problem.ts";
import { Button } from "#web/ui/button.tsx";
import { CheckField, ChoiceField } from "#web/ui/choice-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { ErrorSummary } from "#web/ui/error-summary.tsx";
import { FieldGroup } from "#web/ui/field-shell.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea, TextField } from "#web/ui/text-field.tsx";
import type { ProgrammeChoices } from "../../model/seen.ts";
import { YEAR_KIND_NAME, YEAR_KINDS, type YearKind } from "../../model/words.ts";
import { MomentsField } from "./moments-field.tsx";
import type { PassportDraft, SectionDraft } from "./passport-draft.ts";
import { stopsAtUnread } from "./unread-field.ts";
import "./passport-form.css";

export interface PassportFormProps {
  readonly draft: PassportDraft;
  readonly onChange: (part: Partial<PassportDraft>) => void;
  readonly choices: ProgrammeChoices | undefined;
  readonly problem: unknown;
  readonly onSend: () => void;
  /** before the passport's own fields: whose programme it is */
  readonly children?: ReactNode;
  readonly actions: ReactNode;
  /** who answers for the programme where nobody is chosen; «не назначен» where absent */
  readonly officerFallback?: string;
}

/** The passport's fields; only the title and the period must be filled in. */
export function PassportForm(props: PassportFormProps) {
  const { draft, onChange, choices, problem, onSend, children, actions, officerFallback = "не назначен" } = props;
  const fields = problem instanceof ApiProblem ? problem.fields : {};
  const error = (field: string) => fields[field];
  return (
    <form
      className="passport-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!stopsAtUnread(event.currentTarget)) onSend();
      }}
    >
      {Object.keys(fields).length > 0 ? (
        <ErrorSummary
          title="Поправьте отмеченное, и программа сохранится"
          errors={Object.entries(fields).map(([field, text]) => ({ field: `passport-${field}`, text }))}
        />
      ) : (
        problem !== undefined && problem !== null && <p className="late">{problemText(problem)}</p>
      )}
      {children}
      <TextArea
        id="passport-title"
        label="Название"
        hint="Как в приказе"
        rows={2}
        value={draft.title}
        onChange={(title) => onChange({ title })}
        error={error("title")}
      />
      <TextField
        id="passport-shortTitle"
        label="Коротко"
        hint="Как называть в списках: «Поддержка школ»"
        optional
        value={draft.shortTitle}
        onChange={(shortTitle) => onChange({ shortTitle })}
        error={error("shortTitle")}
      />
      <div className="pair">
        <DateField
          id="passport-startsOn"
          label="Начало"
          value={draft.startsOn}
          onChange={(startsOn) => onChange({ startsOn })}
          error={error("startsOn")}
        />
        <DateField
          id="passport-endsOn"
          label="Окончание"
          value={draft.endsOn}
          onChange={(endsOn) => onChange({ endsOn })}
          error={error("endsOn")}
        />
      </div>
      <ChoiceField
        label="Какие годы считать"
        value={draft.yearKind}
        onChange={(yearKind) => onChange({ yearKind: yearKind as YearKind })}
        options={YEAR_KINDS.map((kind) => ({ value: kind, label: YEAR_KIND_NAME[kind] }))}
      />
      <SelectField
        id="passport-officerPersonId"
        className="whole"
        label="Ответственный"
        optional
        value={draft.officerPersonId}
        options={(choices?.officers ?? []).map((person) => ({
          value: person.id,
          label: `${person.name}, ${person.position}`,
        }))}
        onChange={(officerPersonId) => onChange({ officerPersonId })}
        error={error("officerPersonId")}
        placeholder={officerFallback}
      />
      <TextArea
        id="passport-goal"
        label="Цель"
        optional
        rows={3}
        value={draft.goal}
        onChange={(goal) => onChange({ goal })}
        error={error("goal")}
      />
      <TextArea
        id="passport-tasks"
        label="Задачи"
        hint="Каждая с новой строки"
        optional
        rows={4}
        value={draft.tasks}
        onChange={(tasks) => onChange({ tasks })}
        error={error("tasks")}
      />
      <MomentsField
        value={draft.accountMoments}
        onChange={(moments) => moments && onChange({ accountMoments: moments })}
      />
      <Sections sections={draft.sections} onChange={(sections) => onChange({ sections })} fields={fields} />
      <div className="form-act">{actions}</div>
    </form>
  );
}

interface SectionsProps {
  readonly sections: readonly SectionDraft[];
  readonly onChange: (sections: readonly SectionDraft[]) => void;
  readonly fields: Readonly<Record<string, string>>;
}

/** The document's own parts: expected results, stages, criteria. */
function Sections({ sections, onChange, fields }: SectionsProps) {
  const set = (at: number, part: Partial<SectionDraft>) =>
    onChange(sections.map((section, index) => (index === at ? { ...section, ...part } : section)));
  return (
    <FieldGroup label="Части паспорта" hint="Ожидаемые результаты, этапы, критерии" optional>
      <div className="passport-sections">
        {sections.map((section, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- sections have no identity but their place
          <div key={at} className="passport-section">
            <TextField
              id={`passport-passport.${at}.heading`}
              label="Заголовок"
              value={section.heading}
              onChange={(heading) => set(at, { heading })}
              error={fields[`passport.${at}.heading`]}
            />
            <TextArea
              label="Текст"
              hint={section.isList ? "Каждый пункт с новой строки" : "Каждый абзац с новой строки"}
              rows={4}
              value={section.text}
              onChange={(text) => set(at, { text })}
            />
            <div className="line">
              <CheckField label="Это список" checked={section.isList} onChange={(isList) => set(at, { isList })} />
              <Button size="small" kind="ghost" onClick={() => onChange(sections.filter((_, index) => index !== at))}>
                Убрать часть
              </Button>
            </div>
          </div>
        ))}
        <div>
          <Button
            size="small"
            icon="plus"
            onClick={() => onChange([...sections, { heading: "", text: "", isList: true }])}
          >
            Добавить часть
          </Button>
        </div>
      </div>
    </FieldGroup>
  );
}
