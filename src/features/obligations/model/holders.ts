import { z } from "zod";
import { id, version } from "#shared/atoms.ts";
import { Colleague, ObligationRow } from "./contract.ts";

/** Rows handed over in one go. */
const MOST_HANDED = 100;

export const HoldersQuery = z.object({ territoryId: id, organisationId: id });

/** What an organisation has to report, by whoever holds it. */
export const Holders = z.object({
  today: z.string(),
  /** the zone of the municipality, by which the days of instants are told */
  zone: z.string(),
  rows: z.array(ObligationRow),
  /** to whom the actor may hand it; empty for those who only look */
  people: z.array(Colleague),
});
export type Holders = z.infer<typeof Holders>;

export const HandOver = z.object({
  territoryId: id,
  /** null: taken back, whoever answers for the organisation does it */
  personId: id.nullable(),
  rows: z
    .array(z.object({ obligationId: id, version }))
    .min(1, "Отметьте, что передать.")
    .max(MOST_HANDED, `Передавайте не больше ${MOST_HANDED} мероприятий за раз.`),
});
export type HandOver = z.output<typeof HandOver>;

export const HandedOver = z.object({ rows: z.array(ObligationRow) });
export type HandedOver = z.infer<typeof HandedOver>;

export interface Holding {
  /** null: nobody in particular, the head answers */
  readonly person: { readonly id: string; readonly name: string; readonly position: string } | null;
  readonly rows: readonly ObligationRow[];
  readonly late: number;
  readonly soon: number;
}

/**
 * Who holds what: first what nobody was given, then people with most late, then by name; those with nothing last. Someone who works there no
 * more is named by what they hold still.
 */
export function holdingsOf({ rows, people }: Pick<Holders, "rows" | "people">): Holding[] {
  const of = (person: Holding["person"]): Holding => {
    const held = rows.filter((row) => (row.delegatedTo?.id ?? null) === (person?.id ?? null));
    const inState = (state: ObligationRow["state"]) => held.filter((row) => row.state === state).length;
    return { person, rows: held, late: inState("late"), soon: inState("soon") };
  };
  const named = new Map(people.map((person) => [person.id, person]));
  for (const { delegatedTo } of rows)
    if (delegatedTo && !named.has(delegatedTo.id)) named.set(delegatedTo.id, { ...delegatedTo, position: "" });
  const held = [...named.values()].map(of).sort((one, other) => {
    if ((one.rows.length === 0) !== (other.rows.length === 0)) return one.rows.length === 0 ? 1 : -1;
    return other.late - one.late || one.person!.name.localeCompare(other.person!.name, "ru");
  });
  const nobody = of(null);
  return nobody.rows.length > 0 ? [nobody, ...held] : held;
}
