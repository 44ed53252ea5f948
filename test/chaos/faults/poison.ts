import { makeId } from "#shared/ids.ts";
import type { Fault } from "../fault.ts";
import type { Finding } from "../verify.ts";

/** A job that fails every time: it is laid before the administrator, those behind it in the same queue are done meanwhile. */
export const poisonJob: Fault = {
  name: "poison",
  title: "ядовитая работа в очереди",
  async run({ arena }) {
    const findings: Finding[] = [];
    await arena.start();
    const client = await arena.sql();
    const { territoryId } = arena.district;
    const poison = ["import-read", "obligation-replan"];
    for (const queue of poison)
      await client.query(
        `insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, expire_in, policy, keep_until)
         values ($1, $2, 3, 1, true, interval '5 minutes', 'standard', now() + interval '14 days')`,
        [queue, JSON.stringify({ territoryId, importId: "яд", programmeId: makeId().slice(1) })],
      );
    arena.startWriting();
    await arena.untilDone(120);
    await arena.stopWriting();
    await arena.settle();
    const { rows } = await client.query("select queue, reason from dead_job order by queue");
    await client.end();
    const laid = rows.map((row) => `${row.queue} ${row.reason}`).join(", ");
    if (laid !== poison.map((queue) => `${queue} failed`).join(", "))
      findings.push({ harm: "lost", what: `перед администратором: ${laid || "ничего"}` });
    return findings;
  },
};
