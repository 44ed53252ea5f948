import type { OrganisationView } from "#features/places/model/contract.ts";
import { shortName } from "#features/people/model/names.ts";
import { PhoneLink } from "#web/ui/phone-link.tsx";
import { useOrganisationPeople } from "../api.ts";

/** The phone as a link that calls, and who answers it: the head, where one may see people here. */
export function OrganisationPhone({ organisation }: { readonly organisation: OrganisationView }) {
  const people = useOrganisationPeople(organisation);
  const head = people.data?.items.find(({ roles }) =>
    roles.some((one) => one.role === "school_head" && one.organisationId === organisation.id && one.inForce),
  );
  return (
    <>
      <PhoneLink phone={organisation.phone} />
      {head && (
        <span className="q">
          {" "}
          {shortName({ family_name: head.familyName, given_name: head.givenName, patronymic: head.patronymic })}
        </span>
      )}
    </>
  );
}
