import type { Fault } from "../fault.ts";

/** The server dies at any instant, as by the out-of-memory killer, and a service manager starts it again at once. */
export const killServer: Fault = {
  name: "server",
  title: "kill -9 сервера",
  async run({ arena, dose, strikes }) {
    await arena.start();
    arena.startWriting();
    for (const _ of strikes()) {
      await arena.untilDone(1 + arena.random.int(dose.between));
      await arena.kill(async () => {
        arena.program().kill("SIGKILL");
        await arena.program().ended;
        await arena.start();
      });
    }
  },
};
