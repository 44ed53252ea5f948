import { typeset } from "#web/ui/typeset.ts";
import { tablesTaken } from "../../model/tables-taken.ts";
import type { ImportDocument, ImportView, Review } from "../../model/view.ts";
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
    <section className="to-be" aria-label="Какая программа меняется">
      {isReady && <p className="ready">Всё прочитано. Сравните с действующей редакцией.</p>}
      <p>{typeset(`Новая редакция программы «${amends.title}».`)}</p>
      <p className="when">
        Что уже выяснено о ней, второй раз не спрашивается. В программе ничего не изменится, пока вы не утвердите
        изменения приказом.
      </p>
      {tables.length > 1 && (
        <p className="when">
          {typeset(tablesTaken(tables, review.settings.tables))}{" "}
          <button type="button" className="link-button" onClick={onSettings}>
            Выбрать таблицы
          </button>
        </p>
      )}
      <Unreported rows={review.rows} />
    </section>
  );
}
