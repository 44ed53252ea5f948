import { loadavg } from "node:os";
import { openArena } from "./arena.ts";
import type { Dose, Fault } from "./fault.ts";
import { layGround, type Ground } from "./ground.ts";
import { FAULTS } from "./faults/all.ts";
import { isGood, summaryOf, tableOf, type Verdict } from "./table.ts";
import type { Finding } from "./verify.ts";

/*
 * npm run chaos -- [--only NAME,NAME] [--all | --long | --short] [--seed S] [--strikes N] [--between N] [--minutes M]
 * [--lanes N]: people write to the real program, faults strike it, N of them at once, each a program of its own, and what stands
 * afterwards is compared with what they were told. The exit code is 1 where anything was lost, stands twice, by half or unread, or a
 * crash was not over in five seconds. docs/decisions/018 says what each fault does.
 */
const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : (process.argv[at + 1] ?? "");
};
const has = (name: string) => process.argv.includes(`--${name}`);
const print = (line: string) => void process.stdout.write(`${line}\n`);

/** of the quick run among the tests only harm counts: it may share the machine */
const MOST_RECOVERY = has("short") ? 60 : 5;
const SHORT = ["server", "backend"];
const begun = Date.now();
const loads: number[] = [];
setInterval(() => loads.push(loadavg()[0]!), 10_000).unref();
let until = begun + Number(argument("minutes") ?? Infinity) * 60_000;
// asked to stop, it strikes no more and tells what it has
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => (until = 0));

process.exitCode = await chaos();

async function chaos(): Promise<number> {
  const seed = Number(argument("seed") ?? 4);
  const only = argument("only")?.split(",") ?? (has("short") ? SHORT : undefined);
  const faults = FAULTS.filter(({ name }) => (only ? only.includes(name) : true));
  if (faults.length === 0) {
    print(`Таких сбоев нет. Есть: ${FAULTS.map(({ name }) => name).join(", ")}`);
    return 2;
  }
  const dose = doseOf();
  const ground = await layGround({
    schools: 4,
    // a report is begun once in some forty writes of a school
    duties: Math.ceil((dose.strikes * dose.between) / 40) + 60,
    imports: has("long") ? 2000 : has("short") ? 1 : 6,
    offices: has("long") ? 24 : has("short") ? 1 : 4,
  });
  const verdicts = new Map<number, Verdict>();
  const waiting = [...faults.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, fault] = next;
      const from = Date.now();
      const verdict = await oneFault(ground, fault, dose, seed + at);
      if (verdict) verdicts.set(at, verdict);
      tell(fault, verdict, Math.round((Date.now() - from) / 1000));
    }
  };
  try {
    await Promise.all(Array.from({ length: Number(argument("lanes") ?? 1) }, lane));
  } finally {
    await ground.remove();
  }
  const all = [...verdicts].sort(([one], [other]) => one - other).map(([, verdict]) => verdict);
  print(`\n${tableOf(all)}\n`);
  const bad = all.filter((verdict) => !isGood(verdict, MOST_RECOVERY)).length;
  print(`Зерно ${seed}; сбоев ${all.length}, не выдержано ${bad}; ${Math.round((Date.now() - begun) / 1000)} с`);
  if (loads.length > 0) print(`Загрузка машины: ${Math.min(...loads).toFixed(1)}–${Math.max(...loads).toFixed(1)}`);
  return bad === 0 ? 0 : 1;
}

function tell(fault: Fault, verdict: Verdict | undefined, seconds: number): void {
  if (!verdict) return print(`– ${fault.title}: на этой машине не проверить`);
  const good = isGood(verdict, MOST_RECOVERY);
  print(`${good ? "✓" : "✗"} ${fault.title}: подтверждено ${verdict.done}, убийств ${verdict.kills}, ${seconds} с`);
  if (verdict.recovery !== undefined) print(`    до первой записи: ${summaryOf(verdict.recoveries)}`);
  const { unanswered, answered } = verdict.again;
  if (unanswered + answered > 0)
    print(`    повторено с тем же ключом: без ответа ${unanswered}, с ответом ${answered}`);
  for (const line of verdict.notes) print(`    ${line}`);
  for (const { harm, what } of verdict.findings.slice(0, 20)) print(`    ${harm}: ${what}`);
  if (!good) for (const line of verdict.said.slice(-12)) print(`    | ${line.slice(0, 160)}`);
}

function doseOf(): Dose {
  const given = (name: string, otherwise: number) => Number(argument(name) ?? otherwise);
  const [strikes, between] = has("long") ? [35, 850] : has("all") ? [3, 100] : has("short") ? [1, 25] : [2, 60];
  return { strikes: given("strikes", strikes), between: given("between", between) };
}

/** Ends early where `--minutes` are over; the first strike is always made. */
function* strikesOf(strikes: number): Iterable<number> {
  for (let strike = 0; strike < strikes && (strike === 0 || Date.now() < until); strike += 1) yield strike;
}

async function oneFault(ground: Ground, fault: Fault, dose: Dose, seed: number): Promise<Verdict | undefined> {
  const place = await fault.place?.(ground);
  if (fault.place && !place) return undefined;
  const arena = await openArena(ground, fault.name, seed, place?.folder);
  const [findings, notes]: [Finding[], string[]] = [[], []];
  const progress = setInterval(
    () =>
      print(
        `  … ${fault.title}: подтверждено ${arena.ledger.done.length}, убийств ${arena.recoveries.length}, загрузка ${loadavg()[0]!.toFixed(1)}`,
      ),
    60_000,
  );
  try {
    const stage = {
      arena,
      ground,
      dose,
      strikes: () => strikesOf(Math.min(dose.strikes, fault.most ?? Infinity)),
      note: (line: string) => void notes.push(line),
    };
    findings.push(...((await fault.run(stage)) ?? []));
    await arena.stopWriting();
    findings.push(...(await arena.verify()));
  } catch (broken) {
    findings.push({ harm: "unreadable", what: `прогон не дошёл до конца: ${(broken as Error).stack}` });
  } finally {
    clearInterval(progress);
    await arena.close();
    // a disk that something still holds is told, and the other lanes go on
    await place?.leave().catch((busy: Error) => notes.push(`место не освобождено: ${busy.message}`));
  }
  return {
    title: fault.title,
    done: arena.ledger.done.length,
    kills: fault.gentle ? 0 : arena.recoveries.length,
    again: {
      unanswered: arena.ledger.done.filter(({ tries }) => tries > 1).length,
      answered: arena.ledger.askedAgain,
    },
    findings,
    notes,
    said: arena.program().said,
    recoveries: arena.recoveries,
    recovery: arena.recoveries.length > 0 ? Math.max(...arena.recoveries) : undefined,
  };
}
