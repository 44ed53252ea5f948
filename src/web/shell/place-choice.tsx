import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import type { Place } from "#features/people/model/contract.ts";
import { choosePlace, placeKey, placeName, sessionQuery, useMe } from "../api/me.ts";
import { ChoiceField } from "../ui/choice-field.tsx";
import { typeset } from "../ui/typeset.ts";

/** The person's places, each with the role held there; another one is another set of screens, so it opens from the beginning. */
export function PlaceChoice({ onDone }: { readonly onDone: () => void }) {
  const me = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const manyTerritories = new Set(me.places.map((place) => place.territoryId)).size > 1;
  return (
    <ChoiceField
      label="Где вы сейчас работаете"
      options={me.places.map((place) => ({
        value: placeKey(place),
        label: typeset(placeName(place)),
        hint: roleAt(place, manyTerritories),
      }))}
      value={placeKey(me.current)}
      onChange={(key) => {
        queries.setQueryData(sessionQuery.queryKey, choosePlace(me, key));
        void queries.invalidateQueries();
        void navigate("/");
        onDone();
      }}
    />
  );
}

/** «Куратор школ», with the territory where the person has several and the place is an organisation of one. */
function roleAt({ roleName, organisationName, territoryName }: Place, manyTerritories: boolean): string {
  const role = roleName.charAt(0).toLocaleUpperCase("ru") + roleName.slice(1);
  return manyTerritories && organisationName !== null ? `${role}, ${territoryName}` : role;
}
