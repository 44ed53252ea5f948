import type { Finding, Harm } from "./verify.ts";

export interface Verdict {
  readonly title: string;
  readonly done: number;
  readonly kills: number;
  /** asked for again under their key after a kill: what had no answer, and what had one and was to get the same */
  readonly again: { readonly unanswered: number; readonly answered: number };
  readonly findings: readonly Finding[];
  /** seconds, of each kill */
  readonly recoveries: readonly number[];
  /** what the fault tells of itself */
  readonly notes: readonly string[];
  /** last words of the program */
  readonly said: readonly string[];
  /** seconds, the longest; undefined where nothing had to recover */
  readonly recovery: number | undefined;
}

const HARMS: readonly Harm[] = ["lost", "duplicated", "half", "unreadable"];
/** A crash is over when a write is acknowledged again within so many seconds. */
export const isGood = ({ findings, recovery }: Verdict, mostRecovery: number): boolean =>
  findings.length === 0 && (recovery === undefined || recovery <= mostRecovery);

/** Half of them, nine of ten, the longest. */
export function summaryOf(recoveries: readonly number[]): string {
  const sorted = [...recoveries].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1);
  return `половина до ${at(0.5)} с, девять из десяти до ${at(0.9)} с, самое долгое ${at(1)} с`;
}

/** The table of verdicts: a line a fault and their sum. */
export function tableOf(verdicts: readonly Verdict[]): string {
  const head = ["сбой", "подтверждено", "убийств", "потеряно", "задвоено", "половин", "нечитаемо", "до записи, с"];
  const lineOf = ({ title, done, kills, findings, recovery }: Verdict) => [
    title,
    String(done),
    String(kills),
    ...HARMS.map((harm) => String(findings.filter((one) => one.harm === harm).length)),
    recovery === undefined ? "–" : recovery.toFixed(1),
  ];
  const recoveries = verdicts.flatMap(({ recovery }) => recovery ?? []);
  const sum: Verdict = {
    title: "всего",
    done: verdicts.reduce((total, one) => total + one.done, 0),
    kills: verdicts.reduce((total, one) => total + one.kills, 0),
    again: { unanswered: 0, answered: 0 },
    findings: verdicts.flatMap((one) => one.findings),
    recoveries,
    notes: [],
    said: [],
    recovery: recoveries.length > 0 ? Math.max(...recoveries) : undefined,
  };
  const lines = [head, ...verdicts.map(lineOf), lineOf(sum)];
  const widths = head.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  return lines
    .map((line) =>
      line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join("  "),
    )
    .join("\n");
}
