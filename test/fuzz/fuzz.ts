import { fork, type ChildProcess } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wholeDocuments } from "./documents.ts";
import { readSpoilt, type ReaderTask, type ReaderWord } from "./reader.ts";
import { spoiltFile } from "./spoil.ts";

/*
 * npm run fuzz -- [--runs N] [--seed S] [--lanes L]: spoilt documents against the reader. A fault is a process that ended, a file that took
 * more than HANG of the processor's time, a file not read in WAIT by the clock (the reader turns in a circle, or waits for what never comes),
 * a peak over MEMORY, or anything outside the file that was touched: a file read, an address asked, a file written.
 * npm run fuzz -- --save NUMBER writes the file of a number beside, to be looked at.
 */
/** of the process's own work: a busy machine makes nobody guilty */
const HANG_MS = 5000;
const WAIT_MS = 60_000;
const MEMORY_MIB = 512;

interface Fault {
  readonly number: number;
  readonly what: string;
}

interface Tally {
  done: number;
  slowest: number;
  peak: number;
  readonly verdicts: Map<string, number>;
  readonly faults: Fault[];
}

const argument = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const print = (line: string) => void process.stdout.write(`${line}\n`);

if (process.send) process.once("message", (task: ReaderTask) => void readSpoilt(task));
else process.exitCode = argument("save", -1) >= 0 ? await save(argument("save", 0)) : await fuzz();

async function save(number: number): Promise<number> {
  const { name, bytes } = spoiltFile(number, await wholeDocuments(), "file:///canary");
  await writeFile(`${number}-${name}`, bytes);
  print(`${number}-${name}: ${bytes.length} байт`);
  return 0;
}

async function fuzz(): Promise<number> {
  const runs = argument("runs", 100_000);
  const seed = argument("seed", Math.floor(Date.now() / 1000) % 1_000_000_000);
  const lanes = argument("lanes", 2);
  const folder = await mkdtemp(join(tmpdir(), "orientir-fuzz-"));
  const secret = `канарейка-${seed}`;
  await writeFile(join(folder, "canary.txt"), secret);
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.end(secret);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const web = `http://127.0.0.1:${(server.address() as AddressInfo).port}/canary.txt`;
  const file = `file://${join(folder, "canary.txt")}`;

  print(`Испорченных документов: ${runs}, зерно ${seed}`);
  const tally: Tally = { done: 0, slowest: 0, peak: 0, verdicts: new Map(), faults: [] };
  const begun = Date.now();
  const clock = setInterval(() => print(`  прочитано ${tally.done} из ${runs}, сбоев ${tally.faults.length}`), 30_000);
  const each = Math.ceil(runs / lanes);
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const end = seed + Math.min(runs, (lane + 1) * each);
      let from = seed + lane * each;
      while (from < end)
        from = await oneReader({ from, to: end, canary: lane % 2 ? web : file, secret }, folder, tally);
    }),
  );
  clearInterval(clock);
  server.close();

  const left = (await readdir(folder)).filter((name) => name !== "canary.txt");
  for (const name of left) tally.faults.push({ number: -1, what: `рядом появился файл ${name}` });
  if (asked > 0) tally.faults.push({ number: -1, what: `обращений к чужому адресу: ${asked}` });
  await rm(folder, { recursive: true, force: true });
  for (const [verdict, count] of [...tally.verdicts].sort((one, other) => other[1] - one[1]))
    print(`  ${verdict}: ${count}`);
  for (const { number, what } of tally.faults.slice(0, 50)) print(`СБОЙ ${number}: ${what}`);
  print(
    `N = ${tally.done}, зерно ${seed}: сбоев ${tally.faults.length}; больше всего работы процессора ${Math.round(tally.slowest)} мс, память не больше ${Math.round(tally.peak)} МиБ, ${Math.round((Date.now() - begun) / 1000)} с`,
  );
  return tally.faults.length === 0 && tally.done === runs ? 0 : 1;
}

/** Runs one reader until its task is done or a file undoes it; returns the number to go on from. */
function oneReader(task: ReaderTask, folder: string, tally: Tally): Promise<number> {
  return new Promise((resolve) => {
    const child: ChildProcess = fork(process.argv[1]!, [], {
      cwd: folder,
      env: {},
      execArgv: [`--max-old-space-size=${MEMORY_MIB * 0.75}`],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let said = "";
    child.stderr!.on("data", (bytes: Buffer) => void (said = (said + String(bytes)).slice(0, 2000)));
    let number = task.from;
    let begun = false;
    let clock: NodeJS.Timeout | undefined;
    const end = (next: number, what?: string) => {
      clearTimeout(clock);
      if (what) {
        tally.faults.push({ number, what });
        print(`  СБОЙ ${number}: ${what}`);
      }
      if (begun) tally.done += 1;
      child.removeAllListeners();
      child.kill("SIGKILL");
      resolve(next);
    };
    child.on("message", (word: ReaderWord) => {
      clearTimeout(clock);
      number = word.number;
      begun = word.verdict === undefined;
      if (word.verdict === undefined) {
        clock = setTimeout(() => end(number + 1, `не прочитан за ${WAIT_MS / 1000} с`), WAIT_MS);
        return;
      }
      tally.verdicts.set(word.verdict, (tally.verdicts.get(word.verdict) ?? 0) + 1);
      tally.slowest = Math.max(tally.slowest, word.milliseconds ?? 0);
      tally.peak = Math.max(tally.peak, word.peak ?? 0);
      tally.done += 1;
      if (word.escaped) end(number + 1, "в прочитанное попало то, чего нет в файле");
      else if ((word.milliseconds ?? 0) > HANG_MS)
        end(number + 1, `работа процессора ${Math.round(word.milliseconds ?? 0)} мс`);
      else if ((word.peak ?? 0) > MEMORY_MIB) end(number + 1, `память ${Math.round(word.peak ?? 0)} МиБ`);
    });
    // closed: ended, and all that it said has come
    child.on("close", (code, signal) => {
      const why = /^(?:\w*Error\b|FATAL).*$/m.exec(said)?.[0] ?? "";
      if (number + 1 >= task.to && code === 0) end(task.to);
      else end(number + 1, `процесс завершился: ${code ?? signal} ${why}`.trim());
    });
    child.send(task);
  });
}
