import { Link } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { dateInWords } from "#domain/russian/dates.ts";
import type { ImportView } from "../../model/view.ts";
import { importPage, programmePage } from "../api.ts";

const MOST_SHOWN = 2;

type Earlier = ImportView["duplicates"][number];

/** Says that the same file, or one of a like name, came in before, and what became of it; taking it in again is allowed. */
export function Duplicates({ view }: { readonly view: ImportView }) {
  const { duplicates, territoryId } = view;
  if (duplicates.length === 0) return null;
  const more = duplicates.length - MOST_SHOWN;
  return (
    <aside className="again" aria-label="Похожее уже загружали">
      {duplicates.slice(0, MOST_SHOWN).map((one) => (
        <p key={one.id}>
          {one.likeness === "bytes" ? (
            <>
              <b>Тот же файл</b> уже загружали
            </>
          ) : (
            <>
              <b>Файл с похожим именем</b>, «{one.name}», но с другим содержанием загружали
            </>
          )}{" "}
          {dateInWords(one.createdOn)} ({one.createdBy}): <Fate one={one} territoryId={territoryId} />
        </p>
      ))}
      {more > 0 && <p>И ещё {counted(more, ["похожая загрузка", "похожие загрузки", "похожих загрузок"])} раньше.</p>}
    </aside>
  );
}

function Fate({ one, territoryId }: { readonly one: Earlier; readonly territoryId: string }) {
  if (one.programme) {
    return (
      <>
        из него создана программа <Link to={programmePage(territoryId, one.programme.id)}>{one.programme.title}</Link>.
        Утвердив этот документ, вы создадите вторую.
      </>
    );
  }
  if (one.status === "failed") return "тогда он не прочитался.";
  return (
    <>
      <Link to={importPage(territoryId, one.id)}>та загрузка</Link> ещё на проверке.
    </>
  );
}
