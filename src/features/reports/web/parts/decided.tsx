import { shortened } from "#shared/cut-text.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { problemText } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { Shape } from "#web/ui/shape.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ReportRow, ReportView } from "../../model/contract.ts";
import { offerUndo } from "./last-decision.ts";
import { useRested } from "./rested.ts";
import { following, useWaitingReports } from "./waiting-reports.ts";

export interface DecidedProps {
  /** the report as the decision left it */
  readonly report: ReportView;
  /** decided by a key: the next report opens by itself, as whoever works by keys expects; a finger would meet it with its second touch */
  readonly goesOn: boolean;
  /** the reports that waited when it was decided, in their order */
  readonly queue: readonly string[];
  /** the decision was taken back: decide again */
  readonly onUndone: () => void;
}

const UNDO_SECONDS = 60;
/** letters of a title that a notice says: it floats over the next report */
const TOLD = 40;

/** What was decided, a minute to take it back, and the next report: opened by a press, or by itself where a key decided. */
export function Decided({ report, goesOn, queue, onUndone }: DecidedProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const rested = useRested();
  const left = useSecondsLeft(UNDO_SECONDS);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const waiting = useWaitingReports(report.territoryId, `${report.id} ${report.version}`, true);
  const others = waiting?.filter((row) => row.id !== report.id) ?? [];
  const title = report.obligations[0]?.measureTitle ?? "";
  const decision = `${report.state === "accepted" ? "Принято" : "Возвращено"}: ${report.bearerName}`;
  const words = `${decision} — «${title}»`;
  const mark = report.state === "accepted" ? "accepted" : "returned";
  const undo = () =>
    request(`/api/reports/${report.territoryId}/${report.id}/reopen`, {
      method: "POST",
      body: { version: report.version },
    })
      .then(() => queries.invalidateQueries())
      .then(() => true)
      .catch((error: unknown) => {
        showNotice(problemText(error), "late");
        return false;
      });
  const goOn = (to: ReportRow) => {
    if (left > 0)
      offerUndo({
        text: typeset(`${decision} — «${shortened(title, TOLD)}»`),
        state: mark,
        seconds: left,
        onUndo: async () => {
          if (await undo()) await navigate(`/reports/${report.territoryId}/${report.id}`);
        },
      });
    void navigate(`/reports/${to.territoryId}/${to.id}`);
  };
  const next = following(others, queue, report.id);
  const gone = useRef(false);
  useEffect(() => {
    if (!goesOn || !next || gone.current) return;
    gone.current = true;
    goOn(next);
    // once, when the next report is known
    // oxlint-disable-next-line react/exhaustive-deps
  }, [goesOn, next?.id]);
  return (
    <section className="decided" aria-live="polite" aria-label="Решение записано" tabIndex={-1} ref={box}>
      <p className={`outcome ${mark}`}>
        <Shape state={mark} />
        <span>{typeset(words)}</span>
      </p>
      {left > 0 && (
        <p className="also">
          <button
            type="button"
            className="link-button"
            data-deed="undo"
            aria-disabled={busy || !rested || undefined}
            onClick={() => {
              if (busy || !rested) return;
              setBusy(true);
              void undo().then((undone) => (undone ? onUndone() : setBusy(false)));
            }}
          >
            Отменить
          </button>
          <span className="q" aria-hidden="true">
            {Math.floor(left / 60)}:{String(left % 60).padStart(2, "0")}
          </span>
        </p>
      )}
      {waiting && <Next next={next} many={others.length} rested={rested} onGo={goOn} />}
    </section>
  );
}

interface NextProps {
  readonly next: ReportRow | undefined;
  readonly many: number;
  readonly rested: boolean;
  readonly onGo: (next: ReportRow) => void;
}

/** The next report that waits, with whose it is and what about. */
function Next({ next, many, rested, onGo }: NextProps) {
  if (!next)
    return (
      <p className="note">
        Больше отчётов на проверку нет. <Link to="/reports?state=all">Все отчёты</Link>
      </p>
    );
  return (
    <>
      <p className="note">{typeset(`Ещё ${counted(many, ["отчёт ждёт", "отчёта ждут", "отчётов ждут"])} проверки.`)}</p>
      <div className="form-act">
        <Button kind="primary" size="large" busy={!rested} data-deed="next" onClick={() => onGo(next)}>
          {typeset(`Следующий отчёт: ${next.bearerName}`)}
        </Button>
        <span className="sm q">{typeset(next.title)}</span>
      </div>
    </>
  );
}

function useSecondsLeft(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const until = Date.now() + seconds * 1000;
    const tick = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 500);
    return () => clearInterval(tick);
  }, [seconds]);
  return left;
}
