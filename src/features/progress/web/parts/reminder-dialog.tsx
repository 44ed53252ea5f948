import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { counted } from "#domain/russian/plural.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { request } from "#web/api/request.ts";
import { useWrite } from "#web/api/query.ts";
import { Button } from "#web/ui/button.tsx";
import { CheckField } from "#web/ui/choice-field.tsx";
import { RefusedRows } from "#web/ui/chosen.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ReadyReminder, ReadyReminders, RemindedLate } from "../../model/late-reminder.ts";
import "./reminder-dialog.css";

export interface ReminderDialogProps {
  readonly territoryId: string;
  /** keys of the bearers to remind; all who are late without them */
  readonly bearers?: readonly string[] | undefined;
  readonly onClose: () => void;
}

/** Reminders ready to be sent: whom, with what words, and whether by letter too. Each bearer's words may be written anew. */
export default function ReminderDialog({ territoryId, bearers, onClose }: ReminderDialogProps) {
  const ready = useQuery({
    queryKey: ["progress", "late-reminders", territoryId],
    queryFn: ({ signal }) =>
      request<ReadyReminders>("/api/progress/late-reminders", { query: { territoryId }, signal }),
    // what the person writes over must not be read anew under their hands
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Loaded query={ready} title="Напоминания не подготовлены">
      {(data) => (
        <Ready
          data={{ ...data, reminders: data.reminders.filter(({ key }) => !bearers || bearers.includes(key)) }}
          territoryId={territoryId}
          onClose={onClose}
        />
      )}
    </Loaded>
  );
}

interface ReadyProps {
  readonly data: ReadyReminders;
  readonly territoryId: string;
  readonly onClose: () => void;
}

function Ready({ data, territoryId, onClose }: ReadyProps) {
  const { reminders, today, mail } = data;
  const able = reminders.filter((one) => one.people > 0 && one.remindedOn !== today);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const [byLetter, setByLetter] = useState(true);
  const [refused, setRefused] = useState<RemindedLate["refused"]>([]);
  const picked = able.filter(({ key }) => !left.has(key));
  const letters = picked.reduce((sum, one) => sum + one.letters, 0);
  const send = useWrite(
    (body: object, key) => request<RemindedLate>("/api/progress/late-reminders", { method: "POST", body, key }),
    {
      refresh: [["progress", "late"], ["progress", "home"], ["notices"]],
      onDone: ({ done, refused: rest }) => {
        const people = done.reduce((sum, one) => sum + one.people, 0);
        if (done.length > 0) showNotice(`Напоминание получили: ${counted(people, ["человек", "человека", "человек"])}`);
        if (rest.length === 0) onClose();
        else setRefused(rest);
        setLeft(new Set([...left, ...done.map((one) => one.bearer)]));
      },
    },
  );
  const textOf = (one: ReadyReminder) => texts.get(one.key) ?? one.text;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={reminders.length === 1 ? `Напоминание: ${reminders[0]!.name}` : "Напомнить о просроченном"}
      width={640}
      actions={
        <>
          <Button
            kind="primary"
            busy={send.isPending}
            disabledReason={picked.length === 0 ? "Отправлять некому" : undefined}
            onClick={() =>
              send.mutate({
                territoryId,
                byLetter: mail && byLetter && letters > 0,
                reminders: picked.map((one) => ({ bearer: one.key, text: textOf(one) })),
              })
            }
          >
            {reminders.length === 1 ? "Отправить" : `Отправить: ${picked.length}`}
          </Button>
          <Button onClick={onClose}>Не отправлять</Button>
        </>
      }
    >
      {send.isError && <ErrorState title="Напоминания не ушли" problem={send.error} kept="Тексты остались в полях." />}
      <RefusedRows
        title="Не отправлено"
        rows={refused.map(({ id, text }) => ({ id, text, name: reminders.find(({ key }) => key === id)?.name ?? "" }))}
        onClose={() => setRefused([])}
      />
      {reminders.length === 0 && <p>Просроченных отчётов, о которых можно напомнить, нет.</p>}
      <ul className="ready-reminders">
        {reminders.map((one) => (
          <li key={one.key}>
            <Bearer
              one={one}
              alone={reminders.length === 1}
              today={today}
              checked={picked.includes(one)}
              onCheck={(on) =>
                setLeft((before) => new Set(on ? [...before].filter((key) => key !== one.key) : [...before, one.key]))
              }
              text={textOf(one)}
              onText={(text) => setTexts((before) => new Map(before).set(one.key, text))}
            />
          </li>
        ))}
      </ul>
      {mail && letters > 0 && (
        <CheckField
          label="Отправить и письмом"
          hint={typeset(
            `Письмо получат ${counted(letters, ["человек", "человека", "человек"])}, чей логин — адрес почты.`,
          )}
          checked={byLetter}
          onChange={setByLetter}
        />
      )}
    </Dialog>
  );
}

interface BearerProps {
  readonly one: ReadyReminder;
  /** nobody else is reminded: its words stand open */
  readonly alone: boolean;
  readonly today: string;
  readonly checked: boolean;
  readonly onCheck: (on: boolean) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
}

function Bearer({ one, alone, today, checked, onCheck, text, onText }: BearerProps) {
  const [opened, setOpened] = useState(alone);
  const why =
    one.remindedOn === today
      ? "Сегодня уже напоминали."
      : one.people === 0
        ? "Ни у кого нет входа в систему, позвоните."
        : null;
  if (why)
    return (
      <p>
        {typeset(one.name)} <span className="sm q">{typeset(`${reportsInWords(one.late)}. ${why}`)}</span>
      </p>
    );
  const who = `${reportsInWords(one.late)}, ${counted(one.people, ["получатель", "получателя", "получателей"])}`;
  return (
    <>
      <div className="head">
        {alone ? (
          <span className="sm q">{typeset(who)}</span>
        ) : (
          <CheckField label={typeset(one.name)} hint={typeset(who)} checked={checked} onChange={onCheck} />
        )}
        {!alone && (
          <button
            type="button"
            className="link-button"
            aria-expanded={opened}
            aria-label={opened ? `Свернуть: ${one.name}` : `Текст для ${one.name}`}
            onClick={() => setOpened(!opened)}
          >
            {opened ? "Свернуть" : "Текст"}
          </button>
        )}
      </div>
      {opened && <TextArea label={alone ? "Текст" : `Текст: ${one.name}`} value={text} onChange={onText} />}
    </>
  );
}
