import { Link } from "react-router";
import { dateInWords } from "#domain/russian/dates.ts";
import type { ImportView } from "../../model/view.ts";
import { importPage, programmePage } from "../api.ts";

/** Says that the very same file came in before, and what became of it; taking it in again is allowed. */
export function Duplicates({ view }: { readonly view: ImportView }) {
  const { duplicates, territoryId } = view;
  if (duplicates.length === 0) return null;
  return (
    <aside className="again" aria-label="Этот файл уже загружали">
      {duplicates.map((one) => (
        <p key={one.id}>
          Этот файл уже загружали {dateInWords(one.createdOn)} ({one.createdBy}):{" "}
          {one.programme ? (
            <>
              из него создана программа{" "}
              <Link to={programmePage(territoryId, one.programme.id)}>{one.programme.title}</Link>.
            </>
          ) : one.status === "failed" ? (
            "тогда он не прочитался."
          ) : (
            <>
              <Link to={importPage(territoryId, one.id)}>та загрузка</Link> ещё на проверке.
            </>
          )}
        </p>
      ))}
    </aside>
  );
}
