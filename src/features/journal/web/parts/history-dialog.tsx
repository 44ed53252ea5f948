import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import type { SlotFacts } from "#web/slot.tsx";
import type { History } from "../../model/contract.ts";
import { Entries } from "./entries.tsx";

/** Everything that was done with one object: opened over its page, page by page. */
export default function HistoryDialog({ facts, onClose }: { readonly facts: SlotFacts; readonly onClose: () => void }) {
  const [page, setPage] = useState(1);
  const { kind, territoryId, id, named } = facts;
  const query = { kind, territoryId, ...(named ? { key: named } : { id }), page: String(page) };
  const history = useQuery({
    queryKey: ["history", query],
    queryFn: ({ signal }) => request<History>("/api/history", { query, signal }),
    placeholderData: (before) => before,
  });
  return (
    <Dialog opened onClose={onClose} title={facts["label"] ?? "История"} width={760}>
      <Loaded query={history} title="История не открылась">
        {({ items, total, pageSize }) =>
          items.length === 0 ? (
            <EmptyState title="Изменений пока не было">
              Здесь появится каждое: кто, когда, что было и что стало.
            </EmptyState>
          ) : (
            <>
              <Entries items={items} subjects={kind === "programme"} />
              <Turning page={page} pages={Math.ceil(total / pageSize)} onPage={setPage} />
            </>
          )
        }
      </Loaded>
    </Dialog>
  );
}

interface TurningProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

function Turning({ page, pages, onPage }: TurningProps) {
  if (pages < 2) return null;
  return (
    <nav className="pages" aria-label="Страницы истории">
      {page > 1 ? <Button onClick={() => onPage(page - 1)}>Позже</Button> : <span />}
      <span className="q">
        Страница {page} из {pages}
      </span>
      {page < pages ? <Button onClick={() => onPage(page + 1)}>Раньше</Button> : <span />}
    </nav>
  );
}
