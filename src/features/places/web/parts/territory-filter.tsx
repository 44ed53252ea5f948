import { useMe } from "#web/api/me.ts";
import { FilterWord } from "#web/ui/filter-word.tsx";
import { useTerritories } from "../api.ts";

/** For those who see several territories: which one is shown. */
export function TerritoryFilter() {
  const own = useMe().current.territoryId;
  const territories = useTerritories().data ?? [];
  if (territories.length < 2) return null;
  const first = territories.find((one) => one.id === own);
  const rest = territories.filter((one) => one.id !== own);
  const options = [...(first ? [first] : []), ...rest].map((one) => ({ value: one.id, label: one.shortName }));
  return <FilterWord name="territory" label="Территория" options={options} />;
}
