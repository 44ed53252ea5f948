import { problemText } from "#web/api/problem.ts";
import { showNotice } from "#web/ui/notice.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { RefusedRow } from "#shared/each-row.ts";
import { termsInWords } from "../../model/chosen-term.ts";

export interface TakingBackWords {
  /** «Перенос отменён» */
  readonly all: string;
  /** «Возвращены не все сроки» */
  readonly some: string;
  /** «Перенос не отменён» */
  readonly none: string;
}

/** Takes back what was done to several terms and says how much of it; whatever fails is said too. */
export async function tellTakenBack(
  takeBack: () => Promise<{ readonly done: readonly unknown[]; readonly refused: readonly RefusedRow[] }>,
  { all, some, none }: TakingBackWords,
): Promise<void> {
  try {
    const { done, refused } = await takeBack();
    const [left] = refused;
    const gone = done.length > 0 ? `${all}: ${termsInWords(done.length)}` : "";
    if (!left) showNotice(typeset(gone));
    else showNotice(typeset(gone ? `${gone}. ${some}. ${left.text}` : `${none}. ${left.text}`), "late");
  } catch (error) {
    showNotice(problemText(error), "late");
  }
}
