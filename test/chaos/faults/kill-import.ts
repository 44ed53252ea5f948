import type { Fault } from "../fault.ts";

/** The server dies while it reads a document: the reading begins again and ends once. */
export const killImport: Fault = {
  name: "import",
  title: "kill -9 во время чтения документа",
  async run({ arena, dose, strikes }) {
    await arena.start();
    arena.startWriting();
    for (const _ of strikes()) {
      await arena.untilDone(1 + arena.random.int(dose.between));
      await arena.untilSql("select from pgboss.job where name = 'import-read' and state = 'active'", 20_000);
      await arena.kill(async () => {
        arena.program().kill("SIGKILL");
        await arena.program().ended;
        await arena.start();
      });
    }
  },
};
