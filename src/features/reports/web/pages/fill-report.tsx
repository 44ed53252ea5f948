import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, Navigate, useParams } from "react-router";
import { dateInWords, dueInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import { closeReasonInWords } from "#features/obligations/model/text.ts";
import type { ObligationCard } from "#features/obligations/model/contract.ts";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { Slot } from "#web/slot.tsx";
import type { ReportView } from "../../model/contract.ts";
import { homeOf } from "../parts/home-link.ts";
import { MoveDueDialog } from "../parts/move-due-dialog.tsx";
import { ReportEditor } from "../parts/report-editor.tsx";

/** The form of one obligation; where its report is sent or accepted, that report. */
export default function FillReportPage() {
  const { territoryId = "", obligationId = "" } = useParams();
  const opened = useQuery({
    queryKey: ["obligations", "form", territoryId, obligationId],
    // the form itself holds what is typed: it must not be asked again under the hands of a person
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: async ({ signal }) => {
      const card = await request<ObligationCard>(`/api/obligations/${territoryId}/${obligationId}`, { signal });
      const report = card.report
        ? await request<ReportView>(`/api/reports/${territoryId}/${card.report.id}`, { signal })
        : null;
      return { card, report };
    },
  });
  return (
    <Loaded query={opened} title="Отчёт не открылся" skeleton={<PageSkeleton />}>
      {({ card, report }) => {
        if (card.state === "paused") return <NotYours card={card} />;
        if (report && !report.can.save) return <Navigate to={`/reports/${territoryId}/${report.id}`} replace />;
        if (!card.can.report) return <NotYours card={card} />;
        return <ReportEditor key={card.id} card={card} report={report} />;
      }}
    </Loaded>
  );
}

/** The obligation as those see it who do not report it: what is owed, by whom, by when. */
function NotYours({ card }: { readonly card: ObligationCard }) {
  const { clock, current } = useMe();
  const [moving, setMoving] = useState(false);
  const report = card.report?.id;
  return (
    <>
      <PageHeader
        title={card.measureTitle}
        heading={typeset(card.measureTitle)}
        kicker={`${card.programmeTitle}, ${card.programmeYears}`}
        back={
          current.role === "curator" || card.bearer.organisationId === current.organisationId
            ? homeOf(current)
            : undefined
        }
        actions={<Slot name="history" facts={{ kind: "obligation", territoryId: card.territoryId, id: card.id }} />}
      />
      <div style={{ marginTop: 32 }}>
        {card.state === "paused" && card.pause ? (
          <EmptyState
            title={card.pause.ofProgramme ? "Программа приостановлена" : "Мероприятие приостановлено"}
            action={report && <Link to={`/reports/${card.territoryId}/${report}`}>Начатый отчёт</Link>}
          >
            {typeset(
              `С ${dateInWords(localDate(card.pause.from))}: ${card.pause.reason}. Отчёт сдадите, когда возобновят; начатое сохранено.`,
            )}
          </EmptyState>
        ) : card.closed ? (
          <EmptyState title="Отчёт больше не нужен">Срок закрыт: {closeReasonInWords(card.closeReason)}.</EmptyState>
        ) : (
          <EmptyState
            title="Отчёта пока нет"
            action={
              card.can.moveDue && (
                <button type="button" className="link-button" onClick={() => setMoving(true)}>
                  Перенести срок
                </button>
              )
            }
          >
            {typeset(`Сдаёт: ${card.bearer.name}. Срок — ${dateInWords(localDate(card.dueOn))}, `)}
            {dueInWords(localDate(card.dueOn), localDate(clock.today))}.
          </EmptyState>
        )}
        {card.can.moveDue && (
          <MoveDueDialog key={card.version} card={card} opened={moving} onClose={() => setMoving(false)} />
        )}
      </div>
    </>
  );
}
