import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import { useMe } from "#web/api/me.ts";
import { addressOf, request } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Button } from "#web/ui/button.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { PersonData } from "../../model/contract.ts";
import { DestroyDialog } from "../parts/destroy-dialog.tsx";
import { HeldSections } from "../parts/held-sections.tsx";
import { PaperConsentDialog } from "../parts/paper-consent.tsx";
import { PrintPapers } from "../parts/print-papers.tsx";
import { dayOfInstant } from "../parts/moment-in-words.ts";
import "../parts/personal-data.css";

/** One person for whoever keeps the data: what is held, consents on paper, destruction. */
export default function PersonDataPage() {
  const { personId = "" } = useParams();
  const [territoryId] = useAddressValue("territory", useMe().current.territoryId);
  const data = useQuery({
    queryKey: ["personal-data", "person", personId, territoryId],
    queryFn: ({ signal }) => request<PersonData>(`/api/people/${personId}/data`, { query: { territoryId }, signal }),
  });
  return (
    <Loaded query={data} title="Сведения не открылись" skeleton={<PageSkeleton />}>
      {(seen) => <Kept data={seen} territoryId={territoryId} />}
    </Loaded>
  );
}

type Asked =
  | { readonly kind: "consent" | "destroy" }
  | { readonly kind: "papers"; readonly id: string; readonly name: string };

function Kept({ data, territoryId }: { readonly data: PersonData; readonly territoryId: string }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const { person, destruction, mentions } = data;
  return (
    <div className="personal-data">
      <PageHeader
        title={person.fullName}
        kicker="Персональные данные"
        back={{ to: `/people/${person.id}?territory=${territoryId}`, label: "Карточка" }}
        actions={
          !person.isDestroyed && (
            <a className="btn" href={addressOf(`/api/people/${person.id}/data.zip`, { territoryId })} download>
              <Icon name="download" size={18} />
              Скачать для человека
            </a>
          )
        }
      />
      {!person.isDestroyed && (
        <section>
          <SectionTitle
            action={
              <Button size="small" onClick={() => setAsked({ kind: "consent" })}>
                Внести с бумаги
              </Button>
            }
          >
            Согласия
          </SectionTitle>
          {data.consents.map((one) => (
            <p className="m" key={one.kind}>
              {typeset(
                one.held
                  ? `${one.title}: действует с ${dayOfInstant(one.held.since)}, ${one.held.how === "paper" ? "на бумаге" : "дано в программе"}`
                  : `${one.title}: согласия нет`,
              )}
            </p>
          ))}
        </section>
      )}
      <section>
        <SectionTitle>Что хранится</SectionTitle>
        <HeldSections sections={data.sections} />
      </section>
      <section>
        <SectionTitle>Уничтожение</SectionTitle>
        {destruction.allowed ? (
          <>
            <p className="m why">
              {typeset(
                "Имя, телефон, должность и логин будут стёрты везде, вход закрыт, журнал очищен от личных значений. Отчёты и файлы-подтверждения останутся служебными документами без имени. Вернуть будет нельзя.",
              )}
            </p>
            {mentions.length > 0 && (
              <p className="m why">
                {typeset(
                  `Имя встречается в служебных текстах, они останутся как есть: ${mentions.map((one) => `${one.where} (${one.count})`).join(", ")}.`,
                )}
              </p>
            )}
            <Button onClick={() => setAsked({ kind: "destroy" })}>Уничтожить данные…</Button>
          </>
        ) : person.isDestroyed ? (
          <p className="m why">{typeset(destruction.hindrances[0] ?? "")}</p>
        ) : (
          <>
            <p className="m why">{typeset("Пока уничтожить данные нельзя:")}</p>
            <ul className="hindrances m">
              {destruction.hindrances.map((one) => (
                <li key={one}>{typeset(one)}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      {asked?.kind === "consent" && (
        <PaperConsentDialog
          consent={data.consents[0]!}
          personId={person.id}
          territoryId={territoryId}
          onClose={close}
        />
      )}
      {asked?.kind === "destroy" && (
        <DestroyDialog
          data={data}
          territoryId={territoryId}
          onClose={close}
          onDone={(id) => setAsked({ kind: "papers", id, name: person.fullName })}
        />
      )}
      {asked?.kind === "papers" && (
        <PrintPapers
          destructionId={asked.id}
          territoryId={territoryId}
          knownName={asked.name}
          title="Данные уничтожены"
          onClose={close}
        />
      )}
    </div>
  );
}
