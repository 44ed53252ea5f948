import { Link } from "react-router";
import type { OrganisationView } from "#features/places/model/contract.ts";
import { ApiProblem } from "#web/api/problem.ts";
import { ButtonLink } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { ShowMore } from "#web/ui/show-more.tsx";
import { useOrganisationPeople } from "../api.ts";

/** The people of an organisation whom one may see, with their positions and roles there. */
export function OrganisationPeople({ organisation }: { readonly organisation: OrganisationView }) {
  const { id, territoryId } = organisation;
  const people = useOrganisationPeople(organisation);
  if (people.error instanceof ApiProblem && people.error.status === 404) return null;
  const list = `/people?territory=${territoryId}&organisation=${id}`;
  return (
    <section>
      <SectionTitle
        action={
          organisation.can.addPeople && (
            <ButtonLink size="small" icon="plus" to={`${list}&add`}>
              Добавить
            </ButtonLink>
          )
        }
      >
        Люди
      </SectionTitle>
      <Loaded query={people} title="Список не открылся">
        {({ items, total }) =>
          items.length === 0 ? (
            <p className="m">Здесь нет людей, которые вам видны.</p>
          ) : (
            <>
              <DataTable label="Люди организации" className="stack">
                <thead>
                  <tr>
                    <th>Имя</th>
                    <th>Должность</th>
                    <th>Роль</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((person) => (
                    <tr key={person.id} className="hover">
                      <td className="wide">
                        <Link to={`/people/${person.id}?territory=${territoryId}`}>{person.fullName}</Link>
                      </td>
                      <td className="wide m">{here(person.positions, id, (one) => one.position)}</td>
                      <td
                        className="wide m"
                        data-label={here(person.roles, id, (one) => one.roleName) ? "роль" : undefined}
                      >
                        {here(person.roles, id, (one) => one.roleName)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </DataTable>
              {total > items.length && <ShowMore to={list}>{`Все люди организации: ${total}`}</ShowMore>}
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function here<T extends { readonly organisationId: string | null; readonly inForce: boolean }>(
  standings: readonly T[],
  organisationId: string,
  text: (one: T) => string,
): string {
  return standings
    .filter((one) => one.organisationId === organisationId && one.inForce)
    .map(text)
    .join(", ");
}
