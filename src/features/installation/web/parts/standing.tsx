import type { Judged, Verdict } from "#features/installation/model/judge.ts";
import type { MarkState } from "#web/ui/shape.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";

const MARKS: Readonly<Record<Verdict, MarkState>> = { well: "accepted", doubtful: "soon", bad: "late" };

/** The verdict on one subject: its mark and what it means. */
export function Standing({ judged }: { readonly judged: Judged | undefined }) {
  if (!judged) return undefined;
  return (
    <p className="standing">
      <StateMark state={MARKS[judged.verdict]}>{judged.sentence}</StateMark>
    </p>
  );
}
