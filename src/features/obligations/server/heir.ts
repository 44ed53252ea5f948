import type { z } from "zod";
import type { LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { shortName } from "#features/people/model/names.ts";
import type { ReassignMany } from "../model/contract.ts";
import type { ObligationRecord } from "./obligation-rows.ts";

/** To whom obligations are handed over. */
export interface Heir {
  readonly kind: "organisation" | "person";
  readonly id: Id;
  readonly name: string;
  /** undefined where no such bearer is to be had: each row then is refused after its own rights were asked */
  readonly found: boolean;
}

/** The new bearer: an organisation of the territory that works on the day, or a person who holds a role there. */
export async function heirOf(
  { tx }: UseCaseContext,
  territoryId: Id,
  { kind, id }: z.output<typeof ReassignMany>["bearer"],
  today: LocalDate,
): Promise<Heir> {
  if (kind === "organisation") {
    const row = await tx
      .selectFrom("organisation")
      .where("territory_id", "=", territoryId)
      .where("id", "=", id)
      .where((eb) => eb.or([eb("closed_on", "is", null), eb("closed_on", ">", today)]))
      .select("short_name")
      .executeTakeFirst();
    return { kind, id, name: row?.short_name ?? "", found: row !== undefined };
  }
  const held = await rolesOf(tx, territoryId, id, today);
  const person =
    held.length === 0 ? undefined : await tx.selectFrom("person").selectAll().where("id", "=", id).executeTakeFirst();
  return { kind, id, name: person ? shortName(person) : "", found: person !== undefined };
}

function rolesOf(tx: UseCaseContext["tx"], territoryId: Id, personId: Id, today: LocalDate) {
  return tx
    .selectFrom("role_assignment")
    .where("territory_id", "=", territoryId)
    .where("person_id", "=", personId)
    .where("from_on", "<=", today)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", today)]))
    .select("organisation_id")
    .execute();
}

/** In an organisation's own programme only it and its people answer. */
export async function isOfOwner(
  tx: UseCaseContext["tx"],
  row: ObligationRecord,
  heir: Heir,
  today: LocalDate,
): Promise<boolean> {
  if (heir.kind === "organisation") return heir.id === row.owner_organisation_id;
  const held = await rolesOf(tx, row.territory_id, heir.id, today);
  return held.some((one) => one.organisation_id === row.owner_organisation_id);
}
