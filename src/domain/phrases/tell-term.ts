import type { Phase, TermReading } from "./term.ts";

function tellPhase({ kind, freq, windows }: Phase): string {
  const spans = windows.map(({ from, to, named }) => {
    const days = from === null && to === null ? "" : from === to ? `${to}` : `${from ?? ""}..${to ?? ""}`;
    return [days, named].filter(Boolean).join("@");
  });
  return [kind, freq, spans.join(",")].filter(Boolean).join(" ");
}

/**
 * A reading in one line of notation, for tables of cases: «yearly 12-01..01-31,05-01..05-31», phases parted by « + »,
 * the unused words after « ? ».
 */
export function tellTerm({ phases, rest }: Pick<TermReading, "phases" | "rest">): string {
  return phases.map(tellPhase).join(" + ") + (rest ? ` ? ${rest}` : "");
}
