import { Link, useSearchParams } from "react-router";
import { typeset } from "#web/ui/typeset.ts";
import type { Execution } from "../../model/execution.ts";

/** What the heat map is narrowed to, each with the way back; nothing where it shows the whole programme. */
export function NarrowedMap({ map: { section, bearer } }: { readonly map: Pick<Execution, "section" | "bearer"> }) {
  const address = useNarrowing();
  if (!section && !bearer) return undefined;
  return (
    <nav className="narrowed-map dense" aria-label="Что показано">
      {bearer && (
        <p>
          {typeset(`Исполнитель: ${bearer.name || "сроков у него нет"}.`)}{" "}
          <Link to={address({ bearer: null })}>Показать всех исполнителей</Link>
        </p>
      )}
      {section && (
        <p>
          {typeset(`Раздел: ${section.name}.`)}{" "}
          {section.parentId && (
            <>
              <Link to={address({ sectionId: section.parentId })}>Показать раздел, в который он входит</Link>{" "}
            </>
          )}
          <Link to={address({ sectionId: null })}>Показать все разделы</Link>
        </p>
      )}
    </nav>
  );
}

/** The address of the same page narrowed otherwise; the rest of what is chosen stays. */
export function useNarrowing(): (to: {
  readonly sectionId?: string | null;
  readonly bearer?: string | null;
}) => string {
  const [params] = useSearchParams();
  return (to) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(to)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    next.delete("page");
    return `?${next}`;
  };
}
