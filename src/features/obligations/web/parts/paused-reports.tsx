import { Link } from "react-router";
import { GroupTitle } from "#web/ui/group-title.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ObligationRow } from "../../model/contract.ts";
import { reportPath } from "./obligation-line.tsx";

/** What is not asked while it stands still: to be known of, not to be done. */
export function PausedReports({ rows }: { readonly rows: readonly ObligationRow[] }) {
  return (
    <section>
      <GroupTitle state="paused" count={rows.length}>
        Приостановлено
      </GroupTitle>
      <ul className="waiting">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={reportPath(row)}>{typeset(row.measureTitle)}</Link>
            <div className="meta">{typeset(`${row.programmeTitle} · ${row.occurrence}`)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
