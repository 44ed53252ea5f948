import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { randomOf, type Random } from "../fuzz/random.ts";
import { layDistrict, type District } from "./district.ts";
import { nothingExpected } from "./expected.ts";
import { handOf, StoppedError } from "./hand.ts";
import { openLedger, type Ledger } from "./ledger.ts";
import { databaseOf, freePort, launch, untilServes, type Launch, type RunningProgram } from "./program.ts";
import { verify, type Finding } from "./verify.ts";
import { openWire } from "./wire.ts";
import { writeImports } from "./write-imports.ts";
import { writeProgrammes } from "./write-programmes.ts";
import { writeReports } from "./write-reports.ts";

const run = promisify(execFile);
/** How long a write is asked for again before it counts as never answered. */
const PATIENCE_MS = 90_000;

export interface Size {
  readonly schools: number;
  readonly duties: number;
  readonly imports: number;
}

/** A data folder with an empty program's database and the district in it; every fault begins from a copy. */
export interface Ground {
  readonly folder: string;
  readonly district: District;
  readonly size: Size;
  remove(): Promise<void>;
}

/** The program on a copy of the ground, the people who write to it, and what they were told. */
export interface Arena {
  readonly dataFolder: string;
  readonly port: number;
  readonly ledger: Ledger;
  readonly random: Random;
  /** the program as it runs now */
  program(): RunningProgram;
  start(more?: Partial<Launch>): Promise<void>;
  startWriting(): void;
  /** lets every write get its answer, then stops */
  stopWriting(): Promise<void>;
  /** resolves when `count` further writes are acknowledged */
  untilDone(count: number): Promise<void>;
  /** notes a kill now and how long until a write begun after it is acknowledged */
  kill(harm: () => void | Promise<void>): Promise<void>;
  /** seconds from each kill to the first acknowledged write */
  readonly recoveries: readonly number[];
  sql(): Promise<pg.Client>;
  /** waits for background work, then compares what stands with what was acknowledged */
  verify(): Promise<readonly Finding[]>;
  close(): Promise<void>;
}

export async function layGround(size: Size): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), "orientir-chaos-"));
  // the database's own user must be able to enter it where the runner is root
  await chmod(folder, 0o755);
  const dataFolder = join(folder, "ground");
  const port = await freePort();
  const program = launch({ dataFolder, port });
  await untilServes(program, port);
  const client = await connect(dataFolder);
  const district = await layDistrict(client, size);
  await client.end();
  program.kill("SIGTERM");
  await program.ended;
  return { folder, district, size, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function connect(dataFolder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: (await databaseOf(dataFolder)).url });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Copies the ground to `place` (a folder of the ground unless given) and readies those who write; the program is not started. */
export async function openArena(ground: Ground, title: string, seed: number, place = ground.folder): Promise<Arena> {
  const { district, size } = ground;
  const dataFolder = join(place, title);
  await mkdir(place, { recursive: true });
  await run("cp", ["-a", join(ground.folder, "ground"), dataFolder]);
  const port = await freePort();
  const [ledger, expected, random] = [openLedger(), nothingExpected(), randomOf(seed)];
  const wire = openWire(() => port);
  const recoveries: number[] = [];
  const writers: Promise<unknown>[] = [];
  let running = false;
  let program: RunningProgram | undefined;
  const state = { expected, running: () => running };
  const people = [...district.schools.map((school) => school.deputy), ...district.planners, district.importer];
  const tokenOf = new Map(people.map((person) => [person.name, person.token]));

  const sql = () => connect(dataFolder);
  const start = async (more: Partial<Launch> = {}) => {
    program = launch({ dataFolder, port, ...more });
    await untilServes(program, port);
  };
  return {
    dataFolder,
    port,
    ledger,
    random,
    recoveries,
    program: () => program!,
    start,
    sql,
    startWriting() {
      running = true;
      const hand = (person: { personId: string; token: string; name: string }, round: string) =>
        handOf({ wire, ledger, patience: PATIENCE_MS }, { ...person, name: `${person.name}-${round}` });
      const round = String(writers.length);
      const quiet = (work: Promise<void>) =>
        work.catch((fault: unknown) => {
          if (!(fault instanceof StoppedError)) throw fault;
        });
      for (const [school, { deputy }] of district.schools.entries()) {
        const own = randomOf(seed * 100 + writers.length);
        const decider = hand(district.decider, `${round}-${school}`);
        const desk = { ...state, district, school, deputy: hand(deputy, round), decider, random: own };
        writers.push(quiet(writeReports(desk)));
      }
      for (const [planner, person] of district.planners.entries()) {
        const own = randomOf(seed * 100 + writers.length);
        writers.push(quiet(writeProgrammes({ ...state, district, planner, hand: hand(person, round), random: own })));
      }
      const importer = hand(district.importer, round);
      writers.push(quiet(writeImports({ ...state, district, hand: importer, most: size.imports })));
    },
    async stopWriting() {
      running = false;
      await Promise.all(writers);
    },
    async untilDone(count) {
      const until = ledger.done.length + count;
      while (ledger.done.length < until && ledger.unanswered.length + ledger.refused.length === 0)
        await new Promise((wait) => setTimeout(wait, 5));
    },
    async kill(harm) {
      const since = Date.now();
      const first = ledger.firstDoneAfter(since);
      await harm();
      recoveries.push(((await first) - since) / 1000);
    },
    async verify() {
      const client = await sql();
      try {
        await settle(client);
        return await verify({
          territoryId: district.territoryId,
          expected,
          ledger,
          rows: async (text, values) => (await client.query(text, values)).rows,
          reader: (name, path) => wire.send(tokenOf.get(name)!, { method: "GET", path }),
          filesFolder: join(dataFolder, "files"),
        });
      } finally {
        await client.end();
      }
    },
    async close() {
      running = false;
      wire.close();
      program?.kill("SIGTERM");
      await program?.ended;
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Background work gets a minute and a half to end; what is left then is told by the verifier. */
async function settle(client: pg.Client): Promise<void> {
  const until = Date.now() + 90_000;
  while (Date.now() < until) {
    const { rows } = await client.query<{ waiting: number }>(
      "select count(*)::int as waiting from pgboss.job where state in ('created', 'active', 'retry') and name not like '\\_\\_%'",
    );
    if (rows[0]!.waiting === 0) return;
    await new Promise((wait) => setTimeout(wait, 100));
  }
}
