import type { Id } from "#shared/ids.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

/**
 * A district like that of the demo: an authority, a methodological centre and six schools. Since 2019 two of the schools have low results,
 * two work in adverse conditions, one is a lead and resource school, one bears nothing. Each school has its head and a teacher.
 */
export interface District {
  readonly world: World;
  readonly regionId: Id;
  readonly territoryId: Id;
  readonly authorityId: Id;
  readonly centreId: Id;
  /** low, low, adverse, adverse, lead, plain */
  readonly schoolIds: readonly Id[];
  readonly officer: Persona;
  readonly methodologist: Persona;
  /** heads and teachers in the order of the schools */
  readonly heads: readonly Persona[];
  readonly teachers: readonly Persona[];
}

export const SCHOOLS = 6;
/** places of the two low schools and the two adverse ones in `schoolIds` */
export const IN_NEED = [0, 1, 2, 3] as const;

export async function openDistrict(now = "2021-12-10T09:00:00+03:00"): Promise<District> {
  const world = await openWorld({ now });
  const regionId = await world.territory({ kind: "region", name: "Приречная область" });
  const territoryId = await world.territory({ kind: "municipality", parentId: regionId, name: "Приречный район" });
  const authorityId = await world.organisation(territoryId, "authority", "Управление образования Приречного района");
  const centreId = await world.organisation(territoryId, "methodological_centre", "Методический центр");
  const schoolIds: Id[] = [];
  const heads: Persona[] = [];
  const teachers: Persona[] = [];
  for (let number = 1; number <= SCHOOLS; number += 1) {
    const organisationId = await world.organisation(territoryId, "school", `СОШ № ${number}`);
    schoolIds.push(organisationId);
    heads.push(await world.person([{ role: "school_head", territoryId, organisationId }], `Директор${number}`));
    teachers.push(await world.person([{ role: "teacher", territoryId, organisationId }], `Учитель${number}`));
  }
  const since = "2019-09-01";
  for (const at of [0, 1]) await world.designation(territoryId, schoolIds[at]!, "low_results", since);
  for (const at of [2, 3]) await world.designation(territoryId, schoolIds[at]!, "adverse_conditions", since);
  await world.designation(territoryId, schoolIds[4]!, "lead_school", since);
  await world.designation(territoryId, schoolIds[4]!, "resource_school", since);
  const officer = await world.person([{ role: "officer", territoryId }], "Ветрова");
  const methodologist = await world.person([{ role: "methodologist", territoryId }], "Лапина");
  return { world, regionId, territoryId, authorityId, centreId, schoolIds, officer, methodologist, heads, teachers };
}
