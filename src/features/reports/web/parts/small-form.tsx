import { useId, useState } from "react";
import { dateInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import { useDraft } from "#web/api/draft.ts";
import { useMe } from "#web/api/me.ts";
import { problemText } from "#web/api/problem.ts";
import { AutosaveNote } from "#web/ui/autosave-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { CheckField } from "#web/ui/choice-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { ErrorSummary } from "#web/ui/error-summary.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { SmallList } from "../../model/together.ts";
import { rowsToSend, type Ticked } from "../../model/ticked.ts";
import { useSendTogether } from "./use-send-together.ts";

const NOTHING: Ticked = { chosen: [], own: {}, text: "", doneOn: null };

/** The rows to tick, words for all of them or for one, the day, one button. */
export function SmallForm({ list }: { readonly list: SmallList }) {
  const { territoryId, organisationId } = useMe().current;
  const name = useId();
  const draft = useDraft<Ticked>({
    key: `together/${territoryId}/${organisationId ?? ""}`,
    version: 1,
    initial: { ...NOTHING, doneOn: list.today },
  });
  const { value: ticked, set } = draft;
  const change = (part: Partial<Ticked>) => set((now) => ({ ...now, ...part }));
  const { rows, faults } = rowsToSend(list, ticked);
  const [tries, setTries] = useState(0);
  const [shown, setShown] = useState<Readonly<Record<string, string>>>({});
  const sending = useSendTogether(territoryId, draft.clear);
  const faultLines = Object.entries(shown).map(([field, text]) => ({ field, text }));
  const tick = (id: string, on: boolean) =>
    change({ chosen: on ? [...ticked.chosen, id] : ticked.chosen.filter((one) => one !== id) });
  const all = rows.length === list.rows.length;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTries((before) => before + 1);
        setShown(faults);
        if (Object.keys(faults).length === 0 && ticked.doneOn) sending.send({ doneOn: ticked.doneOn, rows });
      }}
    >
      {faultLines.length > 0 && (
        <ErrorSummary key={tries} title="Поправьте отмеченное, и отчёты можно отправлять" errors={faultLines} />
      )}
      <ul className="pick" id="rows" tabIndex={-1} aria-label="Мероприятия">
        {list.rows.map((row) => {
          const on = ticked.chosen.includes(row.id);
          const refused = sending.refused.find((one) => one.id === row.id);
          return (
            <li key={row.id}>
              <CheckField
                label={typeset(row.measureTitle)}
                hint={`${row.programmeTitle}${row.measureNumber && ` · мероприятие\u00a0${row.measureNumber}`} · до ${dateInWords(localDate(row.dueOn))}`}
                checked={on}
                onChange={(next) => tick(row.id, next)}
              />
              {on && (
                <input
                  className="in"
                  id={`${name}-${row.id}`}
                  aria-label={`Своими словами: ${row.measureTitle}`}
                  placeholder="Своими словами, если нужно"
                  value={ticked.own[row.id] ?? ""}
                  onChange={(event) => change({ own: { ...ticked.own, [row.id]: event.target.value } })}
                />
              )}
              {refused && <p className="why sm late">{refused.text}</p>}
            </li>
          );
        })}
      </ul>
      <p className="also">
        <button
          type="button"
          className="link-button"
          onClick={() => change({ chosen: all ? [] : list.rows.map((row) => row.id) })}
        >
          {all ? "Снять все отметки" : "Отметить все"}
        </button>
      </p>
      <div className="all">
        <TextArea
          id="text"
          label="Что сделано"
          hint="Одно-два предложения для всех отмеченных. Если о каком-то нужно сказать иначе, напишите прямо под ним."
          error={shown["text"]}
          value={ticked.text}
          onChange={(text) => change({ text })}
        />
        <DateField
          id="doneOn"
          label="Когда выполнено"
          error={shown["doneOn"]}
          value={ticked.doneOn === null ? null : localDate(ticked.doneOn)}
          onChange={(doneOn) => change({ doneOn })}
          today={localDate(list.today)}
          noneAfter={localDate(list.today)}
        />
      </div>
      {sending.problem !== null && (
        <div className="f bad" role="alert">
          <FieldError>{problemText(sending.problem)}</FieldError>
        </div>
      )}
      <div className="form-act">
        <Button
          kind="primary"
          size="large"
          type="submit"
          busy={sending.busy}
          disabledReason={rows.length === 0 ? "Отметьте, что сделано" : undefined}
        >
          {rows.length === 0 ? "Отметить выполненными" : `Отметить выполненными: ${rows.length}`}
        </Button>
        <AutosaveNote savedAt={draft.savedAt} />
      </div>
    </form>
  );
}
