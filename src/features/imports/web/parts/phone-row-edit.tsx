import type { ReviewRow } from "../../model/review-row.ts";
import type { RowState } from "../../model/row-choices.ts";
import type { ReviewWork } from "./review-work.ts";
import { RowPanel, type RowAt } from "./row-panel.tsx";

interface PhoneRowEditProps {
  readonly at: RowAt;
  readonly state: RowState;
  readonly isMatrix: boolean;
  readonly measure: ReviewRow | undefined;
  readonly work: ReviewWork;
}

/** The way to say what a row is, under the row itself. */
export function PhoneRowEdit({ at, state, isMatrix, measure, work }: PhoneRowEditProps) {
  if (work.picked?.table === at.table && work.picked.row === at.row)
    return (
      <RowPanel
        at={at}
        state={state}
        isMatrix={isMatrix}
        measure={measure}
        edits={work.edits}
        arrange={work.arrange}
        close={work.close}
      />
    );
  return (
    <button type="button" className="row-edit" onClick={() => work.pickRow(at)}>
      Изменить строку
    </button>
  );
}
