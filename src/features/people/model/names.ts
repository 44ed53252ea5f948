export interface PersonName {
  readonly family_name: string;
  readonly given_name: string;
  readonly patronymic: string;
}

/** «Т. В. Громова», with non-breaking spaces. */
export function shortName(person: PersonName): string {
  const initials = [person.given_name, person.patronymic].filter(Boolean).map((part) => `${part[0]!.toUpperCase()}.`);
  return [...initials, person.family_name].join("\u00a0");
}

/** «Громова Татьяна Викторовна». */
export function fullName(person: PersonName): string {
  return [person.family_name, person.given_name, person.patronymic].filter(Boolean).join(" ");
}

/** How a person is spoken to: «Татьяна Викторовна». */
export function calledName(person: PersonName): string {
  return [person.given_name, person.patronymic].filter(Boolean).join(" ");
}
