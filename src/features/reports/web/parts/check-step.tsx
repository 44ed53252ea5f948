import { useEffect, useState } from "react";
import { dateInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import type { ObligationCard } from "#features/obligations/model/contract.ts";
import { onReconnect } from "#web/api/online.ts";
import { ApiProblem } from "#web/api/problem.ts";
import { Button } from "#web/ui/button.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { documentsExpected } from "../../model/documents-expected.ts";
import { plainlyAbsent } from "../../model/plainly-absent.ts";
import { contentOf, linkIn, type ReportForm } from "../../model/report-form.ts";
import { notOursWords } from "./fact-panel.tsx";
import { dayLine, evidenceLine, ReportLines, textLine, valueLines, type ReportLine } from "./report-lines.tsx";

export interface CheckStepProps {
  readonly cards: readonly ObligationCard[];
  readonly form: ReportForm;
  /** the address of step one */
  readonly fill: string;
  /** nothing was changed since it came back */
  readonly untouched: boolean;
  readonly busy: boolean;
  readonly problem: unknown;
  readonly onSend: () => void;
}

/** Step two: check your answers, then send. */
export function CheckStep({ cards, form, fill, untouched, busy, problem, onSend }: CheckStepProps) {
  const lines = linesOf(cards, form);
  const first = cards[0]!;
  const returned = first.report?.state === "returned" && first.report.remark ? first.report : null;
  return (
    <>
      {returned && (
        <div className="came-back">
          <p className="sm q">Что просили исправить</p>
          <blockquote className="remark">{typeset(returned.remark)}</blockquote>
          {untouched && <p className="sm late">После возврата в отчёте ничего не изменили.</p>}
        </div>
      )}
      <ReportLines lines={lines} changeAt={fill} />
      {cards.length > 1 && form.kind === "done" && (
        <p className="note">
          {typeset("Один отчёт закроет все эти мероприятия: проверьте, что текст и подтверждения говорят о каждом.")}
        </p>
      )}
      <p className="note">
        {typeset(
          `${seenBy(first.checkers)} В течение минуты отправку можно отменить, позже — отозвать, пока отчёт не проверили.`,
        )}
      </p>
      {problem !== null && <NotSent problem={problem} files={form.files.length} onSend={onSend} />}
      <div className="form-act">
        <Button kind="primary" size="large" busy={busy} onClick={onSend}>
          {form.kind === "notApplicable" ? "Отправить" : "Отправить отчёт"}
        </Button>
      </div>
    </>
  );
}

function seenBy(checkers: readonly string[]): string {
  if (checkers.length === 0) return "Отчёт увидит управление образования.";
  return `Отчёт ${checkers.length === 1 ? "увидит" : "увидят"} ${checkers.slice(0, 3).join(", ")}.`;
}

function linesOf(cards: readonly ObligationCard[], form: ReportForm): ReportLine[] {
  const content = contentOf(form);
  const measures = cards.map((card) => measureLine(card, form, cards.length > 1));
  const bearer: ReportLine = { label: "Исполнитель", value: cards[0]!.bearer.name, given: true };
  if (form.kind === "notApplicable") return [...measures, bearer, textLine(notOursWords(cards[0]!), form.reason)];
  return [
    ...measures,
    bearer,
    textLine("Что сделано", form.text),
    ...cards.flatMap((card) => valueLines(card, content.values)),
    ...dayLine(form.doneOn),
    ...evidenceLine([
      ...form.papers.map((paper) => ({
        key: paper.id,
        href: `/papers/${cards[0]!.territoryId}/${paper.id}`,
        name: paper.title,
      })),
      ...form.files.map((file) => ({
        key: file.id,
        href: `/api/files/${cards[0]!.territoryId}/${file.id}`,
        name: file.name,
        shown: { territoryId: cards[0]!.territoryId, file },
      })),
      ...form.links.flatMap((typed) => linkIn(typed) ?? []).map((link) => ({ key: link, href: link, name: link })),
    ]),
  ];
}

/** Which due day is answered, and, where one report answers several, what each of them asks for. */
function measureLine(card: ObligationCard, form: ReportForm, ofSeveral: boolean): ReportLine {
  const absent = form.kind === "done" ? plainlyAbsent(card.reportDocument, form) : null;
  const days = [card.period, `срок ${dateInWords(localDate(card.dueOn))}`].filter(Boolean).join(", ");
  return {
    label: `Мероприятие ${card.measureNumber}`.trim(),
    given: true,
    value: (
      <>
        {typeset(card.measureTitle)}
        <div className="sm q">{typeset(days)}</div>
        {ofSeveral && card.reportDocument && (
          <div className="sm q">
            {typeset(`По программе нужно: ${documentsExpected([card.reportDocument])}`)}
            {absent && (
              <>
                , <span className="soon">{absent}</span>
              </>
            )}
          </div>
        )}
      </>
    ),
  };
}

interface NotSentProps {
  readonly problem: unknown;
  readonly files: number;
  readonly onSend: () => void;
}

/** What happened, what is kept, what to do; without connection it can go by itself later. */
function NotSent({ problem, files, onSend }: NotSentProps) {
  const [waiting, setWaiting] = useState(false);
  const offline = problem instanceof ApiProblem && problem.status === 0;
  useEffect(() => (waiting ? onReconnect(onSend) : undefined), [waiting, onSend]);
  const kept =
    files > 0 ? "Текст и файлы сохранены, заполнять заново не нужно." : "Текст сохранён, заполнять заново не нужно.";
  return (
    <div className="not-sent">
      <ErrorState
        title={waiting ? "Отчёт уйдёт, когда вернётся связь" : "Отчёт не отправлен"}
        problem={problem}
        kept={waiting ? "Не закрывайте эту страницу." : kept}
        onRetry={onSend}
        retryLabel="Отправить ещё раз"
      >
        {offline && !waiting && <Button onClick={() => setWaiting(true)}>Отправить, когда будет связь</Button>}
      </ErrorState>
    </div>
  );
}
