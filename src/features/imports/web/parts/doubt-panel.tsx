import { useState } from "react";
import { counted } from "#domain/russian/plural.ts";
import { Button } from "#web/ui/button.tsx";
import { CheckField } from "#web/ui/choice-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ReviewDoubt } from "../../model/doubts.ts";
import { focusPanel } from "./focus-panel.ts";
import { OwnAnswer } from "./own-answer.tsx";
import type { ReviewWork } from "./review-screen.tsx";

const OWN_LABEL = { term: "Указать свой срок", audience: "Выбрать самому", text: "Написать самому" } as const;

interface DoubtPanelProps {
  readonly doubt: ReviewDoubt;
  readonly work: ReviewWork;
}

/** The open doubt: the words of the document, up to nine options, acceptance, an answer of one's own. */
export function DoubtPanel({ doubt, work }: DoubtPanelProps) {
  const { pointed, canRemember } = work;
  const [isOwn, setIsOwn] = useState(false);
  const mayRemember = canRemember && doubt.topic === "party";
  const [remember, setRemember] = useState(mayRemember && isCode(doubt.quote));
  const places = doubt.places.length;
  const isNews = doubt.quote !== "" && !doubt.question.includes(doubt.quote);
  return (
    <section className="panel" ref={focusPanel} tabIndex={-1} aria-label={doubt.question}>
      <p>{typeset(doubt.question)}</p>
      {(isNews || places > 1) && (
        <div className="why">
          {isNews && <>В документе: «{doubt.quote}». </>}
          {places > 1 && <>Встречается {counted(places, ["раз", "раза", "раз"])}, ответ один на все.</>}
        </div>
      )}
      {isOwn && doubt.own ? (
        <OwnAnswer
          doubt={doubt}
          organisations={work.organisations}
          onAnswer={(own) => work.decide({ doubtId: doubt.id, option: "own", own, remember })}
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
          <div className="pf2">
            {doubt.options.length > 0 && (
              <Button
                kind="primary"
                {...(pointed === null && { disabledReason: "Выберите вариант" })}
                onClick={() => pointed !== null && work.decide({ doubtId: doubt.id, option: pointed, remember })}
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
      {mayRemember && (
        <div className="rem">
          <CheckField
            label="Запомнить в словаре округа"
            hint="в следующих документах об этом не спросим"
            checked={remember}
            onChange={setRemember}
          />
        </div>
      )}
    </section>
  );
}

/** A code in capitals means one thing in the whole district; a phrase may not. */
function isCode(quote: string): boolean {
  return /^[\p{Lu}\d]{2,8}$/u.test(quote);
}
