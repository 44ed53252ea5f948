import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { SectionTitle } from "#web/ui/group-title.tsx";
import type { SlotFacts } from "#web/slot.tsx";

/** On the card of a person: the phone while the consent holds; for the administrator the way to what is kept. */
export default function OnPersonCard({ personId = "", territoryId = "" }: SlotFacts) {
  const me = useMe();
  const contact = useQuery({
    queryKey: ["contact", personId, territoryId],
    queryFn: ({ signal }) =>
      request<{ phone: string | null }>(`/api/people/${personId}/contact`, { query: { territoryId }, signal }),
  });
  const phone = contact.data?.phone;
  const self = me.person.id === personId;
  const keeps = me.current.role === "administrator" && me.current.organisationId === null;
  if (!phone && !self && !keeps) return null;
  return (
    <section>
      <SectionTitle>{phone ? "Связь" : "Персональные данные"}</SectionTitle>
      {phone && (
        <p className="m">
          Телефон: <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
        </p>
      )}
      {self && (
        <p className="m">
          <Link to="/my-data">Что о вас хранится</Link>
        </p>
      )}
      {keeps && (
        <p className="m">
          <Link to={`/people/${personId}/data?territory=${territoryId}`}>Что хранится, согласия и уничтожение</Link>
        </p>
      )}
    </section>
  );
}
