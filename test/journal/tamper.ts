import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "#main/place.ts";
import { assemble } from "#main/program.ts";
import { startEmbedded } from "#platform/db/embedded/server.ts";
import { givenJournal } from "./given-journal.ts";
import { tamperTrial } from "./trial.ts";

const HELP = `npm run tamper [-- --runs N --seed S]

Переписывает журнал настоящей базы так, как смог бы тот, у кого на неё все права, и каждый раз спрашивает проверку:
поля, строки, печати, порядок, даты, старые копии базы, запись вне базы, личные значения, адреса. Печатает, сколько раз
проверка назвала ту самую строку или печать. Базу берёт свою, временную.
  --runs N   сколько раз переписать (без указания 5000)
  --seed S   какие именно переписывания`;

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5000" },
    seed: { type: "string", default: "20261122" },
    help: { type: "boolean", default: false },
  },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);

if (values.help) say(HELP);
else process.exitCode = await trial(Number(values.runs), Number(values.seed));

async function trial(runs: number, seed: number): Promise<number> {
  const began = performance.now();
  const folder = await mkdtemp(join(tmpdir(), "orientir-tamper-"));
  // the database's own user must be able to enter it where the command runs as root
  await chmod(folder, 0o755);
  const embedded = await startEmbedded(join(folder, "data"), () => {});
  const program = await assemble({
    databaseUrl: embedded.url,
    dataFolder: join(folder, "data"),
    migrationsFolder: join(projectRoot(), "migrations"),
    webFolder: undefined,
    now: undefined,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    await givenJournal(program, 40);
    program.sealing.pause();
    const client = await program.database.pool.connect();
    const { located, byKind, missed } = await tamperTrial(client, runs, seed).finally(() => client.release());
    for (const [kind, [named, tried]] of byKind) say(`  ${kind}: ${named} из ${tried}`);
    for (const { run, kind, what, findings } of missed.slice(0, 20))
      say(`  не названо: ${run}, ${kind}, ${what}: ${JSON.stringify(findings.slice(0, 3))}`);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    say(`Названо ${located} из ${runs} (${located} of ${runs} located), зерно ${seed}, ${seconds} с.`);
    return located === runs ? 0 : 1;
  } finally {
    await program.stop();
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
