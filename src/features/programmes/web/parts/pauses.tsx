import { useState } from "react";
import { Link } from "react-router";
import { dateInWords } from "#domain/russian/dates.ts";
import { counted, plural } from "#domain/russian/plural.ts";
import { localDate } from "#shared/local-date.ts";
import { problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button, ButtonLink } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { PauseSeen } from "../../model/pause.ts";
import { overInWords } from "../../model/pause-words.ts";
import "./pauses.css";

export interface PausesProps {
  readonly territoryId: string;
  readonly programmeId: string;
  /** on the page of a measure: its own pauses are resumed here, those of the programme on the programme's page */
  readonly measureId: string | null;
  readonly pauses: readonly PauseSeen[];
  readonly today: string;
  readonly canResume: boolean;
}

/** What stands still now, since when and why, with the way to go on; earlier pauses behind one press. */
export function Pauses({ territoryId, programmeId, measureId, pauses, today, canResume }: PausesProps) {
  const [passed, setPassed] = useState<number | null>(null);
  const resume = useWrite(
    ({ id, version }: PauseSeen, key) =>
      request<{ late: number }>(`/api/pauses/${territoryId}/${id}/resume`, { method: "POST", body: { version }, key }),
    {
      onDone: ({ late }) => {
        // the pressed button goes: the focus goes on from the page, not from its very beginning
        document.getElementById("main")?.focus({ preventScroll: true });
        if (late > 0) setPassed(late);
        else showNotice(measureId ? "Мероприятие возобновлено" : "Программа возобновлена");
      },
    },
  );
  const standing = pauses.filter(({ resumedOn }) => resumedOn === null);
  const over = pauses.filter(({ resumedOn }) => resumedOn !== null);
  const rows = new URLSearchParams({ territoryId, ...(measureId ? { measureId } : { programmeId }), state: "late" });
  return (
    <>
      {standing.map((pause) => (
        <section key={pause.id} className="paused-note" aria-label="Приостановлено">
          <StateMark state="paused" strong>
            {typeset(standingWords(pause, measureId, today))}
          </StateMark>
          <p>{typeset(pause.reason)}</p>
          <Signed pause={pause} territoryId={territoryId} />
          {canResume && pause.measureId === measureId && (
            <Button busy={resume.isPending} onClick={() => resume.mutate(pause)}>
              {pause.from > today ? "Отменить паузу" : "Возобновить"}
            </Button>
          )}
          {measureId !== null && pause.measureId === null && (
            <Link to={`/programmes/${territoryId}/${programmeId}`}>К программе</Link>
          )}
        </section>
      ))}
      {resume.isError && (
        <p role="alert" className="remark">
          {problemText(resume.error)}
        </p>
      )}
      {over.length > 0 && (
        <details className="paused-before">
          <summary>Прежние паузы: {over.length}</summary>
          <ol>
            {over.map((pause) => (
              <li key={pause.id}>
                {typeset(
                  `${pause.measureId === null && measureId !== null ? "Программа. " : ""}${overInWords(pause, localDate(today))}: ${pause.reason}`,
                )}
                <Signed pause={pause} territoryId={territoryId} />
              </li>
            ))}
          </ol>
        </details>
      )}
      <Dialog
        opened={passed !== null}
        onClose={() => setPassed(null)}
        title="Возобновлено"
        actions={
          <>
            <ButtonLink kind="primary" to={`/progress/rows?${rows}`}>
              Перенести сроки
            </ButtonLink>
            <Button onClick={() => setPassed(null)}>Оставить как есть</Button>
          </>
        }
      >
        <p>
          {typeset(
            `За время паузы ${plural(passed ?? 0, ["прошёл", "прошло", "прошло"])} ${counted(passed ?? 0, ["срок", "срока", "сроков"])}, теперь ${passed === 1 ? "отчёт просрочен" : "отчёты просрочены"}. Сами сроки не сдвигаются: откройте список и перенесите те, что нужно.`,
          )}
        </p>
      </Dialog>
    </>
  );
}

function standingWords(pause: PauseSeen, measureId: string | null, today: string): string {
  const from = dateInWords(localDate(pause.from));
  if (pause.from > today)
    return pause.measureId ? `Мероприятие будет приостановлено с ${from}` : `Программа будет приостановлена с ${from}`;
  if (pause.measureId) return `Мероприятие приостановлено с ${from}`;
  return measureId === null ? `Программа приостановлена с ${from}` : `Вся программа приостановлена с ${from}`;
}

function Signed({ pause, territoryId }: { readonly pause: PauseSeen; readonly territoryId: string }) {
  return (
    <p className="sm q">
      {pause.pausedBy}
      {pause.resumedBy && pause.resumedBy !== pause.pausedBy && typeset(`; возобновление — ${pause.resumedBy}`)}
      {pause.paper && (
        <>
          {" · "}
          <Link to={`/papers/${territoryId}/${pause.paper.id}`}>{pause.paper.name}</Link>
        </>
      )}
    </p>
  );
}
