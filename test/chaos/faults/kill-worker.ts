import { launch, type RunningProgram } from "../program.ts";
import type { Fault } from "../fault.ts";

/** Background work is done by processes apart, and they die in the midst of it; the server itself does none. */
export const killWorker: Fault = {
  name: "worker",
  title: "kill -9 фонового процесса",
  async run({ arena, dose, strikes }) {
    await arena.start({ env: { ORIENTIR_WORKER: "apart" } });
    const start = () => launch({ dataFolder: arena.dataFolder, port: arena.port, entry: "worker" });
    let worker: RunningProgram = start();
    arena.startWriting();
    for (const _ of strikes()) {
      await arena.untilDone(1 + arena.random.int(dose.between));
      // in the midst of a job where there is one soon
      await arena.untilSql("select from job_run", 3000);
      await arena.kill(async () => {
        worker.kill("SIGKILL");
        await worker.ended;
        worker = start();
      });
    }
    await arena.stopWriting();
    await arena.settle();
    worker.kill("SIGTERM");
    await worker.ended;
  },
};
