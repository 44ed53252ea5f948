import { useState } from "react";
import { useMe } from "#web/api/me.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ReportView } from "../../model/contract.ts";
import { withdrawalOf } from "../../model/withdrawal.ts";

export interface WithdrawButtonProps {
  readonly report: ReportView;
  readonly busy: boolean;
  readonly onWithdraw: () => void;
}

/** «Отозвать» asks before: one report may answer several measures, some of a day that has passed. */
export function WithdrawButton({ report, busy, onWithdraw }: WithdrawButtonProps) {
  const { today } = useMe().clock;
  const [asking, setAsking] = useState(false);
  const { words, measures } = withdrawalOf(report.obligations, today);
  const close = () => setAsking(false);
  return (
    <>
      <Button size="large" busy={busy} onClick={() => setAsking(true)}>
        Отозвать
      </Button>
      <Dialog
        opened={asking}
        onClose={close}
        title="Отозвать отчёт?"
        actions={
          <>
            <Button
              kind="primary"
              onClick={() => {
                close();
                onWithdraw();
              }}
            >
              Отозвать отчёт
            </Button>
            <Button onClick={close}>Не отзывать</Button>
          </>
        }
      >
        <p>{typeset(words)}</p>
        <ul className="paper-choice">
          {measures.map((one) => (
            <li key={one.id}>
              {typeset([one.number, one.title].filter(Boolean).join(" "))}
              <div className="sm q">
                {typeset(one.occurrence)}
                {one.isPast && (
                  <>
                    , <span className="late">срок прошёл</span>
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
