import { localDate, type LocalDate } from "#shared/local-date.ts";
import type { ObligationCard } from "#features/obligations/model/contract.ts";
import { problemText } from "#web/api/problem.ts";
import { AutosaveNote } from "#web/ui/autosave-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { ErrorSummary } from "#web/ui/error-summary.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import { textChanged } from "../../model/borrowed.ts";
import type { ReportView } from "../../model/contract.ts";
import { documentsExpected } from "../../model/documents-expected.ts";
import { BorrowWords, CiteAgain, useEarlierReport } from "./borrow-words.tsx";
import { EvidenceField } from "./evidence-field.tsx";
import { notOursWords, OtherWays } from "./fact-panel.tsx";
import { OtherObligations } from "./other-obligations.tsx";
import { PlannedValues } from "./planned-values.tsx";
import type { ReportDraft } from "./use-report-draft.ts";

export interface FillStepProps {
  readonly card: ObligationCard;
  /** the cards of every measure the report answers, the first is `card` */
  readonly cards: readonly ObligationCard[];
  readonly report: ReportView | null;
  readonly draft: ReportDraft;
  readonly change: ReportDraft["change"];
  /** what the last check found, and what of it was not written anew since */
  readonly found: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** how many times the form was checked: the summary takes the focus at each */
  readonly tries: number;
  readonly today: LocalDate;
  readonly onDelegate: (() => void) | undefined;
  readonly onCheck: () => void;
}

/** Step one: what was done, plan and fact, the day, the evidence. */
export function FillStep({
  card,
  cards,
  report,
  draft,
  change,
  found,
  errors,
  tries,
  today,
  onDelegate,
  onCheck,
}: FillStepProps) {
  const { form } = draft;
  const faults = Object.entries(found).map(([field, text]) => ({ field, text, mended: !(field in errors) }));
  const title = `Осталось заполнить или поправить:\u00a0${Object.keys(errors).length}`;
  const notOurs = form.kind === "notApplicable";
  const earlier = useEarlierReport(card.territoryId, form.basedOn?.reportId ?? card.basis?.reportId);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onCheck();
      }}
    >
      {report?.remark && <Remark report={report} />}
      {faults.length > 0 && <ErrorSummary key={tries} title={title} errors={faults} />}
      {notOurs ? (
        <>
          <TextArea
            id="reason"
            label={notOursWords(card)}
            hint="Напишите почему: проверяющий примет или вернёт, как и отчёт."
            error={errors["reason"]}
            value={form.reason}
            onChange={(reason) => change({ reason })}
          />
          <p className="also">
            <button type="button" className="link-button" onClick={() => change({ kind: "done" })}>
              Всё-таки относится, заполнить отчёт
            </button>
          </p>
        </>
      ) : (
        <>
          <TextArea
            id="text"
            label="Что сделано"
            hint="Два-три предложения: когда, кто участвовал, что решили."
            error={errors["text"]}
            value={form.text}
            onChange={(text) => change(textChanged(form, text, earlier.data?.text))}
          />
          <BorrowWords card={card} form={form} change={change} />
          {cards.map((one) => (
            <PlannedValues
              key={one.id}
              card={one}
              form={form}
              errors={errors}
              named={cards.length > 1}
              before={one.id === card.id ? earlier.data : undefined}
              onChange={(values) => change({ values })}
            />
          ))}
          <DateField
            id="doneOn"
            label="Когда выполнено"
            error={errors["doneOn"]}
            value={form.doneOn === null ? null : localDate(form.doneOn)}
            onChange={(doneOn) => change({ doneOn, doneOnTyped: "" })}
            onUnread={(doneOnTyped) => change({ doneOnTyped })}
            today={today}
            noneAfter={today}
          />
          <EvidenceField
            territoryId={card.territoryId}
            expected={documentsExpected(cards.map((one) => one.reportDocument))}
            form={form}
            error={errors["evidence"]}
            onChange={change}
          />
          {earlier.data && form.basedOn && <CiteAgain report={earlier.data} form={form} change={change} />}
        </>
      )}
      <OtherObligations
        card={card}
        chosen={form.obligationIds}
        started={report !== null || draft.savedAt !== null}
        today={today}
        onChange={(obligationIds) => change({ obligationIds })}
      />
      <div className="oth-phone">
        <OtherWays
          card={card}
          onDelegate={onDelegate}
          onNotApplicable={notOurs ? undefined : () => change({ kind: "notApplicable" })}
        />
      </div>
      <div className="form-act">
        <Button kind="primary" size="large" type="submit">
          Проверить и отправить
        </Button>
        <AutosaveNote savedAt={draft.savedAt} />
        {draft.failed && (
          <span className="sm late">Устройство не хранит черновик: не закрывайте страницу, пока не отправите.</span>
        )}
        {draft.problem !== null && <span className="sm late">{problemText(draft.problem)}</span>}
      </div>
    </form>
  );
}

/** Why it came back, in full. */
function Remark({ report }: { readonly report: ReportView }) {
  return (
    <div className="came-back">
      <p className="sm q">{report.deciderName ? `${report.deciderName}: что исправить` : "Что исправить"}</p>
      <blockquote className="remark">{report.remark}</blockquote>
    </div>
  );
}
