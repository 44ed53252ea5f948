import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { counted } from "#domain/russian/plural.ts";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { DestructionView } from "../../model/contract.ts";
import { dayInWords } from "../parts/moment-in-words.ts";
import { PrintPapers } from "../parts/print-papers.tsx";

/** Acts of destruction, to be printed again while they are kept. */
export default function DestructionsPage() {
  const { territoryId } = useMe().current;
  const [printing, setPrinting] = useState<string | null>(null);
  const acts = useQuery({
    queryKey: ["personal-data", "destructions", territoryId],
    queryFn: ({ signal }) =>
      request<{ items: DestructionView[] }>("/api/personal-data/destructions", { query: { territoryId }, signal }),
  });
  return (
    <Loaded query={acts} title="Акты не открылись">
      {({ items }) => (
        <section>
          {items.length === 0 ? (
            <EmptyState title="Данные ещё никому не уничтожали">
              {typeset("Уничтожить данные можно на странице человека, когда его должности и роли закончились.")}
            </EmptyState>
          ) : (
            <Rows label="Акты об уничтожении">
              {items.map((one) => (
                <Row
                  key={one.id}
                  what={`${dayInWords(one.onDay)}: ${one.pseudonym}`}
                  meta={typeset(
                    `${one.reason}; ${one.basis}. Стёрто: ${counted(one.cells, ["запись", "записи", "записей"])}. Хранить акт до ${dayInWords(one.keepUntil)}`,
                  )}
                  action={
                    <Button size="small" icon="print" onClick={() => setPrinting(one.id)}>
                      Документы
                    </Button>
                  }
                />
              ))}
            </Rows>
          )}
          {printing && (
            <PrintPapers destructionId={printing} territoryId={territoryId} onClose={() => setPrinting(null)} />
          )}
        </section>
      )}
    </Loaded>
  );
}
