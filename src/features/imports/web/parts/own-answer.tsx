import { useState, type ReactNode } from "react";
import { printTerm } from "#domain/phrases/print-term.ts";
import { readTerm } from "#domain/phrases/read-term.ts";
import { Button } from "#web/ui/button.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea, TextField } from "#web/ui/text-field.tsx";
import type { Decision } from "../../model/contract.ts";
import type { ReviewDoubt } from "../../model/doubts.ts";
import { audienceChoices } from "../../model/audience-choices.ts";
import { isReadWhole } from "../../model/term-questions.ts";
import type { ImportDocument } from "../../model/view.ts";

type Own = NonNullable<Decision["own"]>;

interface OwnAnswerProps {
  readonly doubt: ReviewDoubt;
  readonly organisations: ImportDocument["organisations"];
  onAnswer(own: Own): void;
  onBack(): void;
}

/** An answer that none of the options is: a term in words, a choice among all audiences, a text. */
export function OwnAnswer({ doubt, organisations, onAnswer, onBack }: OwnAnswerProps) {
  if (doubt.own === "term") return <OwnTerm doubt={doubt} onAnswer={onAnswer} onBack={onBack} />;
  if (doubt.own === "audience")
    return <OwnAudience doubt={doubt} organisations={organisations} onAnswer={onAnswer} onBack={onBack} />;
  return <OwnText doubt={doubt} onAnswer={onAnswer} onBack={onBack} />;
}

/** The field of a form that was just asked for takes the focus. */
function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>("input, textarea")?.focus({ preventScroll: true });
}

type FormProps = Omit<OwnAnswerProps, "organisations">;

function OwnTerm({ doubt, onAnswer, onBack }: FormProps) {
  const [text, setText] = useState(doubt.answer?.own?.kind === "term" ? doubt.answer.own.text : "");
  const reading = readTerm(text);
  const isUnread = !isReadWhole(reading);
  const isBlank = text.trim() === "";
  return (
    <OwnForm
      onBack={onBack}
      reason={isUnread ? "Напишите срок, который будет понят" : undefined}
      onSubmit={() => onAnswer({ kind: "term", text: text.trim() })}
    >
      <TextField
        label="Срок словами"
        hint={
          isBlank || isUnread
            ? "Например: «октябрь 2026», «до 15 мая», «2 раза в год», «постоянно»."
            : `Понято так: ${printTerm({ ...reading, phrase: "" })}`
        }
        value={text}
        onChange={setText}
        error={!isBlank && isUnread ? `Не понято${reading.rest ? `: «${reading.rest}»` : ""}` : undefined}
      />
    </OwnForm>
  );
}

function OwnAudience({ doubt, organisations, onAnswer, onBack }: OwnAnswerProps) {
  const choices = audienceChoices(doubt.quote, organisations);
  const [value, setValue] = useState<string | null>(null);
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <OwnForm
      onBack={onBack}
      reason={chosen ? undefined : "Выберите из списка"}
      onSubmit={() => chosen && onAnswer({ kind: "audience", audience: chosen.audience })}
    >
      <SelectField
        label="Кто это в вашем округе"
        options={choices.map(({ value: key, label }) => ({ value: key, label }))}
        value={value}
        onChange={setValue}
      />
    </OwnForm>
  );
}

function OwnText({ doubt, onAnswer, onBack }: FormProps) {
  const [text, setText] = useState(doubt.answer?.own?.kind === "text" ? doubt.answer.own.text : "");
  return (
    <OwnForm
      onBack={onBack}
      reason={text.trim() === "" ? "Напишите текст" : undefined}
      onSubmit={() => onAnswer({ kind: "text", text: text.trim() })}
    >
      <TextArea label="Как должно быть" value={text} onChange={setText} rows={3} />
    </OwnForm>
  );
}

interface OwnFormProps {
  /** why the answer cannot be taken yet */
  readonly reason: string | undefined;
  readonly children: ReactNode;
  onSubmit(): void;
  onBack(): void;
}

function OwnForm({ reason, children, onSubmit, onBack }: OwnFormProps) {
  return (
    <form
      className="own"
      ref={focusFirst}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason === undefined) onSubmit();
      }}
    >
      {children}
      <div className="pf2">
        <Button kind="primary" type="submit" disabledReason={reason}>
          Принять
        </Button>
        <Button kind="ghost" onClick={onBack}>
          К вариантам
        </Button>
      </div>
    </form>
  );
}
