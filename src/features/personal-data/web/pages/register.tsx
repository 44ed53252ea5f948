import { useQuery } from "@tanstack/react-query";
import { useMe } from "#web/api/me.ts";
import { addressOf, request } from "#web/api/request.ts";
import { DataTable } from "#web/ui/data-table.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { TakeFiles } from "#web/ui/take-files.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { Register } from "../../model/contract.ts";

/** Why data about people are processed, made from the schema of the database. */
export default function RegisterPage() {
  const { territoryId } = useMe().current;
  const register = useQuery({
    queryKey: ["personal-data", "register", territoryId],
    queryFn: ({ signal }) => request<Register>("/api/personal-data/register", { query: { territoryId }, signal }),
  });
  const file = (format: string) => addressOf(`/api/personal-data/register.${format}`, { territoryId });
  return (
    <Loaded query={register} title="Реестр не открылся">
      {(seen) => (
        <section>
          <p className="m">
            {typeset(
              `Оператор: ${seen.operator.name}. Хранятся данные о людях: ${seen.people}. ${seen.rows[0]?.people}. ${seen.everywhere.transfer}.`,
            )}
          </p>
          <TakeFiles file={file} />
          {seen.missing.length > 0 && (
            <FieldError>
              В базе есть поля, которых реестр не называет: {seen.missing.join("; ")}. Сообщите разработчику.
            </FieldError>
          )}
          <DataTable label="Реестр обработки" className="stack">
            <thead>
              <tr>
                <th>Цель</th>
                <th>Какие данные</th>
                <th>Основание</th>
                <th>Срок</th>
                <th>Кому видны</th>
              </tr>
            </thead>
            <tbody>
              {seen.rows.map((row) => (
                <tr key={row.purpose}>
                  <td className="wide">
                    {typeset(row.purpose)}
                    {row.needsConsent && <span className="second">{typeset("нужно согласие человека")}</span>}
                  </td>
                  <td className="wide">{typeset(row.categories)}</td>
                  <td className="wide" data-label="Основание">
                    {typeset(row.basis)}
                  </td>
                  <td className="wide" data-label="Срок">
                    {row.kept.map((one) => (
                      <span key={one} className="line">
                        {typeset(one)}
                      </span>
                    ))}
                  </td>
                  <td className="wide" data-label="Кому видны">
                    {typeset(row.seenBy)}
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </section>
      )}
    </Loaded>
  );
}
