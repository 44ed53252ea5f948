import { compareSets, compareVersions } from "./verify-rows.ts";
import type { Evidence, Note } from "./verify.ts";

/** Each acknowledged call and paper stands once and as it was written last, each notice that was marked is read. */
export async function checkNotes({ rows, expected, territoryId }: Evidence, note: Note): Promise<void> {
  const calls = await rows("select id, organisation_id, note from phone_call where territory_id = $1", [territoryId]);
  compareSets(
    "звонка",
    calls.map((row) => row["id"]),
    new Set(expected.calls.map(({ id }) => id)),
    note,
  );
  const callOf = new Map(calls.map((row) => [row["id"], row]));
  for (const { id, organisationId, note: said } of expected.calls) {
    const row = callOf.get(id);
    if (row && (row["note"] !== said || row["organisation_id"] !== organisationId))
      note("lost", `звонок ${id}: записано другое`);
  }
  const papers = await rows("select id, version, title from paper where territory_id = $1 and number like 'К-%'", [
    territoryId,
  ]);
  compareSets(
    "документа",
    papers.map((row) => row["id"]),
    new Set(expected.papers.map(({ id }) => id)),
    note,
  );
  const paperOf = new Map(papers.map((row) => [row["id"], row]));
  for (const { id, version, title } of expected.papers) {
    const row = paperOf.get(id);
    if (!row) continue;
    compareVersions(`документ ${id}`, row["version"], version, note);
    if (row["version"] === version && row["title"] !== title) note("lost", `документ ${id}: не тот заголовок`);
  }
  const read = await rows("select id from notice where read_at is not null");
  compareSets(
    "прочтения уведомления",
    read.map((row) => row["id"]),
    expected.noticesRead,
    note,
  );
}
