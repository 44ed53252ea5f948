import { printPeriod } from "../../model/period-words.ts";
import { TextArea } from "#web/ui/text-field.tsx";
import type { ImportDocument, Review } from "../../model/view.ts";
import { DoubtSpot } from "./doubt-spot.tsx";
import type { ReviewWork } from "./review-work.ts";
import { TablesChoice } from "./tables-choice.tsx";
import { Unreported } from "./unreported.tsx";
import type { ProgrammeNames } from "./use-programme-names.ts";

interface ProgrammeToBeProps {
  readonly review: Review;
  readonly tables: ImportDocument["tables"];
  readonly work: ReviewWork;
  readonly names: ProgrammeNames;
  /** every question is answered */
  readonly isReady: boolean;
  onSettings(): void;
}

export const PROGRAMME_TO_BE = "programme-to-be";

/** What the programme will be called and when it goes, over the document; what to know before it is approved. */
export function ProgrammeToBe({ review, tables, work, names, isReady, onSettings }: ProgrammeToBeProps) {
  // the years are asked about where they will stand, not in a row of the document
  const period = work.doubts.find(({ topic }) => topic === "period");
  const isPeriodOpen = period?.answer === null;
  return (
    <section className="to-be" id={PROGRAMME_TO_BE} tabIndex={-1} aria-label="Будущая программа">
      {isReady && <p className="ready">Проверьте название программы и утвердите.</p>}
      <div className="names">
        <TextArea
          label="Название программы"
          rows={1}
          value={names.title}
          onChange={(text) => names.change("title", text)}
          onBlur={names.keep}
          error={names.error("title")}
        />
        <TextArea
          label="Короткое имя для школ"
          rows={1}
          value={names.shortTitle}
          maxLength={80}
          onChange={(text) => names.change("shortTitle", text)}
          onBlur={names.keep}
          error={names.error("shortTitle")}
        />
      </div>
      {period && <DoubtSpot doubt={period} number={work.doubts.indexOf(period) + 1} work={work} />}
      <p className="when">
        {isPeriodOpen ? "Годы программы ещё не выбраны." : `${printPeriod(review.settings)}.`}{" "}
        <button type="button" className="link-button" onClick={onSettings}>
          {isPeriodOpen ? "Указать свои даты" : "Изменить период"}
        </button>
      </p>
      <TablesChoice tables={tables} chosen={review.settings.tables} onChoose={onSettings} />
      <Unreported rows={review.rows} />
    </section>
  );
}
