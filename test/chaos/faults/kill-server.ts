import type { Fault } from "../fault.ts";

/** The server dies at any instant, as by the out-of-memory killer, and a service manager starts it again at once. */
export const killServer: Fault = {
  name: "server",
  title: "kill -9 сервера",
  async run({ arena, dose }) {
    await arena.start();
    arena.startWriting();
    for (let strike = 0; strike < dose.strikes; strike += 1) {
      await arena.untilDone(1 + arena.random.int(dose.between));
      await arena.kill(async () => {
        arena.program().kill("SIGKILL");
        await arena.program().ended;
        await arena.start();
      });
    }
  },
};
