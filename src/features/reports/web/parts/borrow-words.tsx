import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import type { ObligationCard } from "#features/obligations/model/contract.ts";
import { problemText } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { FieldError } from "#web/ui/field-shell.tsx";
import { showUndo } from "#web/ui/notice.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { borrowedFrom, citedThen, mayBorrow } from "../../model/borrowed.ts";
import type { ReportView } from "../../model/contract.ts";
import type { ReportForm } from "../../model/report-form.ts";
import type { ReportDraft } from "./use-report-draft.ts";

const earlierReport = (territoryId: string, reportId: string) => ({
  queryKey: ["reports", territoryId, reportId],
  queryFn: () => request<ReportView>(`/api/reports/${territoryId}/${reportId}`),
});

/** The earlier report whose words were taken or may be; nothing where there is none. */
export function useEarlierReport(territoryId: string, reportId: string | undefined) {
  return useQuery({ ...earlierReport(territoryId, reportId ?? ""), enabled: reportId !== undefined });
}

interface BorrowProps {
  readonly card: ObligationCard;
  readonly form: ReportForm;
  readonly change: ReportDraft["change"];
}

/** Under the text: the offer of last time's words while there are none, and where they came from once they are taken. */
export function BorrowWords({ card, form, change }: BorrowProps) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  // of a form that is left there is nothing to take back
  const offer = useRef<() => void>(undefined);
  useEffect(() => () => offer.current?.(), []);
  const { basis } = card;
  const { basedOn } = form;
  if (basedOn) return <Taken territoryId={card.territoryId} basedOn={basedOn} change={change} />;
  if (!basis || !mayBorrow(form)) return null;
  const borrow = async () => {
    setProblem(null);
    try {
      const report = await queries.fetchQuery(earlierReport(card.territoryId, basis.reportId));
      change(borrowedFrom(report, basis));
      offer.current = showUndo({
        text: `Взят текст отчёта за ${basis.occurrence}`,
        state: "ahead",
        onUndo: () => change({ text: form.text, basedOn: null }),
      });
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <div className="also borrow">
      <button type="button" className="link-button" onClick={() => void borrow()}>
        {typeset(`Взять за основу отчёт за ${basis.occurrence}`)}
      </button>
      {problem !== null && (
        <div className="f bad" role="alert">
          <FieldError>{problemText(problem)}</FieldError>
        </div>
      )}
    </div>
  );
}

interface TakenProps extends Pick<BorrowProps, "change"> {
  readonly territoryId: string;
  readonly basedOn: NonNullable<ReportForm["basedOn"]>;
}

function Taken({ territoryId, basedOn, change }: TakenProps) {
  return (
    <p className="also borrow">
      <span className="sm q">
        Текст взят из{" "}
        <Link to={`/reports/${territoryId}/${basedOn.reportId}`} target="_blank">
          отчёта за {basedOn.occurrence}
        </Link>
        {basedOn.confirmed ? "." : ", поправьте его под\u00a0этот срок. Числа, дата и\u00a0файлы не\u00a0переносятся."}
      </span>
      {!basedOn.confirmed && (
        <button
          type="button"
          className="link-button"
          onClick={() => change({ basedOn: { ...basedOn, confirmed: true } })}
        >
          Всё так и было, оставить текст
        </button>
      )}
    </p>
  );
}

/** Papers and links of last time, each cited again by a press of its own. */
export function CiteAgain({
  report,
  form,
  change,
}: Pick<BorrowProps, "form" | "change"> & { readonly report: ReportView }) {
  const { papers, links } = citedThen(report, form);
  if (papers.length + links.length === 0) return null;
  return (
    <div className="also borrow">
      <span className="sm q">В прошлый раз приложили:</span>
      {papers.map((paper) => (
        <button
          key={paper.id}
          type="button"
          className="link-button"
          onClick={() => change({ papers: [...form.papers, paper] })}
        >
          Сослаться снова: {paper.title}
        </button>
      ))}
      {links.map((link) => (
        <button
          key={link}
          type="button"
          className="link-button"
          onClick={() => change({ links: [...form.links.filter(Boolean), link] })}
        >
          Сослаться снова: {link}
        </button>
      ))}
    </div>
  );
}
