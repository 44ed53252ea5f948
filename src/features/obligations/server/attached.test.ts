import { afterAll, beforeAll, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import { givenProgramme, replan } from "../../../../test/support/given-programme.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";

let world: World;
let town: Id;
let schools: Id[];
let officer: Persona;
let head: Persona;
let curator: Persona;

beforeAll(async () => {
  world = await openWorld({ now: "2026-10-22T09:00:00+03:00" });
  town = await world.territory({ kind: "municipality", parentId: await world.territory({ kind: "region" }) });
  schools = [];
  for (const name of ["Школа № 1", "Школа № 10", "Школа № 9"])
    schools.push(await world.organisation(town, "school", name));
  officer = await world.person([{ role: "officer", territoryId: town }]);
  head = await world.person([{ role: "school_head", territoryId: town, organisationId: schools[0]! }]);
  curator = await world.person(
    schools.slice(1).map((organisationId) => ({ role: "curator", territoryId: town, organisationId })),
  );
  const { programmeId } = await givenProgramme(world, town, [
    {
      title: "Самооценка «Взгляд»",
      cadence: [{ kind: "window", windows: [{ from: "2026-10-01", to: "2026-10-15" }], freq: null }],
      parties: [{ audience: { kind: "organisationKind", kinds: ["school"] } }],
    },
    { title: "Итоги года", years: [2026], parties: [{ audience: { kind: "organisation", id: schools[1]! } }] },
  ]);
  await replan(world, town, programmeId);
});
afterAll(() => world.close());

const attached = (person: Persona) => person.call("GET", `/api/obligations/attached?territoryId=${town}`);

it("is nobody's but a curator's", async () => {
  for (const person of [officer, head]) expect((await attached(person)).status).toBe(404);
});

it("shows a curator every school attached at once, with nothing to report", async () => {
  const { body } = await attached(curator);
  type School = { name: string; late: { measureTitle: string; can: { report: boolean } }[]; soon: object[] };
  expect(body.organisations.map(({ name, late, soon }: School) => [name, late.length, soon.length])).toEqual([
    ["Школа № 9", 1, 0],
    ["Школа № 10", 1, 0],
  ]);
  for (const school of body.organisations as School[]) expect(school.late[0]!.can.report).toBe(false);
});

it("tells of a moved due day only who still works there", async () => {
  const teacher = await world.person([{ role: "teacher", territoryId: town, organisationId: schools[0]! }]);
  const [row] = await world.rows<{ id: Id }>(
    "update obligation set delegated_to = $1 where bearer_organisation_id = $2 returning id",
    [teacher.personId, schools[0]],
  );
  const path = `/api/obligations/${town}/${row!.id}`;
  const move = async (dueOn: string) => {
    const { version } = (await officer.call("GET", path)).body;
    const moved = await officer.call("PUT", `${path}/due`, { version, dueOn, reason: "Карантин" });
    expect(moved.status).toBe(200);
  };
  const told = async (person: Persona) => (await person.call("GET", "/api/notices")).body.total;
  await move("2026-11-15");
  const [notice] = (await head.call("GET", "/api/notices")).body.rows;
  expect(notice.text).toContain("Срок «Самооценка „Взгляд“» перенесён");
  const [teacherHeard, headHeard] = [await told(teacher), await told(head)];
  expect(teacherHeard).toBe(1);
  await world.rows("update role_assignment set to_on = '2026-10-21' where person_id = $1", [teacher.personId]);
  await move("2026-11-20");
  expect([await told(teacher), await told(head)]).toEqual([teacherHeard, headHeard + 1]);
});
