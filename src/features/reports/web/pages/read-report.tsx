import { useQuery } from "@tanstack/react-query";
import { Fragment, useState } from "react";
import { Link, useParams } from "react-router";
import { dateInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import { problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useMe } from "#web/api/me.ts";
import { Button, ButtonLink } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { PageKeys } from "#web/ui/keys-dialog.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { EvidenceView, ReportView } from "../../model/contract.ts";
import { REPORT_STATE_WORD } from "../../model/lifecycle.ts";
import { mendedAfter } from "../../model/mended.ts";
import { reportTitle } from "../../model/shared-words.ts";
import { AmendedNote } from "../parts/amended-note.tsx";
import { Decide } from "../parts/decide.tsx";
import { Decided } from "../parts/decided.tsx";
import { History } from "../parts/history.tsx";
import { homeOf } from "../parts/home-link.ts";
import { REPORT_MARK } from "../parts/report-mark.ts";
import { useReviewKeys } from "../parts/use-review-keys.ts";
import { useWaitingReports } from "../parts/waiting-reports.ts";
import { dropOffer, useOwnOfferOnly } from "../parts/sent-offer.ts";
import { useWayBack } from "../parts/use-way-back.ts";
import { WithdrawButton } from "../parts/withdraw-button.tsx";
import { momentInWords } from "#web/ui/moment.ts";
import { Slot } from "#web/slot.tsx";
import { dayLine, evidenceLine, ReportLines, textLine, valueLines, type ReportLine } from "../parts/report-lines.tsx";
import "#web/ui/autosave-note.css";
import "../parts/report.css";

/** One report as it was written, with its history; the checker decides here, the reporter withdraws or mends. */
export default function ReadReportPage() {
  const { territoryId = "", reportId = "" } = useParams();
  const report = useQuery({
    queryKey: ["reports", territoryId, reportId],
    queryFn: ({ signal }) => request<ReportView>(`/api/reports/${territoryId}/${reportId}`, { signal }),
  });
  return (
    <Loaded query={report} title="Отчёт не открылся" skeleton={<PageSkeleton />}>
      {(data) => <Report key={data.id} report={data} />}
    </Loaded>
  );
}

function Report({ report }: { readonly report: ReportView }) {
  const { current } = useMe();
  const [decided, setDecided] = useState<{ readonly report: ReportView; readonly queue: readonly string[] } | null>(
    null,
  );
  const title = reportTitle(report.obligations);
  const mended = mendedAfter(report);
  const checking = report.can.accept || report.can.return;
  const fromQueue = checking || decided !== null;
  const waiting = useWaitingReports(report.territoryId, "queue", fromQueue);
  const back = useWayBack(fromQueue ? { to: "/reports", label: "Отчёты" } : homeOf(current));
  const review = useReviewKeys(report.id, waiting);
  useOwnOfferOnly(report.id);
  return (
    <div className="report-page" onPointerDown={review.byHand}>
      <div className="read">
        <PageHeader
          title={title}
          heading={typeset(title)}
          back={back}
          kicker={
            <>
              {report.bearerOrganisationId ? (
                <Link to={`/organisations/${report.bearerOrganisationId}`}>{report.bearerName}</Link>
              ) : (
                report.bearerName
              )}
              {" · "}
              {report.obligations.map((one, at) => (
                <Fragment key={one.id}>
                  {at > 0 && " · "}
                  <Link to={`/programmes/${report.territoryId}/${one.programmeId}/measures/${one.measureId}`}>
                    {one.programmeId !== report.obligations[at - 1]?.programmeId && `${one.programmeTitle}, `}
                    мероприятие{one.measureNumber && `\u00a0${one.measureNumber}`}
                  </Link>
                </Fragment>
              ))}
            </>
          }
          lead={
            <StateMark state={REPORT_MARK[report.state]}>
              {report.state === "accepted" && report.kind === "notApplicable"
                ? "принято: неприменимо"
                : REPORT_STATE_WORD[report.state]}
            </StateMark>
          }
          actions={
            <>
              {fromQueue && <PageKeys keys={review.keys} />}
              <Slot
                name="history"
                facts={{
                  kind: "report",
                  territoryId: report.territoryId,
                  id: report.id,
                  label: "Что было и что стало",
                }}
              />
            </>
          }
        />
        {report.obligations.map((obligation) => (
          <AmendedNote key={obligation.id} territoryId={report.territoryId} obligation={obligation} />
        ))}
        {report.paused && (
          <p className="note">
            <StateMark state="paused">Мероприятие приостановлено: отчёт открыт для чтения.</StateMark>
          </p>
        )}
        {report.state === "returned" && report.remark && (
          <div className="came-back">
            <p className="sm q">{report.deciderName ? `${report.deciderName}: что исправить` : "Что исправить"}</p>
            <blockquote className="remark">{typeset(report.remark)}</blockquote>
          </div>
        )}
        {mended && (
          <div className="came-back">
            <p className="sm q">{mended.personName}: что исправить</p>
            <blockquote className="remark">{typeset(mended.remark)}</blockquote>
            <p className="sm">Исправлено {momentInWords(mended.mendedAt)}</p>
          </div>
        )}
        <ReportLines lines={linesOf(report)} />
        {decided ? (
          <Decided {...decided} goesOn={review.byKey()} onUndone={() => setDecided(null)} />
        ) : checking ? (
          <Decide
            report={report}
            onDecided={(done) => setDecided({ report: done, queue: (waiting ?? []).map(({ id }) => id) })}
          />
        ) : (
          <Own report={report} />
        )}
        <History steps={report.steps} />
      </div>
    </div>
  );
}

function hrefOf(territoryId: string, one: EvidenceView): string | null {
  if (one.fileId) return `/api/files/${territoryId}/${one.fileId}`;
  return one.paperId ? `/papers/${territoryId}/${one.paperId}` : one.url;
}

function linesOf(report: ReportView) {
  const due = report.obligations.map((one) => ({
    label: report.obligations.length > 1 ? `Мероприятие ${one.measureNumber}`.trim() : "Срок",
    value: (
      <>
        {report.obligations.length > 1 && <>{typeset(one.measureTitle)}, срок </>}
        {dateInWords(localDate(one.dueOn))}
        {one.late && <span className="late"> {report.submittedAt ? "сдан позже срока" : "срок прошёл"}</span>}
      </>
    ),
  }));
  const author: ReportLine[] = [{ label: "Автор", value: report.authorName }];
  if (report.basedOn)
    author.push({
      label: "За основу взят",
      value: (
        <Link to={`/reports/${report.territoryId}/${report.basedOn.reportId}`}>
          отчёт за {report.basedOn.occurrence}
        </Link>
      ),
    });
  if (report.kind === "notApplicable") return [...due, textLine("Почему не относится", report.reason), ...author];
  return [
    ...due,
    textLine("Что сделано", report.text),
    ...report.obligations.flatMap((one) => valueLines(one, report.values)),
    ...dayLine(report.doneOn),
    ...evidenceLine(
      report.evidence.map((one) => ({
        key: one.fileId ?? one.paperId ?? one.url ?? one.name,
        href: hrefOf(report.territoryId, one),
        name: one.name,
        shown: one.file ? { territoryId: report.territoryId, file: one.file } : undefined,
      })),
    ),
    ...author,
  ];
}

/** What the reporter may do: mend a draft or a returned one, withdraw what waits; what the checker may: open an accepted one again. */
function Own({ report }: { readonly report: ReportView }) {
  const path = `/api/reports/${report.territoryId}/${report.id}`;
  const change = useWrite<"withdraw" | "reopen", ReportView>((name, key) =>
    request(`${path}/${name}`, { method: "POST", body: { version: report.version }, key }),
  );
  const first = report.obligations[0];
  if (!report.can.save && !report.can.withdraw && !report.can.reopen) return null;
  return (
    <div className="decide">
      <div className="form-act">
        {report.can.save && first && (
          <ButtonLink kind="primary" size="large" to={`/todo/${report.territoryId}/${first.id}`}>
            {report.state === "returned" ? "Исправить" : "Продолжить"}
          </ButtonLink>
        )}
        {report.can.withdraw && (
          <WithdrawButton
            report={report}
            busy={change.isPending}
            onWithdraw={() => {
              dropOffer();
              change.mutate("withdraw");
            }}
          />
        )}
        {report.can.reopen && (
          <Button size="large" busy={change.isPending} onClick={() => change.mutate("reopen")}>
            {report.state === "returned" ? "Отменить возврат" : "Открыть снова"}
          </Button>
        )}
        {report.can.withdraw && report.checkers.length > 0 && (
          <span className="sm q">Проверит {report.checkers.slice(0, 3).join(", ")}</span>
        )}
      </div>
      {change.isError && (
        <div className="f bad" role="alert">
          <FieldError>{problemText(change.error)}</FieldError>
        </div>
      )}
    </div>
  );
}
