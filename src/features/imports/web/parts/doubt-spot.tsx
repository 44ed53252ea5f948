import { typeset } from "#web/ui/typeset.ts";
import type { ReviewDoubt } from "../../model/doubts.ts";
import { doubtRows } from "../../model/doubt-rows.ts";
import { answerWords } from "../../model/stale.ts";
import { DoubtAsk } from "./doubt-ask.tsx";
import { DoubtPanel } from "./doubt-panel.tsx";
import type { ReviewWork } from "./review-work.ts";

interface DoubtSpotProps {
  readonly doubt: ReviewDoubt;
  readonly number: number;
  readonly work: ReviewWork;
}

/** A doubt in a list: closed, open, or answered with the answer in words. */
export function DoubtSpot({ doubt, number, work }: DoubtSpotProps) {
  if (work.active?.id === doubt.id) return <DoubtPanel doubt={doubt} work={work} />;
  const rows = doubtRows(doubt, work.rows);
  if (doubt.answer === null) {
    const { remembering, open, accept } = work;
    return <DoubtAsk doubt={doubt} number={number} rows={rows} remembering={remembering} open={open} accept={accept} />;
  }
  return (
    <button type="button" className="answered" onClick={() => work.open(doubt.id)}>
      <span className={rows === "" ? undefined : "ask-rows"}>
        <span className="accepted">✓</span> {typeset(rows)}
      </span>{" "}
      {doubt.question} <b>{answerWords(doubt)}</b>
    </button>
  );
}
