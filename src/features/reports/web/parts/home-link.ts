import type { Place } from "#features/people/model/contract.ts";

/** The list from which a person comes to an obligation: their own, a curator's schools, or the queue of reports. */
export function homeOf(place: Place): { readonly to: string; readonly label: string } {
  if (place.role === "curator") return { to: "/my-schools", label: "Мои школы" };
  return place.organisationId === null
    ? { to: "/reports", label: "Отчёты" }
    : { to: "/todo", label: "Что нужно сделать" };
}
