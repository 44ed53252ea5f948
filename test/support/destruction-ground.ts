import { makeId, type Id } from "#shared/ids.ts";
import { openWorld, type Answer, type Persona, type World } from "./world.ts";

export interface DestructionGround {
  readonly world: World;
  readonly town: Id;
  /** the administrator of the town */
  readonly keeper: Persona;
  /** a deputy with a position and a role */
  given(surname: string): Promise<Persona>;
  /** their places end */
  leave(one: Persona): Promise<void>;
  /** what the keeper is told of them */
  data(one: Persona): Promise<Answer<any>>;
  /** what asks for a destruction */
  body(version: number, surname: string): object;
  destroy(one: Persona, surname: string, by?: Persona): Promise<Answer<any>>;
  /** an answer kept for a retry of the keeper's */
  answered(answer: object): Promise<unknown>;
}

/** A town with an authority, a school and an administrator, on 20 October 2026. */
export async function openDestructionGround(): Promise<DestructionGround> {
  const world = await openWorld({ now: "2026-10-20T09:00:00+03:00" });
  const town = await world.territory({ kind: "municipality", parentId: await world.territory({ kind: "region" }) });
  await world.organisation(town, "authority", "Управление образования района");
  const school = await world.organisation(town, "school");
  const keeper = await world.person([{ role: "administrator", territoryId: town }], "Хранителева");
  const data = (one: Persona) => keeper.call("GET", `/api/people/${one.personId}/data?territoryId=${town}`);
  const body = (version: number, surname: string) => ({
    territoryId: town,
    version,
    reason: "demanded",
    basis: "заявление от 19.10.2026 № 12",
    surname,
  });
  return {
    world,
    town,
    keeper,
    data,
    body,
    async given(surname) {
      const one = await world.person([{ role: "deputy", territoryId: town, organisationId: school }], surname);
      await world.rows(
        "insert into membership (territory_id, id, person_id, organisation_id, position, from_on) values ($1, $2, $3, $4, 'заместитель', '2020-09-01')",
        [town, makeId(), one.personId, school],
      );
      return one;
    },
    async leave(one) {
      for (const table of ["membership", "role_assignment"])
        await world.rows(`update ${table} set to_on = '2026-08-31' where person_id = $1`, [one.personId]);
    },
    destroy: async (one, surname, by = keeper) =>
      by.call("POST", `/api/people/${one.personId}/destruction`, body((await data(one)).body.version ?? 1, surname)),
    answered: (answer) =>
      world.rows(
        "insert into idempotency (person_id, key, action, request_hash, status, answer, at) values ($1, $2, 'x', '', 200, $3, now())",
        [keeper.personId, makeId(), JSON.stringify(answer)],
      ),
  };
}
