import { openArena } from "./arena.ts";
import type { Dose, Fault } from "./fault.ts";
import { layGround, type Ground } from "./ground.ts";
import { FAULTS } from "./faults/all.ts";
import { isGood, summaryOf, tableOf, type Verdict } from "./table.ts";
import type { Finding } from "./verify.ts";

/*
 * npm run chaos -- [--only NAME,NAME] [--all | --long | --short] [--seed S] [--strikes N] [--between N] [--minutes M]: people write to the real program, faults strike it, and what stands
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
  const perSchool = Math.ceil((faults.length > 0 ? dose.strikes * dose.between : 0) / 12) + 60;
  const ground = await layGround({ schools: 4, duties: perSchool, imports: has("long") ? 2000 : has("short") ? 1 : 6 });
  const verdicts: Verdict[] = [];
  try {
    for (const [at, fault] of faults.entries()) {
      const from = Date.now();
      const verdict = await oneFault(ground, fault, dose, seed + at);
      if (!verdict) {
        print(`– ${fault.title}: на этой машине не проверить`);
        continue;
      }
      verdicts.push(verdict);
      const seconds = Math.round((Date.now() - from) / 1000);
      print(
        `${isGood(verdict, MOST_RECOVERY) ? "✓" : "✗"} ${fault.title}: подтверждено ${verdict.done}, убийств ${verdict.kills}, ${seconds} с`,
      );
      if (verdict.recovery !== undefined) print(`    до первой записи: ${summaryOf(verdict.recoveries)}`);
      for (const line of verdict.notes) print(`    ${line}`);
      for (const { harm, what } of verdict.findings.slice(0, 20)) print(`    ${harm}: ${what}`);
      if (!isGood(verdict, MOST_RECOVERY))
        for (const line of verdict.said.slice(-12)) print(`    | ${line.slice(0, 160)}`);
    }
  } finally {
    await ground.remove();
  }
  print(`\n${tableOf(verdicts)}\n`);
  const bad = verdicts.filter((verdict) => !isGood(verdict, MOST_RECOVERY)).length;
  print(`Зерно ${seed}; сбоев ${verdicts.length}, не выдержано ${bad}; ${Math.round((Date.now() - begun) / 1000)} с`);
  return bad === 0 ? 0 : 1;
}

function doseOf(): Dose {
  const given = (name: string, otherwise: number) => Number(argument(name) ?? otherwise);
  const [strikes, between] = has("long") ? [35, 900] : has("all") ? [3, 100] : has("short") ? [1, 25] : [2, 60];
  return { strikes: given("strikes", strikes), between: given("between", between) };
}

/** Ends early where `--minutes` are over; the first strike is always made. */
function* strikesOf(dose: Dose): Iterable<number> {
  for (let strike = 0; strike < dose.strikes && (strike === 0 || Date.now() < until); strike += 1) yield strike;
}

async function oneFault(ground: Ground, fault: Fault, dose: Dose, seed: number): Promise<Verdict | undefined> {
  const place = await fault.place?.(ground);
  if (fault.place && !place) return undefined;
  const arena = await openArena(ground, fault.name, seed, place?.folder);
  const [findings, notes]: [Finding[], string[]] = [[], []];
  try {
    const stage = {
      arena,
      ground,
      dose,
      strikes: () => strikesOf(dose),
      note: (line: string) => void notes.push(line),
    };
    findings.push(...((await fault.run(stage)) ?? []));
    await arena.stopWriting();
    findings.push(...(await arena.verify()));
  } catch (broken) {
    findings.push({ harm: "unreadable", what: `прогон не дошёл до конца: ${(broken as Error).stack}` });
  } finally {
    await arena.close();
    await place?.leave();
  }
  return {
    title: fault.title,
    done: arena.ledger.done.length,
    kills: arena.recoveries.length,
    findings,
    notes,
    said: arena.program().said,
    recoveries: arena.recoveries,
    recovery: arena.recoveries.length > 0 ? Math.max(...arena.recoveries) : undefined,
  };
}
