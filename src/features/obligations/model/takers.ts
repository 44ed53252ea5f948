import type { Colleague, ObligationRow } from "./contract.ts";

type Held = Pick<ObligationRow, "delegatedTo">;

/** To whom the rows may be handed: whoever holds all of them already is not asked again. */
export function takersOf(people: readonly Colleague[], rows: readonly Held[]): Colleague[] {
  return people.filter(({ id }) => !rows.every((row) => row.delegatedTo?.id === id));
}

/** Names of those whose rows go to another (null: to nobody in particular), but for the one who hands them over: they know. */
export function leftWithout(rows: readonly Held[], taker: string | null, me: string): string[] {
  const former = rows.flatMap(({ delegatedTo }) =>
    delegatedTo && delegatedTo.id !== taker && delegatedTo.id !== me ? [delegatedTo.name] : [],
  );
  return [...new Set(former)];
}
