import { join } from "node:path";
import type { WorldSizeName } from "../../src/main/world/sizes.ts";
import { freePort, startBuilt } from "../built-server.ts";
import type { Figure } from "../figure.ts";
import { asked, BENCH_NOW, type Ground } from "../ground.ts";
import { memoryFigure, takenBy, type Taken } from "../memory.ts";
import { quantile } from "../timing.ts";
import { gather, type Worker } from "./crowd.ts";
import { evidenceMaker } from "./evidence.ts";
import { lostOf, newLedger } from "./ledger.ts";
import { Visitor, type Day, type Kind } from "./visitor.ts";

/** How long the day lasts and how many come: shorter for a trial. */
const MINUTES = Number(process.env.ORIENTIR_BENCH_LOAD_MINUTES ?? 10);
const PEOPLE = Number(process.env.ORIENTIR_BENCH_LOAD_PEOPLE ?? 1000);
const FEW = 10;
/** of the world's people, in their zone */
const TODAY = BENCH_NOW.toISOString().slice(0, 10);
const STORM_MS = 60_000;
const WARM_MS = 20_000;
/** between two acts of a person, ms; few people think quicker, so that they too do enough to be counted */
const THINKING = { many: [20_000, 40_000], few: [4000, 8000], warm: [200, 600] } as const;
/** how long the program may be busy with what it found at its start */
const MORNING_MS = 60_000;
const MEMORY_EVERY_MS = 5000;

interface Taking {
  readonly took: Record<Kind, number[]>;
  readonly faults: Map<string, number>;
}

/** P10 and, on Linux, P12 under it: so many sign in within a minute and then work for ten, against ten people on the same server. */
export async function deadlineDay(ground: Ground, size: WorldSizeName = "M"): Promise<readonly Figure[]> {
  const url = await ground.copyOf(await ground.world(size));
  ground.say(`Собираю людей: ${PEOPLE + FEW}`);
  const workers = await gather(url, PEOPLE + FEW, TODAY);
  // the papers of a kept world lie with the run that filled it: nobody is to look for their words here
  await asked(url, "update stored_file set text_state = 'failed', preview_state = 'failed' where text_state = 'none'");
  const metrics = await freePort();
  const server = await startBuilt(ground, {
    DATABASE_URL: url,
    ORIENTIR_DATA: join(ground.folder, "load"),
    ORIENTIR_NOW: BENCH_NOW.toISOString(),
    ORIENTIR_METRICS: `127.0.0.1:${metrics}`,
    // each school comes from its own address, as the proxy of an installation tells it
    ORIENTIR_PROXY: "127.0.0.1",
  });
  try {
    const day: Day = {
      base: new URL(server.address.replace("localhost", "127.0.0.1")),
      today: TODAY,
      ledger: newLedger(),
      evidence: await evidenceMaker(),
      chance: Math.random,
    };
    await quiet(url);
    const come = (those: readonly Worker[]) => those.map((worker) => new Visitor(worker, day));
    const few = come([...workers.slice(0, FEW - 1), workers.at(-1)!]);
    const many = come(workers.slice(FEW - 1, -1));
    const peak = watchMemory(server.pid, url);

    const lone = newTaking();
    await storm(few, 2000, lone);
    ground.say("Разогреваю");
    await work(few, WARM_MS, THINKING.warm, newTaking());
    ground.say(`Работают ${FEW} человек, минут: ${MINUTES}`);
    await work(few, MINUTES * 60_000, THINKING.few, lone);

    const crowded = newTaking();
    ground.say(`Входят ${many.length} человек за минуту`);
    const stormedMs = await storm(many, STORM_MS, crowded);
    // what the loop lagged is told since the last question
    await lagOf(metrics);
    ground.say(`Работают ${many.length} человек, минут: ${MINUTES}`);
    await work(many, MINUTES * 60_000, THINKING.many, crowded);
    const lag = await lagOf(metrics);
    const taken = await peak.stop();
    const lost = await lostOf(url, day.ledger);
    for (const one of [...few, ...many]) one.close();
    for (const [what, times] of [...lone.faults, ...crowded.faults]) ground.say(`Сбой (${times}): ${what}`);
    const errors = [...crowded.faults.values(), ...lone.faults.values()].reduce((sum, one) => sum + one, 0);
    const again = many.reduce((sum, one) => sum + one.again, 0);
    return [
      compared("чтение", "read", lone, crowded, { "цель, мс": 300 }),
      compared("сохранение", "save", lone, crowded, { "цель, мс": 500 }),
      compared("загрузка файла 2 МБ", "upload", lone, crowded),
      compared("отправка отчёта", "report", lone, crowded),
      {
        id: "P10",
        name: "день сдачи: ошибки и потери",
        unit: "шт.",
        ours: errors + lost,
        goal: { mostOurs: 0 },
        seen: {
          ошибок: errors,
          потеряно: lost,
          повторов: again,
          отчётов: day.ledger.reports.size,
          файлов: day.ledger.files.size,
          "дел в секунду": Object.values(crowded.took).flat().length / (MINUTES * 60 + STORM_MS / 1000),
        },
      },
      {
        id: "P10",
        name: "день сдачи: задержка цикла событий, p99",
        unit: "мс",
        ours: lag,
        goal: { mostOurs: 50 },
        seen: {
          "входов в секунду": many.length / (stormedMs / 1000),
          "вход p95, мс": quantile(crowded.took.signIn, 0.95),
          "специалист p95, мс": quantile(crowded.took.office, 0.95),
        },
      },
      ...memoryFigure("память программы и базы в день сдачи, наибольшая (PSS)", taken),
    ];
  } finally {
    await server.stop();
  }
}

function compared(
  what: string,
  kind: Kind,
  lone: Taking,
  crowded: Taking,
  aim: Readonly<Record<string, number>> = {},
): Figure {
  const [few, many] = [lone.took[kind], crowded.took[kind]];
  if (few.length === 0) throw new Error(`ten people did too little: ${kind}. Give the day more minutes`);
  return {
    id: "P10",
    name: `день сдачи, ${PEOPLE} человек: ${what}, p95`,
    unit: "мс",
    ours: quantile(many, 0.95),
    limit: quantile(few, 0.95),
    limitName: `${FEW} человек`,
    goal: { most: 3 },
    seen: {
      ...aim,
      "p50, мс": quantile(many, 0.5),
      "p99, мс": quantile(many, 0.99),
      дел: many.length,
      "дел десятерых": few.length,
    },
  };
}

const newTaking = (): Taking => ({
  took: { signIn: [], read: [], office: [], save: [], upload: [], report: [] },
  faults: new Map(),
});

/** Everybody signs in, one after another at even distances; how long it took until the last was in, ms. */
async function storm(visitors: readonly Visitor[], within: number, taking: Taking): Promise<number> {
  const begun = performance.now();
  await Promise.all(
    visitors.map(async (visitor, at) => {
      await pause((at * within) / visitors.length);
      await timed(taking, async () => (await visitor.signIn(), "signIn"));
    }),
  );
  return performance.now() - begun;
}

async function work(
  visitors: readonly Visitor[],
  ms: number,
  [least, most]: readonly [number, number],
  taking: Taking,
): Promise<void> {
  const until = performance.now() + ms;
  const thinking = () => least + Math.random() * (most - least);
  const officers = visitors.filter(({ worker }) => worker.organisationId === null).length / visitors.length;
  await Promise.all(
    visitors.map(async (visitor) => {
      // nobody begins together
      await pause(Math.random() * most);
      while (performance.now() < until) {
        await timed(taking, () => visitor.act(officers));
        await pause(thinking());
      }
    }),
  );
}

async function timed({ took, faults }: Taking, act: () => Promise<Kind>): Promise<void> {
  const begun = performance.now();
  try {
    const kind = await act();
    took[kind].push(performance.now() - begun);
  } catch (fault) {
    const { message } = fault as Error;
    faults.set(message, (faults.get(message) ?? 0) + 1);
  }
}

const pause = (ms: number) => new Promise((wait) => setTimeout(wait, ms));

/** p99 of the lag of the program's loop of events since the last question, ms. */
async function lagOf(port: number): Promise<number> {
  const told = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(told)![1]) * 1000;
}

/** Waits until the program has done what it found in the morning: reminders of a whole district. */
async function quiet(url: string): Promise<void> {
  const until = performance.now() + MORNING_MS;
  while (performance.now() < until) {
    await pause(3000);
    const [waiting] = await asked<{ any: boolean }>(
      url,
      "select exists (select from pgboss.job where state in ('created', 'active', 'retry') and start_after <= now() and name not like '\\_\\_%') as any",
    );
    if (!waiting!.any) return;
  }
}

/** Looks at the memory of program and database until stopped; the most that they took together. */
function watchMemory(pid: number, url: string) {
  let most: Taken | undefined;
  const look = async () => {
    const now = process.platform === "linux" ? await takenBy(pid, url) : undefined;
    if (now && (!most || now.program + now.database > most.program + most.database)) most = now;
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, MEMORY_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
      return most;
    },
  };
}
