import { printPeriod } from "../../model/period-words.ts";
import { TextArea } from "#web/ui/text-field.tsx";
import type { Review } from "../../model/view.ts";
import { Unreported } from "./unreported.tsx";
import type { ProgrammeNames } from "./use-programme-names.ts";

interface ProgrammeToBeProps {
  readonly review: Review;
  readonly names: ProgrammeNames;
  /** every question is answered */
  readonly isReady: boolean;
  onSettings(): void;
}

export const PROGRAMME_TO_BE = "programme-to-be";

/** What the programme will be called and when it goes, over the document; what to know before it is approved. */
export function ProgrammeToBe({ review, names, isReady, onSettings }: ProgrammeToBeProps) {
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
      <p className="when">
        {printPeriod(review.settings)}.{" "}
        <button type="button" className="link-button" onClick={onSettings}>
          Изменить период и таблицы
        </button>
      </p>
      <Unreported rows={review.rows} />
    </section>
  );
}
