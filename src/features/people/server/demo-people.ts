import { sql } from "kysely";
import type { Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { enterReach, NO_REACH } from "#platform/db/database.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { inForce } from "#features/places/model/registry.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import type { DemoPerson } from "../model/contract.ts";
import type { DemoSignIn } from "../model/demo-contract.ts";
import { DEMO_GROUPS, DEMO_PEOPLE_PER_ROLE, errandOf, groupOf, type DemoGroup } from "../model/demo-people.ts";
import { shortName } from "../model/names.ts";
import { peopleProblem } from "../model/problems.ts";

interface DemoRow {
  account_id: Id;
  person_id: Id;
  family_name: string;
  given_name: string;
  patronymic: string;
}

/** Roles of a person by the person's own eyes: before sign-in there is no other reach. */
export async function rolesOf(context: UseCaseContext, personId: Id) {
  const { tx } = context;
  await enterReach(tx, { ...NO_REACH, person: personId });
  const rows = await tx
    .selectFrom("role_assignment as r")
    .innerJoin("territory as t", "t.id", "r.territory_id")
    .leftJoin("organisation as o", "o.id", "r.organisation_id")
    .where("r.person_id", "=", personId)
    .select([
      "r.role",
      "r.organisation_id",
      "r.territory_id",
      "r.from_on",
      "r.to_on",
      "t.is_demo",
      "t.kind",
      "t.time_zone",
    ])
    .select(["t.short_name as territory_name", "o.short_name as organisation_name", "o.kind as organisation_kind"])
    .orderBy("r.id")
    .execute();
  const member = await tx
    .selectFrom("membership")
    .where("person_id", "=", personId)
    .select(["position", "organisation_id"])
    .orderBy("from_on", "desc")
    .execute();
  await enterReach(tx, NO_REACH);
  return { rows, member };
}

/** People of the demonstration by group, a few of each role. */
export async function demoPeople(context: UseCaseContext): Promise<DemoSignIn> {
  const { tx, clock } = context;
  const territories = await tx.selectFrom("territory").where("is_demo", "=", true).orderBy("id").selectAll().execute();
  const municipalities = territories.filter((one) => one.kind === "municipality");
  if (territories.length === 0) throw peopleProblem("demo-only");
  const { rows: accounts } =
    await sql<DemoRow>`select a.id as account_id, p.id as person_id, p.family_name, p.given_name,
    p.patronymic from account a join person p on p.id = a.person_id where a.status = 'active' order by a.id limit 500`.execute(
      tx,
    );
  const main = municipalities[0];
  const shown = new Map<Role, number>();
  const people: (DemoPerson & { group: DemoGroup })[] = [];
  for (const account of accounts) {
    const { rows, member } = await rolesOf(context, account.person_id);
    const held = rows.find((row) => inForce({ from: row.from_on, to: row.to_on }, clock.today(row.time_zone)));
    if (!held || rows.some((row) => !row.is_demo)) continue;
    const already = shown.get(held.role) ?? 0;
    if (already >= DEMO_PEOPLE_PER_ROLE) continue;
    shown.set(held.role, already + 1);
    const position = member.find(
      (one) => held.organisation_id === null || one.organisation_id === held.organisation_id,
    );
    people.push({
      accountId: account.account_id,
      shortName: shortName(account),
      position: position?.position ?? ROLE_NAME[held.role],
      // the district the page is about needs no naming
      placeName:
        held.organisation_name ?? (held.territory_id === main?.id || held.kind === "region" ? "" : held.territory_name),
      errand: errandOf(held.role),
      group: groupOf(held.role, held.kind, held.organisation_kind),
    });
  }
  const { rows: counted } = await sql<{ schools: number }>`select count(*) as schools from organisation o
    join territory t on t.id = o.territory_id where t.is_demo and o.kind = 'school' and o.closed_on is null`.execute(
    tx,
  );
  return {
    title:
      municipalities.length === 1
        ? municipalities[0]!.name
        : (territories.find((one) => one.kind === "region") ?? territories[0]!).name,
    municipalities: municipalities.length,
    schools: counted[0]!.schools,
    groups: DEMO_GROUPS.map((name) => ({ name, people: people.filter((one) => one.group === name) })).filter(
      (group) => group.people.length > 0,
    ),
  };
}
