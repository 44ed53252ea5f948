import { layGround, openArena, type Ground } from "./arena.ts";
import type { Dose, Fault } from "./fault.ts";
import { FAULTS } from "./faults/all.ts";
import { isGood, tableOf, type Verdict } from "./table.ts";
import type { Finding } from "./verify.ts";

/*
 * npm run chaos -- [--only NAME,NAME] [--all | --long | --short] [--seed S]: people write to the real program, faults strike it, and what stands
 * afterwards is compared with what they were told. The exit code is 1 where anything was lost, stands twice, by half or unread, or a
 * crash was not over in five seconds. docs/decisions/018 says what each fault does.
 */
const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : (process.argv[at + 1] ?? "");
};
const has = (name: string) => process.argv.includes(`--${name}`);
const print = (line: string) => void process.stdout.write(`${line}\n`);

process.exitCode = await chaos();

async function chaos(): Promise<number> {
  const seed = Number(argument("seed") ?? 4);
  const only = argument("only")?.split(",");
  const faults = FAULTS.filter(({ name }) => (only ? only.includes(name) : true));
  if (faults.length === 0) {
    print(`Таких сбоев нет. Есть: ${FAULTS.map(({ name }) => name).join(", ")}`);
    return 2;
  }
  const begun = Date.now();
  const dose = doseOf();
  const perSchool = Math.ceil((faults.length > 0 ? dose.strikes * dose.between : 0) / 12) + 60;
  const ground = await layGround({ schools: 4, duties: perSchool, imports: has("long") ? 60 : 6 });
  const verdicts: Verdict[] = [];
  try {
    for (const [at, fault] of faults.entries()) {
      const verdict = await oneFault(ground, fault, dose, seed + at);
      if (!verdict) {
        print(`– ${fault.title}: на этой машине не проверить`);
        continue;
      }
      verdicts.push(verdict);
      print(`${isGood(verdict) ? "✓" : "✗"} ${fault.title}: подтверждено ${verdict.done}, убийств ${verdict.kills}`);
      for (const line of verdict.notes) print(`    ${line}`);
      for (const { harm, what } of verdict.findings.slice(0, 20)) print(`    ${harm}: ${what}`);
      if (!isGood(verdict)) for (const line of verdict.said.slice(-12)) print(`    | ${line}`);
    }
  } finally {
    await ground.remove();
  }
  print(`\n${tableOf(verdicts)}\n`);
  const bad = verdicts.filter((verdict) => !isGood(verdict)).length;
  print(`Зерно ${seed}; сбоев ${verdicts.length}, не выдержано ${bad}; ${Math.round((Date.now() - begun) / 1000)} с`);
  return bad === 0 ? 0 : 1;
}

function doseOf(): Dose {
  if (has("long")) return { strikes: 35, between: 900 };
  if (has("all")) return { strikes: 3, between: 100 };
  return has("short") ? { strikes: 1, between: 25 } : { strikes: 2, between: 60 };
}

async function oneFault(ground: Ground, fault: Fault, dose: Dose, seed: number): Promise<Verdict | undefined> {
  const place = await fault.place?.(ground);
  if (fault.place && !place) return undefined;
  const arena = await openArena(ground, fault.name, seed, place?.folder);
  const [findings, notes]: [Finding[], string[]] = [[], []];
  try {
    findings.push(...((await fault.run({ arena, ground, dose, note: (line) => notes.push(line) })) ?? []));
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
    recovery: arena.recoveries.length > 0 ? Math.max(...arena.recoveries) : undefined,
  };
}
