import type { ReviewDoubt } from "../../model/doubts.ts";
import { DoubtAsk } from "./doubt-ask.tsx";
import { DoubtPanel } from "./doubt-panel.tsx";
import type { ReviewWork } from "./review-screen.tsx";

interface DoubtSpotProps {
  readonly doubt: ReviewDoubt;
  readonly number: number;
  readonly work: ReviewWork;
}

/** A doubt in a list: closed, open, or answered with the answer in words. */
export function DoubtSpot({ doubt, number, work }: DoubtSpotProps) {
  if (work.active?.id === doubt.id) return <DoubtPanel doubt={doubt} work={work} />;
  if (doubt.answer === null) return <DoubtAsk doubt={doubt} number={number} open={work.open} decide={work.decide} />;
  return (
    <button type="button" className="answered" onClick={() => work.open(doubt.id)}>
      <span className="accepted">✓</span> {doubt.question} <b>{answerWords(doubt)}</b>
    </button>
  );
}

function answerWords({ answer, options }: ReviewDoubt): string {
  if (answer?.own?.kind === "term" || answer?.own?.kind === "text") return answer.own.text;
  return options.find(({ key }) => key === answer?.option)?.label ?? "выбрано вами";
}
