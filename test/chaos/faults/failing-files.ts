import type { Fault } from "../fault.ts";
import type { Finding } from "../verify.ts";

const CODES = ["EIO", "ENOSPC"] as const;
/** beyond this a run writes more files than one round ever did: the counting itself would be broken */
const MOST = 60;

/** The n-th write, fsync or rename of the program fails, for n = 1, 2, … until none is left to fail, in work and at the start. */
export const failingFiles: Fault = {
  name: "files",
  title: "n-я запись, fsync, rename с ошибкой",
  async run({ arena, dose }) {
    const findings: Finding[] = [];
    for (const code of CODES) {
      for (let failAt = 1; failAt <= MOST; failAt += 1) {
        await arena.startOrFail({
          shims: ["failing-files"],
          env: { CHAOS_FAIL_AT: String(failAt), CHAOS_FAIL_CODE: code },
        });
        const fired = await arena.program().ask<{ fired: boolean }>({ ask: true });
        arena.program().kill("SIGTERM");
        await arena.program().ended;
        if (fired && !fired.fired) break;
        if (failAt === MOST) findings.push({ harm: "half", what: `запуск: записей больше ${MOST}` });
      }
      await arena.start({ shims: ["failing-files"] });
      for (let failAt = 1; failAt <= MOST; failAt += 1) {
        arena.program().tell({ failAt, code });
        await arena.oneRound();
        const said = await arena.program().ask<{ fired: boolean }>({ ask: true });
        arena.program().tell({ failAt: 0 });
        if (!said?.fired) break;
        if (failAt === MOST) findings.push({ harm: "half", what: `работа: записей больше ${MOST}` });
      }
      arena.program().kill("SIGTERM");
      await arena.program().ended;
    }
    await arena.start();
    void dose;
    return findings;
  },
};
