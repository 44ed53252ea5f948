import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { dateInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import type { ObligationCard } from "#features/obligations/model/contract.ts";
import { useMe } from "#web/api/me.ts";
import { ApiProblem } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { OfflineNote } from "#web/ui/autosave-note.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { missingIn } from "../../model/completeness.ts";
import type { ReportView } from "../../model/contract.ts";
import {
  asksOtherFields,
  contentOf,
  expectedOf,
  faultsAfter,
  isUntouched,
  unreadableIn,
  type ReportForm,
} from "../../model/report-form.ts";
import { sharedWords } from "../../model/shared-words.ts";
import { CheckStep } from "./check-step.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { DelegateDialog } from "./delegate-dialog.tsx";
import { FactLine, FactPanel } from "./fact-panel.tsx";
import { FillStep } from "./fill-step.tsx";
import { useOwnOfferOnly } from "./sent-offer.ts";
import { useReportDraft } from "./use-report-draft.ts";
import { useWayBack } from "./use-way-back.ts";
import { useSubmit } from "./use-submit.ts";
import "./report.css";

export interface ReportEditorProps {
  readonly card: ObligationCard;
  readonly report: ReportView | null;
}

type Faults = Readonly<Record<string, string>>;

/** What a check found, and what of it stands still: at first all of it. */
const judged = (faults: Faults): { readonly found: Faults; readonly errors: Faults } => ({
  found: faults,
  errors: faults,
});

/** Fill → check → sent; the step lives in the address, so that the browser's own «back» returns to the filling. */
export function ReportEditor({ card, report }: ReportEditorProps) {
  const today = localDate(useMe().clock.today);
  const navigate = useNavigate();
  const back = useWayBack({ to: "/todo", label: "Что нужно сделать" });
  const [params] = useSearchParams();
  const fill = `/todo/${card.territoryId}/${card.id}`;
  const draft = useReportDraft(card.territoryId, card.id, report);
  useOwnOfferOnly(report?.id);
  const submit = useSubmit(draft, card.territoryId, fill);
  const [tries, setTries] = useState(0);
  // of the last check, here or at the server: nothing is judged between two checks
  const [{ found, errors }, setJudged] = useState(judged({}));
  const [refusal, setRefusal] = useState<unknown>(null);
  if (refusal !== submit.problem) {
    setRefusal(submit.problem);
    if (submit.problem instanceof ApiProblem) setJudged(judged(submit.problem.fields));
  }
  const change = (part: Partial<ReportForm>) => {
    setJudged((now) => {
      const left = faultsAfter(now.errors, draft.form, part);
      return { found: asksOtherFields(part) ? left : now.found, errors: left };
    });
    draft.change(part);
  };
  const [delegating, setDelegating] = useState(false);
  const { form } = draft;
  const others = useQueries({
    queries: form.obligationIds.slice(1).map((id) => ({
      queryKey: ["obligations", "card", card.territoryId, id],
      queryFn: () => request<ObligationCard>(`/api/obligations/${card.territoryId}/${id}`),
    })),
  });
  const cards = [card, ...others.flatMap((one) => (one.data ? [one.data] : []))];
  const faults = { ...missingIn(contentOf(form), expectedOf(cards, today)), ...unreadableIn(form, today) };
  const checking = params.get("step") === "check" && Object.keys(faults).length === 0;
  const check = () => {
    setTries((before) => before + 1);
    setJudged(judged(faults));
    if (Object.keys(faults).length > 0) return;
    void draft.flush().catch(() => undefined);
    void navigate(`${fill}?step=check`);
  };
  const notOurs = form.kind === "notApplicable";
  const shared = sharedWords(cards);
  const number = card.measureNumber && `мероприятие\u00a0${card.measureNumber}`;
  const kicker = (
    <>
      Отчёт, шаг {checking ? 2 : 1} из 2 · {number && `${number} · `}
      {(card.period || !number) && `${typeset(card.period ?? card.occurrence)} · `}
      {card.programmeTitle}
      <span className="only-wide">, {card.programmeYears}</span>
    </>
  );
  const delegate = card.can.delegate ? () => setDelegating(true) : undefined;
  return (
    <div className="report-page">
      {!checking && <OfflineNote />}
      {checking ? (
        <div className="checked">
          <PageHeader
            title="Проверьте отчёт перед отправкой"
            kicker={kicker}
            back={{ to: fill, label: "Вернуться к заполнению" }}
          />
          <CheckStep
            cards={cards}
            form={form}
            fill={fill}
            untouched={report !== null && isUntouched(form, report, card.id)}
            busy={submit.busy}
            problem={submit.problem}
            onSend={submit.send}
          />
        </div>
      ) : (
        <div className="wrap">
          <div>
            <PageHeader
              title={card.measureTitle}
              howTo={report?.state === "returned" ? "correct" : "report"}
              heading={typeset(card.measureTitle)}
              kicker={kicker}
              back={back}
              lead={
                (shared || card.result) && (
                  <>
                    {shared && <p className="shared">{typeset(shared)}</p>}
                    {card.result && <p>{typeset(`Ожидаемый результат: ${card.result}`)}</p>}
                  </>
                )
              }
            />
            <FactLine card={card} today={today} />
            {card.opensOn > today && (
              <p className="note">
                {typeset(
                  `Период начинается ${dateInWords(localDate(card.opensOn))}. Если уже сделано, отчитаться можно сейчас.`,
                )}
              </p>
            )}
            <FillStep
              card={card}
              cards={cards}
              report={report}
              draft={draft}
              change={change}
              found={found}
              errors={errors}
              tries={tries}
              today={today}
              onDelegate={delegate}
              onCheck={check}
            />
          </div>
          <FactPanel
            card={card}
            today={today}
            onDelegate={delegate}
            onNotApplicable={notOurs ? undefined : () => change({ kind: "notApplicable" })}
          />
        </div>
      )}
      <ConflictDialog mine={form} theirs={draft.conflict} onMine={draft.keepMine} onTheirs={draft.takeTheirs} />
      {delegate && (
        <DelegateDialog key={card.version} card={card} opened={delegating} onClose={() => setDelegating(false)} />
      )}
    </div>
  );
}
