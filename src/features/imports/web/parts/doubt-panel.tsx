import { useState } from "react";
import { quoted } from "#domain/russian/quotes.ts";
import { Button } from "#web/ui/button.tsx";
import { CheckField } from "#web/ui/choice-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ReviewDoubt } from "../../model/doubts.ts";
import { mayBeApart } from "../../model/apart.ts";
import { doubtRows, rowName } from "../../model/doubt-rows.ts";
import { focusPanel } from "./focus-panel.ts";
import { OwnAnswer } from "./own-answer.tsx";
import type { ReviewWork } from "./review-work.ts";

const OWN_LABEL = { term: "Указать свой срок", audience: "Выбрать самому", text: "Написать самому" } as const;

/** the answer is for every row of the question */
const ALL = "all";

interface DoubtPanelProps {
  readonly doubt: ReviewDoubt;
  readonly work: ReviewWork;
}

/** The open doubt: the words of the document, up to nine options, acceptance, an answer of one's own. */
export function DoubtPanel({ doubt, work }: DoubtPanelProps) {
  const { pointed, remembering } = work;
  const [isOwn, setIsOwn] = useState(false);
  const several = doubt.places.length > 1 ? doubtRows(doubt, work.rows) : "";
  const apart = several !== "" && mayBeApart(doubt) ? rowsOf(doubt, work.rows) : [];
  const said = quoted(doubt.quote);
  const isNews = doubt.quote !== "" && ![doubt.quote, said].some((words) => doubt.question.includes(words));
  return (
    <section className="panel" ref={focusPanel} tabIndex={-1} aria-label={doubt.question}>
      {work.early && <output className="early">{work.early}</output>}
      <p>{typeset(doubt.question)}</p>
      {(isNews || several !== "") && (
        <div className="why">
          {isNews && <>В документе: {said}. </>}
          {several !== "" && (
            <>
              {typeset(several)}: {apart.length > 0 ? "ответ один на все, если не выбрать одну." : "ответ один на все."}
            </>
          )}
        </div>
      )}
      {isOwn && doubt.own ? (
        <OwnAnswer
          doubt={doubt}
          organisations={work.organisations}
          onAnswer={(own) => work.accept(doubt, "own", own)}
          onBack={() => setIsOwn(false)}
        />
      ) : (
        <>
          <div className="ops">
            {doubt.options.map((option, at) => (
              <button
                key={option.key}
                type="button"
                className={option.key === pointed ? "op on" : "op"}
                aria-pressed={option.key === pointed}
                onClick={() => work.point(option.key)}
              >
                <kbd>{at + 1}</kbd>
                <span>
                  <b>{typeset(option.label)}</b>
                  {option.hint && <span className="h">{typeset(option.hint)}</span>}
                </span>
              </button>
            ))}
          </div>
          {apart.length > 0 && (
            <SelectField
              label="Для каких строк ответ"
              options={[{ value: ALL, label: "Для всех" }, ...apart]}
              value={work.only ?? ALL}
              onChange={(value) => work.chooseOnly(value === ALL ? null : value)}
            />
          )}
          <div className="pf2">
            {doubt.options.length > 0 && (
              <Button
                kind="primary"
                {...(pointed === null && { disabledReason: "Выберите вариант" })}
                onClick={() => pointed !== null && work.accept(doubt, pointed)}
              >
                Принять
              </Button>
            )}
            {doubt.own && (
              <Button kind="ghost" onClick={() => setIsOwn(true)}>
                {OWN_LABEL[doubt.own]}
              </Button>
            )}
            <button type="button" className="esc" onClick={work.close}>
              <kbd>Esc</kbd> закрыть
            </button>
          </div>
        </>
      )}
      {remembering.offers(doubt) && (
        <div className="rem">
          <CheckField
            label="Запомнить в словаре округа"
            hint="после утверждения; в следующих документах об этом не спросим"
            checked={remembering.isTicked(doubt)}
            onChange={(ticked) => remembering.tick(doubt.id, ticked)}
          />
        </div>
      )}
    </section>
  );
}

/** The rows of a question to choose one from. */
function rowsOf({ places }: ReviewDoubt, rows: ReviewWork["rows"]): { value: string; label: string }[] {
  const keys = new Set(places.flatMap(({ measureKey }) => measureKey ?? []));
  return rows
    .filter(({ key }) => keys.has(key))
    .map((row) => ({ value: row.key, label: `Только для строки ${rowName(row)}` }));
}
