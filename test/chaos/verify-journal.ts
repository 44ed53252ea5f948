import type { Evidence, Note } from "./verify.ts";

/** Acts that the journal keeps under the same name as the route that does them. */
const KEPT = /^(?:report|file|programme|roadmap|section|measure|import|call|paper|notice)\./;

/** whose answers hold a secret and are not kept */
const SECRET = new Set(["account.link"]);

/** Each acknowledged write has its journal row, once, and its stored answer, so that it cannot be done again. */
export async function checkJournal({ rows, ledger, territoryId }: Evidence, note: Note): Promise<void> {
  const told = new Map<string, number>();
  for (const deed of ledger.done)
    if (KEPT.test(deed.action)) {
      const at = `${deed.action} ${deed.subjectId}`;
      told.set(at, (told.get(at) ?? 0) + 1);
    }
  const acts = new Set(ledger.done.map((deed) => deed.action));
  // the directive of an approval is registered by the approval itself
  const kept = await rows(
    `select action, subject_id, count(*)::int as times from journal
     where (territory_id = $1 or territory_id is null) and action = any($2)
       and not (action = 'paper.register' and subject_id in (select id from paper where kind = 'directive'))
     group by 1, 2`,
    [territoryId, [...acts]],
  );
  const standing = new Map(kept.map((row) => [`${row["action"]} ${row["subject_id"]}`, Number(row["times"])]));
  for (const [at, times] of told) {
    const stands = standing.get(at) ?? 0;
    if (stands < times) note("half", `в журнале ${stands} из ${times}: ${at}`);
  }
  for (const [at, times] of standing) {
    const wanted = told.get(at) ?? 0;
    if (times > wanted) note("duplicated", `в журнале ${times} вместо ${wanted}: ${at}`);
  }
  const answers = new Set(
    (await rows<{ key: string }>("select key from idempotency where key like 'chaos-%'")).map((row) => row.key),
  );
  for (const deed of ledger.done)
    if (!SECRET.has(deed.action) && !answers.has(deed.key)) note("half", `нет сохранённого ответа: ${deed.key}`);
}
