import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, Outlet, useNavigate } from "react-router";
import { arriving } from "#web/arriving.tsx";
import { useFetchAhead } from "#web/fetch-ahead.ts";
import { usePageTabs } from "#web/page-tabs.ts";
import { Slot } from "#web/slot.tsx";
import { ActionMenu, type MenuAction } from "#web/ui/action-menu.tsx";
import { Button } from "#web/ui/button.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { STEP_NAME, type ProgrammeStep } from "../../model/lifecycle.ts";
import type { ProgrammePage } from "../../model/seen.ts";
import { STATUS_NAME } from "../../model/words.ts";
import { periodInWords } from "../parts/period.ts";
import { Pauses } from "../parts/pauses.tsx";
import { useProgrammePlace } from "../place.ts";
import { programmeQuery } from "../queries.ts";
import "./programme.css";

// whoever reads waits for no forms
const PauseDialog = arriving(() => import("../parts/pause-dialog.tsx"));
const StepDialog = arriving(() => import("../parts/step-dialog.tsx"));

/** One programme: its head with the passport's facts, and its tabs. */
export default function ProgrammePageFrame() {
  const place = useProgrammePlace();
  const programme = useQuery(programmeQuery(place));
  return (
    <Loaded query={programme} title="Программа не открылась" skeleton={<PageSkeleton />}>
      {(page) => <Programme page={page} />}
    </Loaded>
  );
}

const SHOWN_PARTIES = 4;

function Programme({ page }: { readonly page: ProgrammePage }) {
  const tabs = usePageTabs();
  const place = useProgrammePlace();
  const [step, setStep] = useState<ProgrammeStep | null>(null);
  const [pausing, setPausing] = useState(false);
  useFetchAhead(StepDialog, page.can.steps.length > 0);
  useFetchAhead(PauseDialog, page.can.pause);
  return (
    <div className="programme-page">
      <PageHeader
        size="programme"
        title={page.title}
        crumb={{ to: "/programmes", label: "Программы" }}
        actions={
          <>
            {page.status !== "draft" && (
              <Slot name="watch" facts={{ kind: "programme", territoryId: page.territoryId, id: page.id }} />
            )}
            <Actions page={page} onStep={setStep} onPause={() => setPausing(true)} />
          </>
        }
      />
      <dl className="facts">
        <div>
          <dt>Период</dt>
          <dd>{periodInWords(page)}</dd>
        </div>
        <div>
          <dt>Основание</dt>
          <dd>
            {page.paper ? (
              <Link to={`/papers/${page.territoryId}/${page.paper.id}`}>{page.paper.name}</Link>
            ) : (
              <span className="q">ещё не утверждена</span>
            )}
            {page.redaction && (
              <div className="sm q">
                в редакции: <Link to={`${place.page}/redactions/${page.redaction.id}`}>{page.redaction.name}</Link>
              </div>
            )}
          </dd>
        </div>
        {page.parties.length > 0 && (
          <div>
            <dt>Участники</dt>
            <dd>
              {page.parties.slice(0, SHOWN_PARTIES).join(", ")}
              {page.parties.length > SHOWN_PARTIES && ` и\u00a0ещё\u00a0${page.parties.length - SHOWN_PARTIES}`}
            </dd>
          </div>
        )}
        {page.owner && (
          <div>
            <dt>Чья</dt>
            <dd>{page.owner.name}</dd>
          </div>
        )}
        <div>
          <dt>Ответственный</dt>
          <dd>{page.officer?.name ?? <span className="q">не назначен</span>}</dd>
        </div>
        {page.status !== "running" && (
          <div>
            <dt>Состояние</dt>
            <dd>{STATUS_NAME[page.status]}</dd>
          </div>
        )}
        <Slot name="programme-head" facts={{ territoryId: page.territoryId, programmeId: page.id }} />
      </dl>
      <Pauses
        territoryId={page.territoryId}
        programmeId={page.id}
        measureId={null}
        pauses={page.pauses}
        today={page.today}
        canResume={page.can.pause}
      />
      <Tabs label="Части программы" items={tabs} />
      <Outlet />
      <Slot
        name="programme-dialogs"
        facts={{ territoryId: page.territoryId, programmeId: page.id, title: page.title }}
      />
      {pausing && (
        <PauseDialog
          territoryId={page.territoryId}
          programmeId={page.id}
          measureId={null}
          today={page.today}
          onClose={() => setPausing(false)}
        />
      )}
      {step && <StepDialog page={page} step={step} onClose={() => setStep(null)} />}
    </div>
  );
}

interface ActionsProps {
  readonly page: ProgrammePage;
  readonly onStep: (step: ProgrammeStep) => void;
  readonly onPause: () => void;
}

/** The next step of the programme's life in full; what is done rarely behind «Ещё». */
function Actions({ page, onStep, onPause }: ActionsProps) {
  const navigate = useNavigate();
  const place = useProgrammePlace();
  const forward = page.can.steps.find((step) => step === "approve" || step === "start");
  const rest: MenuAction[] = [
    ...(page.can.edit && page.status !== "draft"
      ? [{ label: "Внести изменения", to: `/imports/amend/${place.territoryId}/${place.programmeId}` }]
      : []),
    ...(page.can.edit
      ? [{ label: "Править паспорт", icon: "edit" as const, onClick: () => void navigate(`${place.page}/edit`) }]
      : []),
    ...page.can.steps
      .filter((step) => step !== forward)
      .map((step) => ({ label: STEP_NAME[step], onClick: () => onStep(step) })),
    ...(page.can.pause && page.pauses.every(({ resumedOn }) => resumedOn !== null)
      ? [{ label: "Приостановить", onClick: onPause }]
      : []),
    ...(page.can.lead && page.measures > 0 ? [{ label: "Сохранить как шаблон", to: "?dialog=template" }] : []),
  ];
  if (!forward && rest.length === 0) return undefined;
  return (
    <>
      {forward && (
        <Button kind={page.measures > 0 ? "primary" : "default"} onClick={() => onStep(forward)}>
          {STEP_NAME[forward]}
        </Button>
      )}
      {rest.length > 0 && <ActionMenu actions={rest} />}
    </>
  );
}
