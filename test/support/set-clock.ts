import { localDateAt, type LocalDate } from "#shared/local-date.ts";
import type { World } from "./world.ts";

/** The product's clock stands at the instant from now on. */
export function setClock({ program }: World, at: string): void {
  const now = new Date(at);
  const clock = program.clock as { now(): Date; today(zone: string): LocalDate };
  clock.now = () => now;
  clock.today = (zone) => localDateAt(now, zone);
}

/** Pauses of waiting jobs are over, whatever they were to wait for. */
export async function hurryJobs({ rows, program }: World): Promise<void> {
  await rows("update pgboss.job set start_after = now() where state in ('created', 'retry')");
  program.jobs.wake(["notice-letter", "letter-send", "reminder-round"]);
}

/** All background work done, also what the work itself asks to be done after a pause. */
export async function settledAtOnce(world: World): Promise<void> {
  for (;;) {
    const [left] = await world.rows<{ waiting: number; delayed: number }>(
      `select count(*)::int as waiting, (count(*) filter (where start_after > now()))::int as delayed
       from pgboss.job where state in ('created', 'active', 'retry') and name not like '\\_\\_%'`,
    );
    if (left!.waiting === 0) return;
    if (left!.delayed > 0) await hurryJobs(world);
    else world.program.jobs.wake(["obligation-replan", "obligation-replan-territory", "notice-letter", "letter-send"]);
    await new Promise((wait) => setTimeout(wait, 20));
  }
}
