import { makeId } from "#shared/ids.ts";
import type { Put } from "./people.ts";
import { ON } from "./town-frame.ts";
import type { Town } from "./town.ts";

/** What people have agreed to and asked about their data in a municipality, what was destroyed there, a job that failed there. */
export async function givenRequests(put: Put, { territoryId, people }: Town): Promise<void> {
  const by = people.office.administrator.personId;
  for (const { personId } of [people.school.teacher, people.neighbour.teacher]) {
    const own = () => ({ territory_id: territoryId, id: makeId(), person_id: personId });
    await put("consent", {
      ...own(),
      kind: "phone_to_colleagues",
      edition: "1",
      given_at: ON,
      given_how: "program",
      given_by: personId,
    });
    const asked = { asked_on: "2026-10-05", due_on: "2026-11-25", asked_at: ON };
    await put("data_request", { ...own(), kind: "explanation", text: "Что обо мне хранится", ...asked });
    const done = { at: ON, on_day: "2026-10-05", made_by: by, reason: "demanded", erased: "[]" };
    await put("destruction", { ...own(), ...done });
  }
  await put("dead_job", {
    id: makeId(),
    territory_id: territoryId,
    queue: "import-read",
    data: "{}",
    reason: "failed",
  });
}
