/** The name that differs least, where it differs by three signs at most: what a misspelt one was meant to be. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const near = names.map((known) => ({ known, apart: distance(name, known) })).sort((a, b) => a.apart - b.apart)[0];
  return near && near.apart <= 3 ? near.known : undefined;
}

/** Levenshtein's distance: how many signs are put in, taken out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
