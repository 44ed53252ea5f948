import { useQuery } from "@tanstack/react-query";
import { quoted } from "#domain/russian/quotes.ts";
import type { RoleCodeHistory } from "#features/places/model/contract.ts";
import { request } from "#web/api/request.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { momentInWords } from "#web/ui/moment.ts";
import { Row, Rows } from "#web/ui/rows.tsx";

type Entry = RoleCodeHistory["items"][number];

/** Who said whom a code means, and when: at the review of a document, or here. */
export function DictionaryHistory({ territoryId }: { readonly territoryId: string }) {
  const history = useQuery({
    queryKey: ["role-codes", "history", territoryId],
    queryFn: ({ signal }) => request<RoleCodeHistory>("/api/role-codes/history", { query: { territoryId }, signal }),
  });
  return (
    <section aria-labelledby="dictionary-history">
      <h2 id="dictionary-history">Кто и когда менял</h2>
      <Loaded query={history} title="История не открылась">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Словарь ещё не меняли">
              Коды запоминаются и при проверке документа, и на этой странице: здесь будет видно кем.
            </EmptyState>
          ) : (
            <Rows label="История словаря">
              {items.map((item) => (
                <Row
                  key={item.id}
                  what={changeWords(item)}
                  meta={`${item.person}, ${momentInWords(item.at)}${item.fromImport ? ", при проверке документа" : ""}`}
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </section>
  );
}

function changeWords({ code, before, after }: Entry): string {
  const name = quoted(code);
  if (after === null) return `${name}: возвращено общее значение${before === null ? "" : `, было: ${before}`}`;
  return before === null || before === after ? `${name}: ${after}` : `${name}: ${after}, было: ${before}`;
}
