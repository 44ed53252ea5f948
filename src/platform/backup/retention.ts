import { madeAtOf } from "./file-name.ts";

/** How many to keep: the newest of each of so many days, weeks and months that have one. */
export interface Keep {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

/** Names of the backups that may go, oldest first. The newest never does; what is no backup's name is left alone. Days are those of UTC. */
export function spentBackups(names: readonly string[], keep: Keep): string[] {
  const backups = names
    .flatMap((name) => {
      const madeAt = madeAtOf(name);
      return madeAt ? [{ name, madeAt }] : [];
    })
    .sort((one, other) => other.madeAt.getTime() - one.madeAt.getTime() || (one.name < other.name ? 1 : -1));
  const kept = new Set(backups.slice(0, 1).map(({ name }) => name));
  const rules: [(at: Date) => string, number][] = [
    [(at) => at.toISOString().slice(0, 10), keep.daily],
    [mondayOf, keep.weekly],
    [(at) => at.toISOString().slice(0, 7), keep.monthly],
  ];
  for (const [spanOf, most] of rules) {
    const spans = new Set<string>();
    for (const { name, madeAt } of backups) {
      if (spans.size < most && !spans.has(spanOf(madeAt))) kept.add(name);
      if (spans.size < most) spans.add(spanOf(madeAt));
    }
  }
  return backups
    .map(({ name }) => name)
    .filter((name) => !kept.has(name))
    .reverse();
}

function mondayOf(at: Date): string {
  const day = new Date(at);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
