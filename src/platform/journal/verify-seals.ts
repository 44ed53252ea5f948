import type { Finding } from "./finding.ts";
import { BEGINNING, sealHash, type Seal } from "./seal.ts";
import type { Line } from "./seal-file.ts";

export interface SealsFound {
  /** the seals to hold rows against: as they stand outside, else as they stand in the database */
  readonly trusted: readonly Seal[];
  /** seals that can be read outside */
  readonly outside: number;
  readonly findings: readonly Finding[];
}

/** Holds the seals of the database against the record outside it, each against its own content and against the one before. */
export function verifySeals(stored: readonly Seal[], lines: readonly Line[]): SealsFound {
  const outside = new Map<number, Seal>();
  const findings: Finding[] = [];
  lines.forEach((one, at) => {
    const { line, text, seal } = one;
    if (!seal) {
      // cut short by a crash: the whole of it was written right after
      if (text === "" || !lines[at + 1]?.text.startsWith(text)) findings.push({ kind: "line-broken", line });
    } else if (sealHash(seal) !== seal.hash) findings.push({ kind: "line-changed", line, seal: seal.no });
    else {
      const told = outside.get(seal.no);
      if (told && told.hash !== seal.hash) findings.push({ kind: "seal-rewritten", seal: seal.no });
      outside.set(seal.no, seal);
    }
  });
  const inside = new Map(stored.map((seal) => [seal.no, seal]));
  const last = Math.max(0, ...inside.keys(), ...outside.keys());
  const trusted: Seal[] = [];
  for (let no = 1; no <= last; no += 1) {
    const kept = inside.get(no);
    const told = outside.get(no);
    if (!kept) findings.push({ kind: "seal-removed", seal: no });
    if (!told) findings.push({ kind: "seal-not-outside", seal: no });
    if (kept && (sealHash(kept) !== kept.hash || (told && !same(kept, told)) || !follows(kept, inside, outside)))
      findings.push({ kind: "seal-changed", seal: no });
    if (told && !follows(told, outside, outside)) findings.push({ kind: "seal-rewritten", seal: no });
    if (told ?? kept) trusted.push((told ?? kept)!);
  }
  return { trusted, outside: outside.size, findings };
}

/** Whether a seal is bound to the one before it, where that one is known. */
function follows({ no, previous }: Seal, beside: ReadonlyMap<number, Seal>, else_: ReadonlyMap<number, Seal>): boolean {
  if (no === 1) return previous === BEGINNING;
  const before = beside.get(no - 1) ?? else_.get(no - 1);
  return !before || before.hash === previous;
}

const same = (one: Seal, other: Seal): boolean =>
  one.hash === other.hash && one.at === other.at && one.rows === other.rows && one.members.equals(other.members);
