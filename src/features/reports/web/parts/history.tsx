import { Shape, type MarkState } from "#web/ui/shape.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ReportView } from "../../model/contract.ts";
import { isUndo } from "../../model/undone.ts";
import { momentInWords } from "#web/ui/moment.ts";

const WORD: Readonly<
  Record<ReportView["steps"][number]["step"], { readonly word: string; readonly state: MarkState }>
> = {
  submit: { word: "Отправлен на проверку", state: "submitted" },
  withdraw: { word: "Отозван", state: "ahead" },
  return: { word: "Возвращён на доработку", state: "returned" },
  accept: { word: "Принят", state: "accepted" },
  reopen: { word: "Снова на проверке", state: "submitted" },
  delegate: { word: "Передан внутри организации", state: "ahead" },
};

function wordOf(step: ReportView["steps"][number], before: ReportView["steps"][number] | undefined): string {
  if (!isUndo(step, before)) return WORD[step.step].word;
  return step.step === "withdraw" ? "Отправка отменена" : "Решение отменено";
}

/** Every step with its person, time and remark. */
export function History({ steps }: { readonly steps: ReportView["steps"] }) {
  if (steps.length === 0) return null;
  return (
    <section className="history">
      <SectionTitle>История</SectionTitle>
      <ol>
        {steps.map((step, at) => (
          <li key={`${step.at} ${step.step}`}>
            <span className={`st ${WORD[step.step].state}`}>
              <Shape state={WORD[step.step].state} />
              {wordOf(step, steps[at - 1])}
            </span>
            <div className="meta">
              {step.personName}, {momentInWords(step.at)}
            </div>
            {step.remark && <blockquote className="remark">{typeset(step.remark)}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  );
}
