import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { RequestList, RequestView } from "../../model/contract.ts";
import type { z } from "zod";
import { RequestState } from "../parts/own-requests.tsx";
import { SettleRequest } from "../parts/settle-request.tsx";

/** What people ask about their data, those to be answered on top. */
export default function RequestsPage() {
  const { territoryId } = useMe().current;
  const [settling, setSettling] = useState<RequestView | null>(null);
  const requests = useQuery({
    queryKey: ["personal-data", "requests", territoryId],
    queryFn: ({ signal }) =>
      request<z.infer<typeof RequestList>>("/api/personal-data/requests", { query: { territoryId }, signal }),
  });
  return (
    <Loaded query={requests} title="Обращения не открылись">
      {({ items, today }) => (
        <section>
          {items.length === 0 ? (
            <EmptyState title="Обращений нет">
              {typeset("Человек обращается на странице «Что о вас хранится»; срок ответа посчитается сам.")}
            </EmptyState>
          ) : (
            items.map((row) => (
              <div className="request" key={row.id}>
                <RequestState row={row} today={today} />
                <p className="who">
                  <Link to={`/people/${row.personId}/data?territory=${territoryId}`}>{row.personName}</Link>
                </p>
                <p className="said">
                  {typeset(row.title)}. {row.text}
                </p>
                <p className="sm q">{typeset(row.source)}</p>
                {row.answer && <p className="said q">Ответ: {row.answer}</p>}
                {row.state === "open" && (
                  <p className="act">
                    <Button size="small" onClick={() => setSettling(row)}>
                      Ответить
                    </Button>
                  </p>
                )}
              </div>
            ))
          )}
          {settling && <SettleRequest row={settling} territoryId={territoryId} onClose={() => setSettling(null)} />}
        </section>
      )}
    </Loaded>
  );
}
