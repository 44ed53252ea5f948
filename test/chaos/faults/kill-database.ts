import { databaseOf } from "../program.ts";
import type { Fault, Stage } from "../fault.ts";

/** The database dies under a program that lives on: its first process, or one that serves a connection, which takes all others with it. */
export const killDatabase: Fault = {
  name: "database",
  title: "kill -9 базы (главный процесс)",
  run: (stage) => strike(stage, async ({ arena }) => process.kill((await databaseOf(arena.dataFolder)).pid, "SIGKILL")),
};

export const killBackend: Fault = {
  name: "backend",
  title: "kill -9 соединения базы",
  run: (stage) =>
    strike(stage, async ({ arena }) => {
      const client = await arena.sql();
      const { rows } = await client.query<{ pid: number }>(
        "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and datname = 'orientir' order by pid",
      );
      process.kill(arena.random.pick(rows).pid, "SIGKILL");
      await client.end().catch(() => undefined);
    }),
};

/** The database is told to stop by its administrator; the program starts it again. */
export const restartDatabase: Fault = {
  name: "restart",
  title: "перезапуск базы",
  gentle: true,
  run: (stage) => strike(stage, async ({ arena }) => process.kill((await databaseOf(arena.dataFolder)).pid, "SIGINT")),
};

async function strike(stage: Stage, harm: (stage: Stage) => Promise<unknown>): Promise<void> {
  const { arena, dose, strikes } = stage;
  await arena.start();
  arena.startWriting();
  for (const _ of strikes()) {
    await arena.untilDone(1 + arena.random.int(dose.between));
    await arena.kill(async () => void (await harm(stage)));
  }
}
