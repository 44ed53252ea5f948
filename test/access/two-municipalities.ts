import { openWorld } from "../support/world.ts";

/** A region of two municipalities, with two schools in the first and one in the second, and those who manage people there. */
export async function openTwoMunicipalities() {
  const world = await openWorld({ now: "2021-12-10T09:00:00+03:00" });
  const region = await world.territory({ kind: "region" });
  const one = await world.territory({ kind: "municipality", parentId: region });
  const two = await world.territory({ kind: "municipality", parentId: region });
  const school = await world.organisation(one, "school", "Школа № 1");
  const neighbour = await world.organisation(one, "school", "Школа № 2");
  const foreignSchool = await world.organisation(two, "school", "Школа № 9");
  const regionAdmin = await world.person([{ role: "administrator", territoryId: region }]);
  const admin = await world.person([{ role: "administrator", territoryId: one }]);
  const officer = await world.person([{ role: "officer", territoryId: one }]);
  const head = await world.person([{ role: "school_head", territoryId: one, organisationId: school }]);
  return { world, region, one, two, school, neighbour, foreignSchool, regionAdmin, admin, officer, head };
}
