import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useParams } from "react-router";
import { dateInWords } from "#domain/russian/dates.ts";
import type { DesignationView, OrganisationView } from "#features/places/model/contract.ts";
import { DESIGNATION_NAME, ORGANISATION_KIND_NAME } from "#features/places/model/words.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { ActionMenu } from "#web/ui/action-menu.tsx";
import { Button } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { showUndo } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { Slot } from "#web/slot.tsx";
import { DesignationDialog } from "../parts/designation-dialog.tsx";
import { OrganisationDialog } from "../parts/organisation-dialog.tsx";
import { OrganisationPeople } from "../parts/organisation-people.tsx";
import { OrganisationPhone } from "../parts/organisation-phone.tsx";
import "../parts/places.css";

/** The page of an organisation: facts, dated designations, people and their roles. */
export default function Organisation() {
  const { organisationId = "" } = useParams();
  const organisation = useQuery({
    queryKey: ["organisations", "one", organisationId],
    queryFn: ({ signal }) => request<OrganisationView>(`/api/organisations/${organisationId}`, { signal }),
  });
  return (
    <Loaded query={organisation} title="Карточка не открылась" skeleton={<PageSkeleton />}>
      {(seen) => <Card organisation={seen} />}
    </Loaded>
  );
}

function Card({ organisation }: { readonly organisation: OrganisationView }) {
  const today = useMe().clock.today;
  const [editing, setEditing] = useState(false);
  const [designation, setDesignation] = useState<DesignationView | "new" | null>(null);
  const closing = useWrite(
    ({ closedOn, version }: { closedOn: string | null; version: number }, key) =>
      request<unknown>(`/api/organisations/${organisation.id}/closing`, {
        method: "PUT",
        key,
        body: { closedOn, version },
      }),
    { refresh: [["organisations"]] },
  );
  const closeToday = async () => {
    const { version } = organisation;
    await closing.mutateAsync({ closedOn: today, version });
    showUndo({
      text: "Организация закрыта",
      state: "accepted",
      onUndo: () => closing.mutate({ closedOn: null, version: version + 1 }),
    });
  };
  const facts = [
    ["Вид", ORGANISATION_KIND_NAME[organisation.kind]],
    ["Муниципалитет", organisation.territoryName],
    ["ИНН", organisation.inn],
    ["Адрес", organisation.address],
    ["Телефон", organisation.phone && <OrganisationPhone key="phone" organisation={organisation} />],
    ["Почта", organisation.email],
  ] as const;
  return (
    <div className="places">
      <PageHeader
        title={organisation.shortName}
        back={{ to: `/organisations?territory=${organisation.territoryId}`, label: "Организации" }}
        lead={
          organisation.closedOn
            ? `Закрыта с ${dateInWords(organisation.closedOn as LocalDate)}`
            : organisation.name === organisation.shortName
              ? undefined
              : typeset(organisation.name)
        }
        actions={
          <>
            {organisation.can.edit && (
              <Button icon="edit" onClick={() => setEditing(true)}>
                Изменить
              </Button>
            )}
            <Slot
              name="watch"
              facts={{ kind: "organisation", territoryId: organisation.territoryId, id: organisation.id }}
            />
            <Slot
              name="history"
              facts={{ kind: "organisation", territoryId: organisation.territoryId, id: organisation.id }}
            />
            {organisation.can.edit && (
              <ActionMenu
                actions={[
                  organisation.closedOn
                    ? {
                        label: "Открыть снова",
                        onClick: () => closing.mutate({ closedOn: null, version: organisation.version }),
                      }
                    : {
                        label: "Закрыть с сегодняшнего дня",
                        onClick: () => void closeToday().catch(() => {}),
                      },
                ]}
              />
            )}
          </>
        }
      />
      <Refusal error={closing.error} />
      <dl className="facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
      </dl>
      <Slot
        name="organisation-reports"
        facts={{ territoryId: organisation.territoryId, organisationId: organisation.id }}
      />
      <section>
        <SectionTitle
          action={
            organisation.can.designate && (
              <Button size="small" icon="plus" onClick={() => setDesignation("new")}>
                Добавить
              </Button>
            )
          }
        >
          Статусы
        </SectionTitle>
        {organisation.designations.length === 0 ? (
          <p className="m">Статусов нет: обязательства идут только по виду организации.</p>
        ) : (
          <Designations organisation={organisation} onEdit={setDesignation} />
        )}
      </section>
      <OrganisationPeople organisation={organisation} />
      {editing && (
        <OrganisationDialog
          territoryId={organisation.territoryId}
          organisation={organisation}
          onClose={() => setEditing(false)}
          onDone={() => setEditing(false)}
        />
      )}
      {designation !== null && (
        <DesignationDialog
          territoryId={organisation.territoryId}
          organisationId={organisation.id}
          designation={
            designation === "new" ? null : (organisation.designations.find((one) => one.id === designation.id) ?? null)
          }
          onClose={() => setDesignation(null)}
        />
      )}
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{typeof value === "string" ? typeset(value) : value}</dd>
    </>
  );
}

function Designations({
  organisation,
  onEdit,
}: {
  readonly organisation: OrganisationView;
  readonly onEdit: (designation: DesignationView) => void;
}) {
  return (
    <DataTable label="Статусы" className="stack">
      <thead>
        <tr>
          <th>Статус</th>
          <th>Когда</th>
          <th>Основание</th>
          {organisation.can.edit && (
            <th>
              <span className="visually-hidden">Действия</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {organisation.designations.map((one) => (
          <tr key={one.id} className={one.inForce ? "" : "past"}>
            <td className="wide">
              {DESIGNATION_NAME[one.kind].short}
              {DESIGNATION_NAME[one.kind].full !== DESIGNATION_NAME[one.kind].short && (
                <span className="second">{DESIGNATION_NAME[one.kind].full}</span>
              )}
            </td>
            <td>
              {one.to
                ? `${dateInWords(one.from as LocalDate)} – ${dateInWords(one.to as LocalDate)}`
                : `с ${dateInWords(one.from as LocalDate)}`}
            </td>
            <td className="wide m">{one.paper ? paperText(one.paper) : "не указано"}</td>
            {organisation.can.edit && (
              <td className="n end">
                <Button size="small" onClick={() => onEdit(one)}>
                  Изменить
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function paperText(paper: NonNullable<DesignationView["paper"]>): string {
  const dated = paper.datedOn ? ` от ${paper.datedOn.split("-").reverse().join(".")}` : "";
  return typeset(`${paper.title}${paper.number ? `, № ${paper.number}` : ""}${dated}`);
}
