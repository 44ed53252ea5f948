import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Navigate, useParams } from "react-router";
import type { AmendmentView, AnswerPair } from "#features/imports/model/amendment.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { counted } from "#domain/russian/plural.ts";
import { ApiProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button, ButtonLink } from "#web/ui/button.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { ApproveAmendment } from "../parts/approve-amendment.tsx";
import { DifferenceView } from "../parts/difference-view.tsx";
import { ForecastNote } from "../parts/forecast-note.tsx";
import { MissingRoadmaps } from "../parts/missing-roadmaps.tsx";
import { blankOrder } from "../parts/order-fields.tsx";
import { useProgrammePlace } from "../place.ts";
import { amendmentApi, amendmentKey, amendmentQuery } from "../redaction-queries.ts";

/** A new document beside the redaction in force: what it changes row by row, what is asked, and the approval by an order. */
export default function AmendmentPage() {
  const place = useProgrammePlace();
  const { importId = "" } = useParams();
  const amendment = useQuery(amendmentQuery(place, importId));
  const code = amendment.error instanceof ApiProblem ? amendment.error.code : undefined;
  if (code === "doubts-open") return <Navigate to={`/imports/${place.territoryId}/${importId}`} replace />;
  if (code === "import-approved") return <Navigate to={`${place.page}/redactions`} replace />;
  return (
    <Loaded query={amendment} title="Сравнение не открылось" skeleton={<PageSkeleton />}>
      {(view) => <Amendment view={view} importId={importId} />}
    </Loaded>
  );
}

function Amendment({ view, importId }: { readonly view: AmendmentView; readonly importId: string }) {
  const place = useProgrammePlace();
  const queries = useQueryClient();
  const [isApproving, setApproving] = useState(false);
  // kept while the dialog is closed: the page says what will happen from the same day
  const [order, setOrder] = useState(() => blankOrder(view.today));
  const answer = useWrite(
    (given: AnswerPair["answer"], key) =>
      request<AmendmentView>(`${amendmentApi(place.territoryId, importId)}/pairs`, {
        method: "PUT",
        body: { version: view.version, answer: given },
        key,
      }),
    { refresh: [], onDone: (next) => queries.setQueryData(amendmentKey(importId), next) },
  );
  const give = (given: AnswerPair["answer"]) =>
    answer.mutate(given, { onError: (error) => showNotice(problemText(error), "late") });
  const approve = () => {
    if (view.open === 0) return setApproving(true);
    const first = document.querySelector<HTMLElement>(".pair-ask");
    first?.scrollIntoView({ block: "center" });
    first?.focus({ preventScroll: true });
  };
  return (
    <>
      <PageHeader
        size="programme"
        title="Что изменится в программе"
        back={{ to: place.page, label: view.programme.title }}
        lead={`«${view.name}» рядом с действующей редакцией. Пока вы не утвердите изменения, в программе всё по-прежнему.`}
        actions={
          <>
            <ButtonLink to={`/imports/${place.territoryId}/${importId}`}>К проверке документа</ButtonLink>
            <Button kind={view.open === 0 ? "primary" : "default"} onClick={approve}>
              Утвердить изменения
            </Button>
          </>
        }
      />
      <div className="amend-facts">
        <ForecastNote importId={importId} version={view.version} day={order.effectiveOn ?? (view.today as LocalDate)} />
        <p aria-live="polite">
          {view.open > 0 && (
            <b>{typeset(`Осталось уточнить: ${counted(view.open, ["вопрос", "вопроса", "вопросов"])}.`)}</b>
          )}
        </p>
      </div>
      <MissingRoadmaps missing={view.missing} busy={answer.isPending} onAnswer={give} />
      <DifferenceView difference={view.difference} pairing={{ view, busy: answer.isPending, onAnswer: give }} />
      {isApproving && (
        <ApproveAmendment
          view={view}
          importId={importId}
          order={order}
          onOrder={setOrder}
          onClose={() => setApproving(false)}
        />
      )}
    </>
  );
}
