import type { Decision } from "../../model/contract.ts";
import type { ReviewDoubt } from "../../model/doubts.ts";
import type { TableEdit } from "../../model/table-edits.ts";
import type { ImportDocument, Review } from "../../model/view.ts";
import type { RowAt } from "./row-panel.tsx";
import type { Remembering } from "./use-remembering.ts";

/** What the parts of the screen need to ask and answer. */
export interface ReviewWork {
  readonly doubts: readonly ReviewDoubt[];
  readonly active: ReviewDoubt | undefined;
  /** the option pointed at in the open panel, not accepted yet */
  readonly pointed: string | null;
  /** why the panel came up by itself: the approval was pressed before its time */
  readonly early: string | null;
  readonly remembering: Remembering;
  readonly rows: Review["rows"];
  readonly organisations: ImportDocument["organisations"];
  /** years of the programme as columns of a plan name them */
  readonly years: readonly string[];
  /** what was said of tables, columns and rows */
  readonly edits: readonly TableEdit[];
  /** the row whose own panel is open, over that of a question */
  readonly picked: RowAt | null;
  pickRow(at: RowAt): void;
  arrange(edits: readonly TableEdit[]): void;
  open(id: string): void;
  close(): void;
  point(option: string): void;
  /** the one row of the open question that its answer is for; null: all of them */
  readonly only: string | null;
  chooseOnly(measureKey: string | null): void;
  /** takes an option of a doubt, or an answer of one's own, remembered where its box is ticked */
  accept(doubt: ReviewDoubt, option: string, own?: Decision["own"]): void;
}
