import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "#web/api/me.ts";
import { addressOf, request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { Held } from "../../model/contract.ts";
import { AskRequest } from "../parts/ask-request.tsx";
import { HeldSections } from "../parts/held-sections.tsx";
import { OwnConsent } from "../parts/own-consent.tsx";
import { OwnPhone } from "../parts/own-phone.tsx";
import { OwnRequests } from "../parts/own-requests.tsx";
import "../parts/personal-data.css";

/** «Что о вас хранится»: everything about whoever reads it, to take away, to correct, to ask about. */
export default function MyData() {
  const { territoryId } = useMe().current;
  const held = useQuery({
    queryKey: ["my-data", territoryId],
    queryFn: ({ signal }) => request<Held>("/api/my-data", { query: { territoryId }, signal }),
  });
  return (
    <Loaded query={held} title="Сведения не открылись" skeleton={<PageSkeleton />}>
      {(seen) => <Own held={seen} territoryId={territoryId} />}
    </Loaded>
  );
}

function Own({ held, territoryId }: { readonly held: Held; readonly territoryId: string }) {
  const [asking, setAsking] = useState(false);
  const { today } = useMe().clock;
  return (
    <div className="personal-data">
      <PageHeader
        title="Что о вас хранится"
        lead={typeset(`${held.person.fullName}. Оператор персональных данных: ${held.operator.name}`)}
        actions={
          <a className="btn" href={addressOf("/api/my-data.zip", { territoryId })} download>
            <Icon name="download" size={18} />
            Скачать всё
          </a>
        }
      />
      <p className="lead-facts m">
        {typeset(
          "Данные нужны, чтобы распределять мероприятия, подтверждать отчёты и пускать в систему только своих. Третьим лицам они не передаются.",
        )}
      </p>
      <section>
        <SectionTitle>Исправить самому</SectionTitle>
        <OwnPhone key={held.person.phone} phone={held.person.phone} version={held.version} />
      </section>
      <section>
        <SectionTitle
          action={
            <Button size="small" icon="plus" onClick={() => setAsking(true)}>
              Обратиться
            </Button>
          }
        >
          Обращения
        </SectionTitle>
        {held.requests.length === 0 ? (
          <p className="m">
            {typeset("Имя, должность и место исправляет администратор: обратитесь, и ответ появится здесь.")}
          </p>
        ) : (
          <OwnRequests rows={held.requests} today={today} />
        )}
      </section>
      <section>
        <SectionTitle>Согласия</SectionTitle>
        {held.consents.map((consent) => (
          <OwnConsent key={consent.kind} consent={consent} territoryId={territoryId} />
        ))}
      </section>
      <section>
        <SectionTitle>Всё, что хранится</SectionTitle>
        <HeldSections sections={held.sections} />
      </section>
      {asking && <AskRequest territoryId={territoryId} onClose={() => setAsking(false)} />}
    </div>
  );
}
