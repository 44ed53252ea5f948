import { freePort, launch } from "../program.ts";
import type { Fault } from "../fault.ts";
import type { Finding } from "../verify.ts";

/** A second program on the same data folder is turned away with a sentence, and the first goes on unharmed. */
export const secondProcess: Fault = {
  name: "second",
  title: "вторая программа на той же папке",
  most: 8,
  async run({ arena, strikes }) {
    const findings: Finding[] = [];
    await arena.start();
    arena.startWriting();
    for (const _ of strikes()) {
      await arena.untilDone(10);
      const second = launch({ dataFolder: arena.dataFolder, port: await freePort() });
      const code = await second.ended;
      if (code !== 1 || !second.said.some((line) => line.includes("занята другой запущенной копией")))
        findings.push({ harm: "half", what: `вторая программа: ${code}, ${second.said.join(" ")}` });
      await arena.untilDone(10);
    }
    return findings;
  },
};
