import type { FaultKind } from "./judge-answer.ts";

/** What a part of the run counted. */
export interface Tally {
  readonly part: string;
  readonly seed: number;
  readonly kinds: ReadonlyMap<string, number>;
  readonly faults: readonly {
    readonly kind: FaultKind | "живая формула" | "живое содержимое";
    readonly what: string;
  }[];
  /** `tries`: how many tries of N this answer stands for */
  count(kind: string, status: number, milliseconds: number, tries?: number): void;
  fault(kind: Tally["faults"][number]["kind"], what: string): void;
  statuses(): string;
  /** the line of the verdict */
  verdict(crashes: number): string;
  holds(crashes: number): boolean;
}

export function makeTally(part: string, seed: number): Tally {
  const begun = performance.now();
  const kinds = new Map<string, number>();
  const byStatus = new Map<number, number>();
  const faults: Tally["faults"][number][] = [];
  let done = 0;
  let slowest = 0;
  const of = (kind: string) => faults.filter((one) => one.kind === kind).length;
  return {
    part,
    seed,
    kinds,
    faults,
    count(kind, status, milliseconds, tries = 1) {
      done += tries;
      slowest = Math.max(slowest, milliseconds);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    },
    fault: (kind, what) => void faults.push({ kind, what }),
    statuses: () =>
      [...byStatus]
        .sort((one, other) => other[1] - one[1])
        .map(([status, count]) => `${status} × ${count}`)
        .join(", "),
    verdict: (crashes) =>
      `${part}: N = ${done}, падений ${crashes}, ответов 500: ${of("500")}, зависаний ${of("зависание")}, живых ${of("живая формула") + of("живое содержимое")}, обрывов ${of("обрыв")}, не по договору ${of("не по договору")}; самый долгий ответ ${Math.round(slowest)} мс, зерно ${seed}, ${Math.round((performance.now() - begun) / 1000)} с`,
    holds: (crashes) => crashes === 0 && faults.length === 0,
  };
}
