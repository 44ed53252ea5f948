import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { request } from "#web/api/request.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import type { ProgrammePapers } from "../../model/seen.ts";
import { useProgrammePlace } from "../place.ts";
import { programmeKey } from "../queries.ts";

/** Papers that the programme rests on and its measures cite. */
export default function PapersCitedTab() {
  const place = useProgrammePlace();
  const papers = useQuery({
    queryKey: [...programmeKey(place), "papers"],
    queryFn: ({ signal }) => request<ProgrammePapers>(`${place.api}/papers`, { signal }),
  });
  return (
    <Loaded query={papers} title="Документы не открылись">
      {({ items: cited }) =>
        cited.length === 0 ? (
          <EmptyState title="Документов пока нет" action={<Link to="/papers">Все документы муниципалитета</Link>}>
            Приказ появится здесь после утверждения, остальные — когда на них сошлются мероприятия.
          </EmptyState>
        ) : (
          <Rows label="Документы программы">
            {cited.map((paper) => (
              <Row
                key={paper.id}
                what={paper.name}
                to={`/papers/${place.territoryId}/${paper.id}`}
                meta={paper.title}
                extra={paper.approves ? "утверждает программу" : undefined}
                due={
                  paper.measures.length > 0 && (
                    <span className="q">{paper.measures.map((measure) => measure.name).join(", ")}</span>
                  )
                }
              />
            ))}
          </Rows>
        )
      }
    </Loaded>
  );
}
