import { execFile } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type pg from "pg";
import { randomOf, type Random } from "../fuzz/random.ts";
import { openDesks } from "./desks.ts";
import { openSession, type District, type Person } from "./district.ts";
import { nothingExpected } from "./expected.ts";
import { connect, type Ground } from "./ground.ts";
import { handOf, type Hand } from "./hand.ts";
import { openLedger, type Ledger } from "./ledger.ts";
import { freePort, launch, untilServes, type Launch, type RunningProgram } from "./program.ts";
import { verify, type Finding } from "./verify.ts";
import { openWire, type Answer, type Asked } from "./wire.ts";

const run = promisify(execFile);
/** How long a write is asked for again before it counts as never answered. */
const PATIENCE_MS = 240_000;
const STEP_MS = 5;

const pause = (ms: number) => new Promise<void>((wait) => void setTimeout(wait, ms));

/** The program on a copy of the ground, the people who write to it, and what they were told. */
export interface Arena {
  readonly dataFolder: string;
  readonly port: number;
  readonly district: District;
  readonly ledger: Ledger;
  readonly random: Random;
  /** the program as it runs now */
  program(): RunningProgram;
  start(more?: Partial<Launch>): Promise<void>;
  /** starts it where it may refuse to: resolves when it serves or has ended */
  startOrFail(more: Partial<Launch>): Promise<void>;
  /** sets the program's hour so many ms ahead, and with it the hour at which people sign in again */
  shiftClock(ms: number): void;
  startWriting(): void;
  /** lets every write get its answer, then stops */
  stopWriting(): Promise<void>;
  /** one report with a file and one document taken in, and nothing beside */
  oneRound(): Promise<void>;
  /** resolves when `count` further writes are acknowledged */
  untilDone(count: number): Promise<void>;
  /** resolves when the question has an answer, or after `limitMs` */
  untilSql(question: string, limitMs: number): Promise<void>;
  /** notes a kill now and how long until a write begun after it is acknowledged; then what was acknowledged before is asked again */
  kill(harm: () => void | Promise<void>): Promise<void>;
  /** seconds from each kill to the first acknowledged write */
  readonly recoveries: readonly number[];
  sql(): Promise<pg.Client>;
  /** somebody who writes by word of the fault */
  handOf(person: Person): Hand;
  /** waits until no background work is left */
  settle(): Promise<void>;
  /** waits for background work, then compares what stands with what was acknowledged */
  verify(): Promise<readonly Finding[]>;
  /** what else ends with the arena */
  atEnd(work: () => Promise<void>): void;
  close(): Promise<void>;
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
  let program: RunningProgram | undefined;
  const people = new Map(
    [...district.schools.map((school) => school.deputy), ...district.planners, district.importer].map((person) => [
      person.name,
      person,
    ]),
  );
  const endings: (() => Promise<void>)[] = [];
  let shift = 0;

  const sql = () => connect(dataFolder);
  const start = async (more: Partial<Launch> = {}) => {
    program = launch({ dataFolder, port, ...more });
    await untilServes(program, port);
  };
  const signingIn = new Map<Person, Promise<void>>();
  /** whoever sits at several desks signs in once for all of them; where that failed, the next answer says so again */
  const signIn = (person: Person): Promise<void> => {
    const begun = signingIn.get(person) ?? signInAnew(person).finally(() => signingIn.delete(person));
    signingIn.set(person, begun);
    return begun;
  };
  const signInAnew = async (person: Person) => {
    const client = await sql().catch(() => undefined);
    if (!client) return;
    await openSession(client, person, new Date(Date.now() + shift)).catch(() => undefined);
    await client.end().catch(() => undefined);
  };
  const ask = async (person: Person, asked: Asked): Promise<Answer | undefined> => {
    const answer = await wire.send(person.token, asked);
    if (answer?.status !== 401) return answer;
    await signIn(person);
    return wire.send(person.token, asked);
  };
  const desks = openDesks({ district, size, expected, ledger, seed, patience: PATIENCE_MS, ask });
  const settle = async () => {
    const client = await sql();
    await noWorkLeft(client).finally(() => client.end());
  };
  return {
    dataFolder,
    port,
    district,
    ledger,
    random,
    recoveries,
    program: () => program!,
    start,
    async startOrFail(more) {
      await start(more).catch(() => undefined);
    },
    sql,
    handOf: (person) => handOf({ send: (asked) => ask(person, asked), ledger, patience: PATIENCE_MS }, person),
    shiftClock(ms) {
      shift = ms;
      program!.tell({ shift: ms });
    },
    settle,
    atEnd: (work) => void endings.push(work),
    startWriting: desks.begin,
    stopWriting: desks.end,
    oneRound: desks.oneRound,
    async untilDone(count) {
      const until = ledger.done.length + count;
      for (let idle = 0, seen = ledger.done.length; ledger.done.length < until; idle += 1) {
        if (ledger.unanswered.length + ledger.refused.length > 0) return;
        if (ledger.done.length > seen) [idle, seen] = [0, ledger.done.length];
        if (idle * STEP_MS > PATIENCE_MS) throw new Error("nobody writes any more");
        await pause(STEP_MS);
      }
    },
    async untilSql(question, limitMs) {
      const until = Date.now() + limitMs;
      const client = await sql();
      while (Date.now() < until && (await client.query(question)).rowCount === 0) await pause(20);
      await client.end();
    },
    async kill(harm) {
      const since = Date.now();
      const first = ledger.firstDoneAfter(since);
      await harm();
      let late: NodeJS.Timeout | undefined;
      const never = new Promise<number>((resolve) => {
        late = setTimeout(() => resolve(Infinity), PATIENCE_MS);
      });
      const at = await Promise.race([first, never]);
      clearTimeout(late);
      recoveries.push((at - since) / 1000);
      await desks.askAgain();
    },
    async verify() {
      await settle();
      const client = await sql();
      try {
        return await verify({
          territoryId: district.territoryId,
          expected,
          ledger,
          rows: async (text, values) => (await client.query(text, values)).rows,
          reader: (name, path) => ask(people.get(name)!, { method: "GET", path }),
          filesFolder: join(dataFolder, "files"),
        });
      } finally {
        await client.end();
      }
    },
    async close() {
      void desks.end();
      wire.close();
      program?.kill("SIGTERM");
      await program?.ended;
      for (const end of endings) await end();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Background work may take its time, while some of it ends each minute and a half; what is left then is told by the verifier. */
async function noWorkLeft(client: pg.Client): Promise<void> {
  let [until, left] = [Date.now() + PATIENCE_MS, Infinity];
  while (Date.now() < until) {
    const { rows } = await client.query<{ waiting: number }>(
      "select count(*)::int as waiting from pgboss.job where state in ('created', 'active', 'retry') and name not like '\\_\\_%'",
    );
    const { waiting } = rows[0]!;
    if (waiting === 0) return;
    if (waiting < left) [until, left] = [Date.now() + PATIENCE_MS, waiting];
    await pause(100);
  }
}
