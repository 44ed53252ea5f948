import type { Audience } from "#features/places/model/audience.ts";
import {
  DESIGNATION_NAME,
  DESIGNATIONS,
  ORGANISATION_KIND_NAME,
  ORGANISATION_KINDS,
} from "#features/places/model/words.ts";

export interface AudienceChoice {
  readonly value: string;
  readonly label: string;
  readonly audience: Audience;
}

/** Everything a name may mean: kinds of organisations, designations, holders of a position so named, one organisation, the district, nobody here. */
export function audienceChoices(
  name: string,
  organisations: readonly { readonly id: string; readonly name: string }[],
): AudienceChoice[] {
  return [
    ...ORGANISATION_KINDS.map((kind) => ({
      value: `kind:${kind}`,
      label: `Все: ${ORGANISATION_KIND_NAME[kind]}`,
      audience: { kind: "organisationKind", kinds: [kind] } as const satisfies Audience,
    })),
    ...DESIGNATIONS.map((kind) => ({
      value: `designation:${kind}`,
      label: `Со статусом: ${DESIGNATION_NAME[kind].full}`,
      audience: { kind: "designation", designations: [kind] } as const satisfies Audience,
    })),
    ...(name.trim() === ""
      ? []
      : [
          {
            value: "position",
            label: `Люди с должностью «${name.trim()}»`,
            audience: { kind: "position", words: name.trim() } as const satisfies Audience,
          },
        ]),
    { value: "territory", label: "Округ в целом", audience: { kind: "territory" } },
    { value: "outside", label: "Не из округа: отчёта не ждём", audience: { kind: "outside" } },
    ...organisations.map(({ id, name: label }) => ({
      value: `organisation:${id}`,
      label,
      audience: { kind: "organisation", id } as const satisfies Audience,
    })),
  ];
}
