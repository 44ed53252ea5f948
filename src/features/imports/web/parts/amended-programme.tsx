import { typeset } from "#web/ui/typeset.ts";
import type { ImportDocument, ImportView, Review } from "../../model/view.ts";
import { PROGRAMME_TO_BE } from "./programme-to-be.tsx";
import { TablesChoice } from "./tables-choice.tsx";
import { Unreported } from "./unreported.tsx";

interface AmendedProgrammeProps {
  readonly amends: NonNullable<ImportView["amends"]>;
  readonly review: Review;
  readonly tables: ImportDocument["tables"];
  /** every question is answered */
  readonly isReady: boolean;
  onSettings(): void;
}

/** Which programme the document amends, over the document: it has its name and its years already. */
export function AmendedProgramme({ amends, review, tables, isReady, onSettings }: AmendedProgrammeProps) {
  return (
    <section className="to-be" id={PROGRAMME_TO_BE} tabIndex={-1} aria-label="Какая программа меняется">
      {isReady && <p className="ready">Всё прочитано. Сравните с действующей редакцией.</p>}
      <p>{typeset(`Новая редакция программы «${amends.title}».`)}</p>
      <p className="when">
        Прежние ответы учтены: о том, что в документе осталось как было, второй раз не спросим. В программе ничего не
        изменится, пока вы не утвердите изменения приказом.
      </p>
      <TablesChoice tables={tables} chosen={review.settings.tables} onChoose={onSettings} />
      <Unreported rows={review.rows} />
    </section>
  );
}
