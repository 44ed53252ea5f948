import type { Evidence, Note } from "./verify.ts";

/** Every acknowledged row stands once and as it was acknowledged last, and no row stands that nobody was told of. */
export async function checkRows(evidence: Evidence, note: Note): Promise<void> {
  await checkReports(evidence, note);
  await checkProgrammes(evidence, note);
  await checkImports(evidence, note);
}

/** An older version is a lost write; a newer one was written twice. */
export function compareVersions(what: string, stands: number, told: number, note: Note): void {
  if (stands < told) note("lost", `${what}: версия ${stands}, подтверждена ${told}`);
  if (stands > told) note("duplicated", `${what}: версия ${stands}, подтверждена ${told}`);
}

/** One that is not there was lost; one that nobody was told of was written twice. */
export function compareSets(what: string, stand: readonly string[], told: ReadonlySet<string>, note: Note): void {
  const standing = new Set(stand);
  for (const id of told) if (!standing.has(id)) note("lost", `${what} ${id} нет`);
  for (const id of standing) if (!told.has(id)) note("duplicated", `${what} ${id}: о такой записи никому не сказано`);
}

async function checkReports({ rows, expected, territoryId }: Evidence, note: Note): Promise<void> {
  const stand = await rows(
    `select r.id, r.version, r.state, r.text,
       (select coalesce(array_agg(coalesce(e.url, e.file_id::text) order by e.ordinal), '{}') from evidence e
         where e.territory_id = r.territory_id and e.report_id = r.id) as evidence,
       (select coalesce(array_agg(s.step order by s.at, s.id), '{}') from report_step s
         where s.territory_id = r.territory_id and s.report_id = r.id) as steps,
       (select count(*)::int from report_obligation o where o.territory_id = r.territory_id and o.report_id = r.id) as duties
     from report r where r.territory_id = $1`,
    [territoryId],
  );
  compareSets(
    "отчёта",
    stand.map((row) => row["id"]),
    new Set(expected.reports.map(({ id }) => id)),
    note,
  );
  const byId = new Map(stand.map((row) => [row["id"], row]));
  for (const report of expected.reports) {
    const row = byId.get(report.id);
    if (!row) continue;
    const what = `отчёт ${report.id}`;
    compareVersions(what, row["version"], report.version, note);
    if (row["version"] !== report.version) continue;
    if (row["state"] !== report.state || row["text"] !== report.text)
      note("lost", `${what}: не то состояние или не тот текст`);
    if (row["duties"] !== 1) note("half", `${what}: поручений ${row["duties"]}`);
    if (row["evidence"].join() !== report.evidence.join()) note("half", `${what}: не те подтверждения`);
    const [steps, told] = [row["steps"].length, report.steps.length];
    if (steps < told) note("half", `${what}: шагов ${steps} из ${told}`);
    else if (steps > told) note("duplicated", `${what}: шагов ${steps} вместо ${told}`);
  }
}

async function checkProgrammes({ rows, expected, territoryId }: Evidence, note: Note): Promise<void> {
  const own = expected.programmes.map(({ id }) => id);
  const stand = await rows("select id, version, goal, status from programme where territory_id = $1 and goal <> ''", [
    territoryId,
  ]);
  compareSets(
    "программы",
    stand.map((row) => row["id"]),
    new Set(own),
    note,
  );
  const measures = await rows(
    "select id, programme_id, version, title from measure where territory_id = $1 and programme_id = any($2)",
    [territoryId, own],
  );
  compareSets(
    "мероприятия",
    measures.map((row) => row["id"]),
    new Set(expected.programmes.flatMap((one) => [...one.measures.keys()])),
    note,
  );
  const duties = new Map(
    (
      await rows(
        "select programme_id, count(*)::int as duties from obligation where territory_id = $1 and closed_at is null group by 1",
        [territoryId],
      )
    ).map((row) => [row["programme_id"], row["duties"]]),
  );
  const programmeOf = new Map(stand.map((row) => [row["id"], row]));
  const measureOf = new Map(measures.map((row) => [row["id"], row]));
  for (const programme of expected.programmes) {
    const row = programmeOf.get(programme.id);
    if (!row) continue;
    compareVersions(`программа ${programme.id}`, row["version"], programme.version, note);
    if (row["goal"] !== programme.goal || row["status"] !== programme.status)
      note("lost", `программа ${programme.id}: не та цель или не то состояние`);
    const planned = duties.get(programme.id) ?? 0;
    if (planned !== programme.duties)
      note("half", `программа ${programme.id}: поручений ${planned} вместо ${programme.duties}`);
    for (const [id, told] of programme.measures) {
      const measure = measureOf.get(id);
      if (!measure) continue;
      compareVersions(`мероприятие ${id}`, measure["version"], told.version, note);
      if (measure["version"] === told.version && measure["title"] !== told.title)
        note("lost", `мероприятие ${id}: не то название`);
    }
  }
  const papers = await rows(
    "select number, count(*)::int as papers from paper where territory_id = $1 group by 1 having count(*) > 1",
    [territoryId],
  );
  for (const row of papers) note("duplicated", `приказ ${row["number"]}: ${row["papers"]} раза`);
}

const READ_AS = { taken: ["review"], cancelled: ["cancelled"], approved: ["approved"] } as const;

async function checkImports({ rows, expected, territoryId }: Evidence, note: Note): Promise<void> {
  const stand = await rows(
    `select i.id, i.status, i.problem ->> 'code' as code, (select string_agg(d.reason, ', ') from dead_job d
       where d.data ->> 'importId' = i.id::text) as laid_aside from document_import i where i.territory_id = $1`,
    [territoryId],
  );
  compareSets(
    "документа",
    stand.map((row) => row["id"]),
    new Set(expected.imports.map(({ id }) => id)),
    note,
  );
  const rowOf = new Map(stand.map((row) => [row["id"], row]));
  for (const one of expected.imports) {
    const row = rowOf.get(one.id);
    if (!row || (READ_AS[one.status] as readonly string[]).includes(String(row["status"]))) continue;
    const why = [row["code"], row["laid_aside"]].filter(Boolean).join(", ");
    note("half", `документ ${one.id}: ${row["status"]} вместо ${one.status}${why && ` (${why})`}`);
  }
}
