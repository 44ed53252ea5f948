import { useEffect, useRef, useState } from "react";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useWriteOver } from "#web/api/write-over.ts";
import { Button } from "#web/ui/button.tsx";
import { CheckField } from "#web/ui/choice-field.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { numberOf } from "#web/ui/number-text.ts";
import { Refusal } from "#web/ui/refusal.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { ESCALATION_ROLE_NAME, hourInWords } from "../../model/ladder-words.ts";
import { ESCALATION_ROLES, type EscalationRole, type ReminderRules, type RulesView } from "../../model/rules.ts";
import { DayStep } from "./day-step.tsx";
import { LadderExample } from "./ladder-example.tsx";

const DAYS = ["earlyDays", "nearDays", "lateDays", "escalationDays"] as const;
type DayName = (typeof DAYS)[number];

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourInWords(hour) }));
const ROLES = ESCALATION_ROLES.map((role) => ({ value: role, label: ESCALATION_ROLE_NAME[role] }));

/** The rules as fields; what they mean for one term stands below and follows every touch. */
export function RulesForm({ territoryId, view }: { readonly territoryId: string; readonly view: RulesView }) {
  const { usual } = view;
  const [rules, setRules] = useState<ReminderRules>(view.rules);
  const [typed, setTyped] = useState(() => typedOf(view.rules, usual));
  const over = useWriteOver(view.version);
  const form = useRef<HTMLFormElement>(null);
  // takes away the words about the last saving: they must not stand over a later refusal
  const takeBackSaved = useRef<() => void>(undefined);
  const save = useWrite(
    (body: ReminderRules, key) =>
      over((version) =>
        request(`/api/reminder-rules/${territoryId}`, { method: "PUT", key, body: { ...body, version } }),
      ),
    {
      refresh: [["reminder-rules"]],
      onDone: () => {
        takeBackSaved.current = showNotice("Правила сохранены");
      },
    },
  );
  useEffect(() => {
    if (!save.error) return;
    const field = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    field?.scrollIntoView({ block: "center" });
    field?.focus({ preventScroll: true });
  }, [save.error]);
  const change = (part: Partial<ReminderRules>) => setRules((now) => ({ ...now, ...part }));
  const step = (name: DayName, label: string, side: string) => (
    <DayStep
      id={name}
      label={label}
      side={side}
      on={rules[name] !== null}
      onTurn={(on) => change({ [name]: on ? daysOf(typed[name]) : null })}
      days={typed[name]}
      onDays={(text) => {
        setTyped((now) => ({ ...now, [name]: text }));
        change({ [name]: daysOf(text) });
      }}
      error={fieldProblem(save.error, name)}
    />
  );
  const hour = (name: "sendHour" | "quietFrom" | "quietTo", label: string) => (
    <SelectField
      label={label}
      options={HOURS}
      value={String(rules[name])}
      onChange={(value) => value !== null && change({ [name]: Number(value) })}
      error={fieldProblem(save.error, name)}
    />
  );
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        takeBackSaved.current?.();
        save.mutate(rules);
      }}
    >
      <section>
        <SectionTitle>О чём напоминать</SectionTitle>
        {step("earlyDays", "Первое напоминание", "до\u00A0срока")}
        {step("nearDays", "Второе напоминание", "до\u00A0срока")}
        <CheckField label="В день срока" checked={rules.onDueDay} onChange={(onDueDay) => change({ onDueDay })} />
        {step("lateDays", "После срока", "после\u00A0срока")}
        <CheckField
          label="Дальше каждую неделю"
          hint="Пока отчёт не отправят, не примут или мероприятие не закроют"
          checked={rules.weekly}
          onChange={(weekly) => change({ weekly })}
        />
        {step("escalationDays", "Сообщить начальнику", "после\u00A0срока")}
        {rules.escalationDays !== null && (
          <SelectField
            label="Кому сообщать"
            hint="Один список на всех, кто просрочил"
            options={ROLES}
            value={rules.escalatesTo}
            onChange={(value) => value !== null && change({ escalatesTo: value as EscalationRole })}
          />
        )}
        <LadderExample rules={sound(rules)} />
      </section>
      <section>
        <SectionTitle>Когда присылать</SectionTitle>
        <div className="hours">
          {hour("sendHour", "Час напоминаний")}
          {hour("quietFrom", "Тихие часы с")}
          {hour("quietTo", "до")}
        </div>
        <p className="sm q">Часы – по времени муниципалитета. В тихие часы письма ждут утра.</p>
        <CheckField
          label="Только в рабочие дни"
          hint="О сроке в выходной напомнят накануне, о просрочке – в первый рабочий день"
          checked={rules.workingDaysOnly}
          onChange={(workingDaysOnly) => change({ workingDaysOnly })}
        />
      </section>
      <div className="act">
        <Button kind="primary" type="submit" busy={save.isPending}>
          Сохранить
        </Button>
        <Button
          kind="ghost"
          onClick={() => {
            setRules(usual);
            setTyped(typedOf(usual, usual));
          }}
        >
          Подставить обычные
        </Button>
      </div>
      <Refusal error={save.error} />
    </form>
  );
}

/** Days as typed; what is no number is sent as one that is refused, with its sentence at the field. */
function daysOf(text: string): number {
  return numberOf(text) ?? 0;
}

function typedOf(rules: ReminderRules, usual: ReminderRules): Readonly<Record<DayName, string>> {
  return Object.fromEntries(DAYS.map((name) => [name, String(rules[name] ?? usual[name])])) as Record<DayName, string>;
}

/** What is half typed moves no days of the example beyond the calendar. */
function sound(rules: ReminderRules): ReminderRules {
  const days = (name: DayName) => (rules[name] === null ? null : Math.min(Math.max(Math.trunc(rules[name]), 0), 365));
  return { ...rules, ...Object.fromEntries(DAYS.map((name) => [name, days(name)])) };
}
