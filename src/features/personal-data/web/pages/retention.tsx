import { useQuery } from "@tanstack/react-query";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { DataTable } from "#web/ui/data-table.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { Retention } from "../../model/contract.ts";
import { dayInWords } from "../parts/moment-in-words.ts";

/** How long everything is kept, and whose data are kept for nothing any more. */
export default function RetentionPage() {
  const { territoryId } = useMe().current;
  const retention = useQuery({
    queryKey: ["personal-data", "retention", territoryId],
    queryFn: ({ signal }) => request<Retention>("/api/personal-data/retention", { query: { territoryId }, signal }),
  });
  return (
    <Loaded query={retention} title="Сроки не открылись">
      {({ rules, ended }) => (
        <>
          <section>
            <SectionTitle count={ended.length}>Срок хранения вышел</SectionTitle>
            {ended.length === 0 ? (
              <p className="m">
                {typeset("Таких людей нет: все, чьи данные хранятся, ещё нужны для работы или отчётов.")}
              </p>
            ) : (
              <>
                <p className="m">
                  {typeset("Программа сама ничего не стирает: решение за администратором, на странице человека.")}
                </p>
                <Rows label="Срок хранения вышел">
                  {ended.map((one) => (
                    <Row
                      key={one.personId}
                      what={one.name}
                      to={`/people/${one.personId}/data?territory=${territoryId}`}
                      meta={typeset(
                        `Последний день работы ${dayInWords(one.lastPlaceOn)}, хранить до ${dayInWords(one.keptUntil)}`,
                      )}
                    />
                  ))}
                </Rows>
              </>
            )}
          </section>
          <section>
            <SectionTitle>Сроки</SectionTitle>
            <DataTable label="Сроки хранения" className="stack">
              <thead>
                <tr>
                  <th>Что</th>
                  <th>Срок</th>
                  <th>Откуда срок</th>
                  <th>Что потом</th>
                </tr>
              </thead>
              <tbody>
                {rules.map((rule) => (
                  <tr key={rule.title}>
                    <td className="wide">{typeset(rule.title)}</td>
                    <td className="wide">{typeset(`${rule.kept}; отсчёт: ${rule.since}`)}</td>
                    <td className="wide" data-label="Откуда срок">
                      {typeset(rule.source)}
                    </td>
                    <td className="wide" data-label="Что потом">
                      {rule.ending === "purged" ? "удаляется само" : typeset("решает администратор")}
                    </td>
                  </tr>
                ))}
              </tbody>
            </DataTable>
          </section>
        </>
      )}
    </Loaded>
  );
}
