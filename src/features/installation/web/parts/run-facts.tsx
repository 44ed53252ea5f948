import type { Run } from "#features/installation/model/contract.ts";
import { size } from "./size.ts";
import { momentInWords } from "#web/ui/moment.ts";

const OUTCOMES: Readonly<Record<Run["outcome"], string>> = {
  running: "идёт",
  done: "",
  failed: "не удалось",
  cut: "прервано",
};

/** When a backup or a drill was last made, and what came of it. */
export function RunFacts({
  run,
  label,
  none,
}: {
  readonly run: Run | null;
  readonly label: string;
  readonly none: string;
}) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {run ? [momentInWords(run.startedAt), OUTCOMES[run.outcome]].filter(Boolean).join(", ") : none}
        {run?.file && (
          <span className="second">
            {run.file}
            {run.bytes !== null && `, ${size(run.bytes)}`}
          </span>
        )}
      </dd>
    </>
  );
}
