import type { Id } from "#shared/ids.ts";
import { placedMeasures, type RedactionDocument } from "#features/programmes/model/redaction-document.ts";
import { openAmendable, type Amendable } from "#features/programmes/server/public.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { documentOf } from "../model/amended-document.ts";
import { PairAnswers } from "../model/amendment.ts";
import { compareAmendment, type ComparedAmendment } from "../model/compare-amendment.ts";
import type { Drafted } from "../model/draft.ts";
import { openDoubts } from "../model/doubts.ts";
import { importProblem } from "../model/problems.ts";
import type { ImportRecord } from "./load-import.ts";
import { openReview } from "./review.ts";

export interface OpenAmendment extends ComparedAmendment {
  readonly programmeId: Id;
  readonly amendable: Amendable;
  readonly answers: PairAnswers;
  readonly drafted: Drafted;
  /** keys of the rows of the new document, and of the measures that stand */
  readonly rows: ReadonlySet<string>;
  readonly standing: ReadonlySet<string>;
}

/**
 * A reviewed document beside the programme it amends, both as they are today. Throws «not-amending» for a document of its own,
 * «doubts-open» while the review has questions, and the refusals of a programme that cannot be amended.
 */
export async function openAmendment(context: UseCaseContext, row: ImportRecord): Promise<OpenAmendment> {
  const programmeId = row.amends_programme_id;
  if (programmeId === null) throw importProblem("not-amending");
  const amendable = await openAmendable(context, row.territory_id, programmeId);
  const { drafted } = await openReview(context, row);
  const open = openDoubts(drafted.doubts).length;
  if (open > 0) throw importProblem("doubts-open", { values: { count: open } });
  const answers = PairAnswers.parse(row.pairs);
  const document = documentOf(drafted, amendable.document);
  const keysOf = (of: RedactionDocument) => new Set(placedMeasures(of).map(({ measure }) => measure.key));
  return {
    ...compareAmendment(amendable.document, amendable.closed, document, answers),
    programmeId,
    amendable,
    answers,
    drafted,
    rows: keysOf(document),
    standing: keysOf(amendable.document),
  };
}
