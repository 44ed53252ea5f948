import { sql } from "kysely";
import type { Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { inForce } from "#features/places/model/registry.ts";
import { ROLE_NAME } from "#features/places/model/words.ts";
import type { DemoPerson } from "../model/contract.ts";
import type { DemoSignIn } from "../model/demo-contract.ts";
import { DEMO_GROUPS, DEMO_PEOPLE_PER_ROLE, errandOf, groupOf, type DemoGroup } from "../model/demo-people.ts";
import { shortName } from "../model/names.ts";
import { peopleProblem } from "../model/problems.ts";
import { seeingEverywhere } from "./standings.ts";

/** Whoever chose a password is a real person, wherever they stand: people of the demonstration have none. */
const HAS_PASSWORD = sql<boolean>`credential_of(a.id) is not null`;

/**
 * Whether the person holds roles, all that they ever held is of the demonstration, and no password is theirs: nobody else is signed in by a
 * click.
 */
export async function isOfDemo(context: UseCaseContext, personId: Id): Promise<boolean> {
  const roles = await seeingEverywhere(context, () =>
    context.tx
      .selectFrom("role_assignment as r")
      .innerJoin("territory as t", "t.id", "r.territory_id")
      .innerJoin("account as a", "a.person_id", "r.person_id")
      .where("r.person_id", "=", personId)
      .select(["t.is_demo", HAS_PASSWORD.as("has_password")])
      .execute(),
  );
  return roles.length > 0 && roles.every((role) => role.is_demo && !role.has_password);
}

/** Roles of people who hold none but of the demonstration, in the order of accounts. Needs every territory in sight. */
function demoRoles({ tx }: UseCaseContext) {
  return tx
    .selectFrom("role_assignment as r")
    .innerJoin("territory as t", "t.id", "r.territory_id")
    .innerJoin("person as p", "p.id", "r.person_id")
    .innerJoin("account as a", "a.person_id", "p.id")
    .leftJoin("organisation as o", "o.id", "r.organisation_id")
    .where("t.is_demo", "=", true)
    .where("a.status", "=", "active")
    .where(sql<boolean>`not ${HAS_PASSWORD}`)
    .where((at) =>
      at.not(
        at.exists(
          at
            .selectFrom("role_assignment as other")
            .innerJoin("territory as real", "real.id", "other.territory_id")
            .whereRef("other.person_id", "=", "p.id")
            .where("real.is_demo", "=", false)
            .select("other.id"),
        ),
      ),
    )
    .select(["a.id as account_id", "p.id as person_id", "p.family_name", "p.given_name", "p.patronymic"])
    .select(["r.role", "r.organisation_id", "r.territory_id", "r.from_on", "r.to_on", "t.kind", "t.time_zone"])
    .select(["t.short_name as territory_name", "o.short_name as organisation_name", "o.kind as organisation_kind"])
    .orderBy("a.id")
    .orderBy("r.id")
    .execute();
}

type DemoRole = Awaited<ReturnType<typeof demoRoles>>[number];

/** A few people of each role, each under the first of their roles in force. */
function fewOfEach(roles: readonly DemoRole[], today: (zone: string) => LocalDate): DemoRole[] {
  const met = new Set<Id>();
  const shown = new Map<Role, number>();
  return roles.filter((held) => {
    if (met.has(held.account_id) || !inForce({ from: held.from_on, to: held.to_on }, today(held.time_zone)))
      return false;
    met.add(held.account_id);
    const already = shown.get(held.role) ?? 0;
    shown.set(held.role, already + 1);
    return already < DEMO_PEOPLE_PER_ROLE;
  });
}

/** People of the demonstration by group, a few of each role. */
export async function demoPeople(context: UseCaseContext): Promise<DemoSignIn> {
  const { tx, clock } = context;
  const territories = await tx.selectFrom("territory").where("is_demo", "=", true).orderBy("id").selectAll().execute();
  const municipalities = territories.filter((one) => one.kind === "municipality");
  if (territories.length === 0) throw peopleProblem("demo-only");
  const main = municipalities[0];
  const { chosen, positions, realPeople } = await seeingEverywhere(context, async () => {
    const few = fewOfEach(await demoRoles(context), (zone) => clock.today(zone));
    return { chosen: few, positions: await positionsOf(context, few), realPeople: await areRealPeople(context) };
  });
  const people = chosen.map((held): DemoPerson & { group: DemoGroup } => ({
    accountId: held.account_id,
    shortName: shortName(held),
    position:
      positions.find(
        (one) =>
          one.person_id === held.person_id &&
          (held.organisation_id === null || one.organisation_id === held.organisation_id),
      )?.position ?? ROLE_NAME[held.role],
    // the district the page is about needs no naming
    placeName:
      held.organisation_name ?? (held.territory_id === main?.id || held.kind === "region" ? "" : held.territory_name),
    errand: errandOf(held.role),
    group: groupOf(held.role, held.kind, held.organisation_kind),
  }));
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
    realPeople,
    groups: DEMO_GROUPS.map((name) => ({ name, people: people.filter((one) => one.group === name) })).filter(
      (group) => group.people.length > 0,
    ),
  };
}

/** People of the demonstration were neither invited nor have a password, and hold nothing elsewhere. Needs every territory in sight. */
async function areRealPeople({ tx }: UseCaseContext): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from account a where a.status <> 'closed' and (
    a.status = 'invited' or credential_of(a.id) is not null or exists (
      select from role_assignment r join territory t on t.id = r.territory_id where r.person_id = a.person_id and not t.is_demo)
  )) as found`.execute(tx);
  return rows[0]!.found;
}

async function positionsOf({ tx }: UseCaseContext, people: readonly DemoRole[]) {
  if (people.length === 0) return [];
  return tx
    .selectFrom("membership")
    .where(
      "person_id",
      "in",
      people.map((one) => one.person_id),
    )
    .select(["person_id", "position", "organisation_id"])
    .orderBy("from_on", "desc")
    .execute();
}
