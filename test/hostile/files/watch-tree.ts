import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** What was seen of a process and all that it started; memory in MiB, shared pages counted in each of them. */
export interface TreeSeen {
  readonly server: number;
  readonly tree: number;
  /** names of the programs that ran */
  readonly programs: ReadonlySet<string>;
  stop(): void;
}

const EVERY_MS = 250;

/** Watches the process and its descendants until stopped; Linux alone tells of them. */
export function watchTree(pid: () => number): TreeSeen {
  const seen = { server: 0, tree: 0, programs: new Set<string>() };
  const look = () => {
    const children = new Map<number, number[]>();
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const parent = Number(/\) \S (\d+)/.exec(said(`/proc/${name}/stat`))?.[1] ?? 0);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    }
    let whole = 0;
    const open = [pid()];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      const memory = Number(/^VmRSS:\s+(\d+)/m.exec(said(`/proc/${one}/status`))?.[1] ?? 0) / 1024;
      if (one === pid()) seen.server = Math.max(seen.server, memory);
      whole += memory;
      const program = linked(`/proc/${one}/exe`);
      if (program) seen.programs.add(program);
      open.push(...(children.get(one) ?? []));
    }
    seen.tree = Math.max(seen.tree, whole);
  };
  const clock = setInterval(look, EVERY_MS);
  return Object.assign(seen, { stop: () => clearInterval(clock) });
}

/** it may end while it is looked at */
function said(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function linked(path: string): string | undefined {
  try {
    return readlinkSync(path).split("/").at(-1);
  } catch {
    return undefined;
  }
}
