import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import { dateInWords } from "#domain/russian/dates.ts";
import type { PersonView } from "#features/people/model/people-contract.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { Slot } from "#web/slot.tsx";
import { useTerritory } from "../api.ts";
import { AccountSection } from "../parts/account-section.tsx";
import { EditPersonDialog } from "../parts/edit-person.tsx";
import { EndRoleDialog, PositionDialog, RoleDialog } from "../parts/standing-dialogs.tsx";
import "../parts/people.css";

/** One person: name, positions, roles, account. */
export default function Person() {
  const { personId = "" } = useParams();
  const territoryId = useTerritory();
  const person = useQuery({
    queryKey: ["people", "one", personId, territoryId],
    queryFn: ({ signal }) => request<PersonView>(`/api/people/${personId}`, { query: { territoryId }, signal }),
  });
  return (
    <Loaded query={person} title="Карточка не открылась" skeleton={<PageSkeleton />}>
      {(seen) => <Card person={seen} territoryId={territoryId} />}
    </Loaded>
  );
}

type Asked =
  | { readonly kind: "edit" | "role" }
  | { readonly kind: "position"; readonly position: PersonView["positions"][number] | null }
  | { readonly kind: "end"; readonly role: PersonView["roles"][number] };

function Card({ person, territoryId }: { readonly person: PersonView; readonly territoryId: string }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const self = useMe().person.id === person.id;
  const close = () => setAsked(null);
  const { grants } = person.can;
  const dialog = { territoryId, personId: person.id, grants, onClose: close };
  const manages = grants.add && !self;
  const actions = person.positions.some((one) => one.can.edit);
  const ends = person.roles.some((one) => one.can.end);
  return (
    <div className="people">
      <PageHeader
        title={person.fullName}
        back={{ to: `/people?territory=${territoryId}`, label: "Люди" }}
        {...(person.phone && { lead: person.phone })}
        actions={
          (person.can.edit || self) && (
            <>
              {person.can.edit && (
                <Button icon="edit" onClick={() => setAsked({ kind: "edit" })}>
                  Изменить
                </Button>
              )}
              <Slot name="history" facts={{ kind: "person", territoryId, id: person.id }} />
            </>
          )
        }
      />
      <section>
        <SectionTitle
          action={
            manages && (
              <Button size="small" icon="plus" onClick={() => setAsked({ kind: "position", position: null })}>
                Добавить
              </Button>
            )
          }
        >
          Должности
        </SectionTitle>
        {person.positions.length === 0 ? (
          <p className="m">Должностей в организациях нет.</p>
        ) : (
          <DataTable label="Должности" className="stack">
            <thead>
              <tr>
                <th>Должность</th>
                <th>Организация</th>
                <th>Когда</th>
                {actions && (
                  <th>
                    <span className="visually-hidden">Действия</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {person.positions.map((one) => (
                <tr key={one.id} className={one.inForce ? "" : "past"}>
                  <td className="wide">{one.position}</td>
                  <td className="wide">{typeset(one.organisationName)}</td>
                  <td>{lasting(one)}</td>
                  {actions && (
                    <td className="n end">
                      {one.can.edit && (
                        <Button size="small" onClick={() => setAsked({ kind: "position", position: one })}>
                          Изменить
                        </Button>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
      </section>
      <section>
        <SectionTitle
          action={
            manages &&
            grants.organisationRoles.length + grants.territoryRoles.length > 0 && (
              <Button size="small" icon="plus" onClick={() => setAsked({ kind: "role" })}>
                Добавить
              </Button>
            )
          }
        >
          Роли в Ориентире
        </SectionTitle>
        {person.roles.length === 0 ? (
          <p className="m">Ролей нет: человек стоит в списке, но ничего не делает в системе.</p>
        ) : (
          <DataTable label="Роли" className="stack">
            <thead>
              <tr>
                <th>Роль</th>
                <th>Где</th>
                <th>Когда</th>
                {ends && (
                  <th>
                    <span className="visually-hidden">Действия</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {person.roles.map((one) => (
                <tr key={one.id} className={one.inForce ? "" : "past"}>
                  <td className="wide">{one.roleName}</td>
                  <td className="wide">{typeset(one.organisationName ?? "вся территория")}</td>
                  <td>{lasting(one)}</td>
                  {ends && (
                    <td className="n end">
                      {one.can.end && (
                        <Button size="small" onClick={() => setAsked({ kind: "end", role: one })}>
                          {one.to ? "Изменить" : "Снять"}
                        </Button>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
      </section>
      {(manages || person.account) && !self && <AccountSection person={person} territoryId={territoryId} />}
      <Slot name="person" facts={{ territoryId, personId: person.id }} />
      {asked?.kind === "edit" && <EditPersonDialog person={person} territoryId={territoryId} onClose={close} />}
      {asked?.kind === "position" && <PositionDialog {...dialog} position={asked.position} />}
      {asked?.kind === "role" && <RoleDialog {...dialog} />}
      {asked?.kind === "end" && <EndRoleDialog role={asked.role} territoryId={territoryId} onClose={close} />}
    </div>
  );
}

/** «с 1 сентября 2021», «1 сентября 2021 – 31 августа 2022». */
function lasting({ from, to }: { readonly from: string; readonly to: string | null }): string {
  const first = dateInWords(from as LocalDate);
  return to ? `${first} – ${dateInWords(to as LocalDate)}` : `с ${first}`;
}
