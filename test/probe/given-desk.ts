import { Readable } from "node:stream";
import { makeId } from "#shared/ids.ts";
import type { GivenProgramme } from "./given-programmes.ts";
import { markOf } from "./marks.ts";
import type { Persona } from "./place.ts";
import { givenFile, ON, type Place } from "./town-frame.ts";

const RULES = {
  early_days: 7,
  near_days: 1,
  on_due_day: true,
  late_days: 3,
  weekly: true,
  escalation_days: 14,
  escalates_to: "authority_head",
  send_hour: 9,
  quiet_from: 20,
  quiet_to: 8,
  working_days_only: true,
};

/** What people keep for their own day: remarks of those who check, what each watches, rules of reminders, files on their way. */
export async function givenDesks(
  { put, files, territoryId, people, schoolIds }: Place,
  programme: GivenProgramme,
): Promise<void> {
  const at = { territory_id: territoryId };
  const checkers = [
    [null, people.office.officer],
    [schoolIds[0], people.school.head],
  ] as const;
  for (const [owner, { personId }] of checkers) {
    const id = makeId();
    const made = { owner_organisation_id: owner, made_by: personId, made_at: ON };
    await put("saved_remark", { ...at, id, text: `Приложите протокол ${markOf(id)}`, ...made });
  }
  for (const { personId } of [people.office.officer, people.office.methodologist]) {
    const row = { ...at, id: makeId(), person_id: personId, watched_at: ON };
    await put("watch", { ...row, programme_id: programme.programmeId });
    await put("watch", { ...row, id: makeId(), measure_id: programme.measureIds[0] });
  }
  for (const shared of [false, true]) {
    const id = makeId();
    const view = { list: "reports", name: `Вид ${markOf(id)}`, filter: JSON.stringify({ state: "submitted" }) };
    const by = shared ? people.office.officer : people.school.head;
    await put("saved_view", { ...at, id, ...view, shared, person_id: by.personId, made_at: ON });
  }
  await put("reminder_rules", { ...at, ...RULES });
  await givenFile(put, files, territoryId, people.school.head, null);
  await givenUploads({ put, files, territoryId }, people.school.head);
}

/** A file of which nothing has come yet, and one that has come whole and is not ended. */
async function givenUploads({ put, files, territoryId }: Pick<Place, "put" | "files" | "territoryId">, by: Persona) {
  for (const isWhole of [false, true]) {
    const id = makeId();
    const content = Buffer.from(isWhole ? `Содержание ${markOf(id)}\n` : "проба");
    const upload = { territory_id: territoryId, id, person_id: by.personId, name: `${markOf(id)}.txt` };
    const received = isWhole ? content.length : 0;
    await put("file_upload", { ...upload, bytes: content.length, received, saved_at: ON, touched_at: ON });
    if (!isWhole) continue;
    const part = await files.receive(Readable.from([content]));
    await files.adopt(part);
    const where = { territory_id: territoryId, upload_id: id, at_byte: 0 };
    await put("file_upload_part", { ...where, bytes: part.bytes, sha256: part.sha256 });
  }
}

/** The last measure of the programme stands still. */
export async function givenPause(
  { put, territoryId }: Place,
  { programmeId, measureIds }: GivenProgramme,
  by: Persona,
): Promise<void> {
  const id = makeId();
  await put("pause", {
    territory_id: territoryId,
    id,
    programme_id: programmeId,
    measure_id: measureIds.at(-1),
    from_on: "2026-11-02",
    reason: `Ждём денег ${markOf(id)}`,
    paused_by: by.personId,
    paused_at: ON,
  });
}
