import type { MeasureDraft, RoadmapDraft } from "#features/programmes/model/roadmap-draft.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { Decision, ImportSettings } from "./contract.ts";
import type { District } from "./district.ts";
import type { ReviewDoubt, ReviewNote } from "./doubts.ts";
import { partiesOf } from "./parties.ts";
import { periodAsked } from "./period.ts";
import { plannedValuesOf } from "./planned-values.ts";
import { audienceIn, collectQuestions, type Questions } from "./question.ts";
import { askReading } from "./reading-doubts.ts";
import { reportingOf } from "./reporting.ts";
import { mayBeRemembered } from "./remembering.ts";
import { roadmapsOf, type DraftedRow } from "./roadmaps.ts";
import type { Source } from "./source.ts";
import { sourceRows, type SourceRow } from "./source-rows.ts";
import { dueOf } from "./terms.ts";

export interface Drafted {
  /** with the years that the answers name */
  readonly settings: ImportSettings;
  readonly roadmaps: readonly RoadmapDraft[];
  readonly rows: readonly DraftedRow[];
  readonly doubts: readonly ReviewDoubt[];
  readonly notes: readonly ReviewNote[];
  /** meanings of codes that the officer asked to remember in the district's dictionary */
  readonly remembered: readonly { readonly code: string; readonly audience: Audience }[];
}

/**
 * From a reading and the answers so far to the roadmaps that would be written. Pure: the same reading, settings, answers and district
 * give the same draft, so that nothing needs to be stored between the questions.
 */
export function draftOf(
  source: Source,
  kept: ImportSettings,
  decisions: readonly Decision[],
  district: District,
): Drafted {
  const collected = collectQuestions(decisions);
  const remembered = new Map<string, { readonly code: string; readonly audience: Audience }>();
  const questions: Questions = {
    ...collected,
    ask(question, place) {
      const answered = collected.ask(question, place);
      const audience = answered?.answer.remember && mayBeRemembered(question) ? audienceIn(answered) : null;
      // one name may be typed in capitals here and there: the dictionary has it once
      if (audience && !remembered.has(question.id)) remembered.set(question.id, { code: question.quote, audience });
      return answered;
    },
  };
  const settings = periodAsked(kept, questions);
  const notes: ReviewNote[] = [];
  const corrections = askReading(source, settings, questions, notes);
  const rows = sourceRows(source, settings, corrections).map((row) => ({
    source: row,
    measure: measureOf(row, settings, district, questions, notes),
  }));
  return {
    settings,
    roadmaps: roadmapsOf(source, settings, rows),
    rows,
    doubts: questions.doubts(),
    notes,
    remembered: [...remembered.values()],
  };
}

function measureOf(
  row: SourceRow,
  settings: ImportSettings,
  district: District,
  questions: Questions,
  notes: ReviewNote[],
): MeasureDraft {
  const { measure } = row;
  const cadence = dueOf(row, settings, questions);
  const named = partiesOf(row, district, questions, notes);
  const plannedValues = plannedValuesOf(row, questions);
  const { reporting, parties } = reportingOf(row, named, district, questions);
  return {
    number: measure.number ?? "",
    title: row.title || measure.result || "Без названия",
    level: row.level,
    dueText: row.term,
    cadence: cadence.map((phase) => ({ ...phase, windows: [...phase.windows] })),
    result: row.level === "" ? (measure.result ?? "") : "",
    reportDocument: measure.reportDocument ?? "",
    responsibleText: row.responsible,
    participantsText: row.participants,
    reporting,
    accountMoments: null,
    parties,
    plannedValues,
    source: { rows: measure.rows, cells: measure.cells, ...(measure.extra && { extra: measure.extra }) },
  };
}
