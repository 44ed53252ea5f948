import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { actorFinder } from "#features/people/server/actors.ts";
import { JOBS } from "#main/jobs.ts";
import { projectRoot } from "#main/place.ts";
import { assemble } from "#main/program.ts";
import { openInstallation } from "#main/installation.ts";
import { ROUTES } from "#main/routes.ts";
import { makeKeys, readSecret } from "#platform/auth/keys.ts";
import { makeClock } from "#platform/clock/clock.ts";
import { openDatabase } from "#platform/db/database.ts";
import { startEmbedded } from "#platform/db/embedded/server.ts";
import { openFileStore } from "#platform/files/store.ts";
import { makeServer } from "#platform/http/server.ts";
import { startJobs } from "#platform/jobs/jobs.ts";
import { SHEETS, type Doubt, type Known } from "./forms.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { takeChanges, watchChanges } from "./changes.ts";
import { hurry } from "./hurry.ts";
import { markOf } from "./marks.ts";
import { givenJournal } from "./given-journal.ts";
import { givenRequests } from "./given-requests.ts";
import { givenSecrets } from "./given-secrets.ts";
import { givenStrays } from "./given-strays.ts";
import { givenWays, providerOf } from "./given-ways.ts";
import { makeByProgram } from "./made-by-program.ts";
import { givenColleague, givenPerson, givenToken, visitor, writer } from "./people.ts";
import type { Persona, Territory } from "./place.ts";
import { givenTown, NOW, type Town } from "./town.ts";

/** A world at rest: filled, watched, its background work done. */
export interface World {
  readonly territories: readonly Territory[];
  readonly personas: readonly Persona[];
  readonly known: Known;
  /** as the owner of the tables */
  readonly pool: pg.Pool;
  /** the program on this world, without background work */
  readonly server: FastifyInstance;
  close(): Promise<void>;
}

/** Builds the world of two regions and three municipalities in a database of its own and opens the program on it. */
export async function openWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "orientir-probe-"));
  // the database's own user must be able to enter it where the command runs as root
  await chmod(folder, 0o755);
  const embedded = await startEmbedded(join(folder, "data"), () => {});
  await hurry(embedded.url);
  const dataFolder = join(folder, "data");
  const { territories, personas, known } = await fillWorld(embedded.url, dataFolder);
  const pool = new pg.Pool({ connectionString: embedded.url, max: 4 });
  // the database is stopped after the pool; what an idle connection hears of it is no failure
  pool.on("error", () => {});
  await watchChanges(pool);
  const clock = makeClock(new Date(NOW));
  const database = openDatabase(embedded.url);
  const files = await openFileStore(join(dataFolder, "files"));
  // a failure is an answer of 500, which is judged where the answer is
  const log = () => {};
  const { post: _, ...opened } = await openInstallation({}, dataFolder, database.pool);
  const [login] = known.logins.values();
  const installation = { ...opened, mail: true, foreign: providerOf(login!) };
  const jobs = await startJobs(embedded.url, database, JOBS, clock, files, installation, log);
  const parts = {
    routes: ROUTES,
    database,
    jobs,
    files,
    clock,
    findActor: actorFinder(clock),
    installation,
    webFolder: undefined,
    log,
  };
  const server = await makeServer(parts);
  // what the opening itself has noted is nobody's deed
  await takeChanges(pool);
  return {
    territories,
    personas,
    known,
    pool,
    server,
    close: async () => {
      await server.close();
      await jobs.stop();
      await database.close();
      await pool.end();
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Fills a new database: rows are written straight into the tables; what only the program can make, it makes. */
export async function fillWorld(databaseUrl: string, dataFolder: string) {
  const program = await assemble({
    databaseUrl,
    dataFolder,
    migrationsFolder: join(projectRoot(), "migrations"),
    webFolder: undefined,
    now: new Date(NOW),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const { pool } = program.database;
  const put = writer(pool);
  const territory = async (kind: Territory["kind"], parentId: Id | null): Promise<Territory> => {
    const id = makeId();
    const name = `Место ${id.slice(-6)}`;
    await put("territory", { id, kind, parent_id: parentId, name, short_name: name });
    return { id, kind, parentId };
  };
  const [region, farRegion] = [await territory("region", null), await territory("region", null)];
  const places = [region, region, farRegion];
  const municipalities: Territory[] = [];
  for (const { id } of places) municipalities.push(await territory("municipality", id));
  const instituteId = makeId();
  const institute = `Институт ${instituteId.slice(-6)}`;
  await put("organisation", {
    id: instituteId,
    territory_id: region.id,
    kind: "regional_institute",
    name: institute,
    short_name: institute,
  });
  const towns: Town[] = [];
  for (const { id } of municipalities) towns.push(await givenTown(put, program.files, id));
  const [town, near, far] = towns as [Town, Town, Town];
  const secrets = await givenSecrets(put, pool, towns);
  const keys = makeKeys(await readSecret(undefined, dataFolder));
  const ways = await givenWays(put, keys, town.people.school.deputy, town.people.school.curator);
  const stamps = new Map<Id, string>();
  const doubts = new Map<Id, Doubt>();
  const rowKeys = new Map<Id, readonly string[]>();
  for (const one of towns) {
    await makeByProgram(program, one, stamps, doubts, rowKeys);
    await givenJournal(put, pool, one);
    await givenRequests(put, one);
  }
  // what the program took in is found by its mark too
  for (const [table, column] of [
    ["document_import", "name"],
    ["programme_template", "title"],
    ["stored_file", "name"],
  ] as const) {
    const { rows } = await pool.query<{ id: Id }>(
      `select id from ${table} where ${table === "stored_file" ? "owner_kind = 'import'" : "true"}`,
    );
    for (const { id } of rows) await pool.query(`update ${table} set ${column} = $2 where id = $1`, [id, markOf(id)]);
  }
  const at = (role: Persona["held"][number]["role"], territoryId: Id, organisationId: Id | null = null) => ({
    role,
    territoryId,
    organisationId,
  });
  const { office, school, neighbour } = town.people;
  const personas: Persona[] = [
    ...Object.values(office),
    ...Object.values(school),
    ...Object.values(neighbour),
    { ...near.people.office.officer, name: "специалист другого района региона" },
    { ...near.people.school.head, name: "директор другого района региона" },
    { ...far.people.office.administrator, name: "администратор чужого региона" },
    await givenPerson(put, "администратор региона", [at("administrator", region.id)]),
    await givenPerson(put, "специалист региона", [at("region_specialist", region.id)]),
    await givenPerson(put, "эксперт региона", [at("region_expert", region.id)]),
    await givenPerson(put, "человек двух районов", [
      at("teacher", town.territoryId, town.schoolIds[0]),
      at("school_head", far.territoryId, far.schoolIds[0]),
      at("curator", far.territoryId, far.schoolIds[1]),
    ]),
    await givenPerson(put, "директор и куратор соседней школы", [
      at("school_head", town.territoryId, town.schoolIds[0]),
      at("curator", town.territoryId, town.schoolIds[1]),
    ]),
    await givenPerson(put, "администратор другого района и учитель", [
      at("administrator", near.territoryId),
      at("teacher", town.territoryId, town.schoolIds[0]),
    ]),
    // roles at a region that look no further than the region
    await givenPerson(put, "специалист при регионе", [
      at("officer", region.id),
      at("administrator", farRegion.id),
      at("teacher", town.territoryId, town.schoolIds[0]),
    ]),
    // looks on in one district, in another leads a school and sees the whole, but does not lead it
    await givenPerson(put, "читатель района, методист и директор другого", [
      at("reader", town.territoryId),
      at("methodologist", near.territoryId),
      at("school_head", near.territoryId, near.schoolIds[0]),
    ]),
    await givenPerson(put, "администратор при институте региона", [at("administrator", region.id, instituteId)]),
    // roles that stand where they should not: nothing more comes of them than of anybody there
    await givenPerson(put, "специалист при школе", [at("officer", town.territoryId, town.schoolIds[0])]),
    await givenPerson(put, "администратор при школе", [at("administrator", town.territoryId, town.schoolIds[1])]),
    await givenPerson(put, "директор без школы", [at("school_head", town.territoryId)]),
    await givenPerson(put, "эксперт региона в школе", [at("region_expert", town.territoryId, town.schoolIds[1])]),
    await givenPerson(put, "специалист региона при районе", [at("region_specialist", town.territoryId)]),
    await givenPerson(put, "человек без ролей", []),
    await givenColleague(put, town.territoryId, [town.schoolIds[1]], "работник без роли"),
    await givenColleague(put, town.territoryId, town.schoolIds, "совместитель без роли"),
    await givenPerson(put, "чья роль закончилась", [{ ...at("officer", town.territoryId), ended: true }]),
    await givenToken(put, "ключ специалиста", office.officer),
    await givenToken(put, "ключ директора", school.head),
    visitor,
  ];
  const named = (name: string) => personas.find((one) => one.name === name)!;
  const [programmeId] = town.programmes;
  await givenStrays(
    put,
    pool,
    { ...town, programmeId, schoolId: town.schoolIds[1] },
    {
      authority: [office.reader, school.methodologist, near.people.office.officer, near.people.school.teacher],
      school: [school.teacher, office.methodologist, office.reader],
      own: [
        office.reader,
        named("чья роль закончилась"),
        near.people.office.officer,
        named("читатель района, методист и директор другого"),
      ],
      authors: [named("чья роль закончилась")],
    },
  );
  for (const { territoryId, people } of towns)
    for (const [sheet, rows] of Object.entries(SHEETS)) {
      const { headers } = people.office.officer;
      const payload = { territoryId, rows };
      const checked = await program.server.inject({ method: "POST", url: `/api/${sheet}/check`, headers, payload });
      stamps.set(`${sheet} ${territoryId}`, checked.json<{ digest: string }>().digest);
    }
  const workbooks = new Map<string, Buffer>();
  for (const sheet of Object.keys(SHEETS)) {
    const url = `/api/${sheet}/template?territoryId=${town.territoryId}`;
    const answer = await program.server.inject({ method: "GET", url, headers: office.officer.headers });
    workbooks.set(`${sheet}.read`, answer.rawPayload);
  }
  // what the program would not have planned itself it has closed; here it is owed all the same
  await pool.query("update obligation set closed_at = null, close_reason = null where closed_at is not null");
  await program.stop();
  return {
    territories: [region, farRegion, ...municipalities],
    personas,
    known: { ...secrets, ...ways, stamps, doubts, rowKeys, workbooks },
  };
}
