import { quoted } from "#domain/russian/quotes.ts";
import { counted } from "#domain/russian/plural.ts";
import type { Audience } from "#features/places/model/audience.ts";
import type { Registry } from "#features/places/model/registry.ts";
import { DESIGNATION_NAME, ORGANISATION_KIND_NAME } from "#features/places/model/words.ts";

/** An audience in words for a choice: «школы» with «6 организаций сейчас» beside it. */
export function audienceLabel(
  audience: Audience,
  registry: Registry,
  bearers: number,
): { label: string; hint: string } {
  const now =
    bearers === 0 ? "сейчас таких нет" : `сейчас ${counted(bearers, ["организация", "организации", "организаций"])}`;
  switch (audience.kind) {
    case "organisation":
      return {
        label: registry.organisations.find(({ id }) => id === audience.id)?.shortName ?? "Организация",
        hint: "отчитывается она",
      };
    case "organisationKind":
      return { label: capitalised(audience.kinds.map((kind) => ORGANISATION_KIND_NAME[kind]).join(", ")), hint: now };
    case "designation":
      return { label: audience.designations.map((kind) => DESIGNATION_NAME[kind].short).join(" и "), hint: now };
    case "person":
      return { label: "Один человек", hint: "отчитывается он" };
    case "position":
      return {
        label: `Люди с должностью ${quoted(audience.words)}${audience.organisationKind ? `, ${ORGANISATION_KIND_NAME[audience.organisationKind]}` : ""}`,
        hint: bearers === 0 ? "сейчас таких нет" : `сейчас ${bearers}`,
      };
    case "community":
      return { label: "Объединение педагогов", hint: now };
    case "territory":
      return { label: "Округ в целом", hint: "отчитывается управление" };
    case "outside":
      return { label: "Не из округа", hint: "останется в тексте, отчёта не ждём" };
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
