import type { Fault } from "../fault.ts";
import type { Finding } from "../verify.ts";

/** The service manager asks the server to stop under load: what is under way ends, the rest is asked again, the exit is clean. */
export const gracefulStop: Fault = {
  name: "stop",
  title: "остановка под нагрузкой",
  most: 8,
  async run({ arena, dose, strikes }) {
    const findings: Finding[] = [];
    await arena.start();
    arena.startWriting();
    for (const _ of strikes()) {
      await arena.untilDone(1 + arena.random.int(dose.between));
      arena.program().kill("SIGTERM");
      const begun = Date.now();
      const code = await arena.program().ended;
      const took = (Date.now() - begun) / 1000;
      if (code !== 0 || took > 45)
        findings.push({ harm: "half", what: `остановка: код ${code}, ${took.toFixed(1)} с` });
      await arena.start();
    }
    return findings;
  },
};
