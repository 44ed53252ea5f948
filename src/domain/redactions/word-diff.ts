/** A stretch of text that stands in both redactions, or in one of them. */
export interface WordStretch {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

const TOKEN = /[\p{L}\p{M}\p{N}]+|\s|[^\p{L}\p{M}\p{N}\s]/gu;
const HAS_WORD = /[\p{L}\p{N}]/u;

/** Above this many cells of comparison (two texts of 2,000 words) nothing is looked for inside what differs. */
const MOST_CELLS = 16_000_000;

/**
 * Which words of a text were taken away and which put in, as a careful hand would mark them: whole words, what is removed before what is
 * added. White space is folded. «same» and «removed» make the old text, «same» and «added» the new one.
 */
export function diffWords(before: string, after: string): WordStretch[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const inner = diffTokens(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const same = (tokens: readonly string[]): WordStretch => ({ kind: "same", text: tokens.join("") });
  const whole = [same(old.slice(0, start)), ...inner, same(old.slice(old.length - end))];
  return joined(withoutIslands(joined(whole)));
}

function wordsOf(text: string): string[] {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().match(TOKEN) ?? [];
}

/** Longest common words, told as stretches. */
function diffTokens(old: readonly string[], now: readonly string[]): WordStretch[] {
  const stretches: WordStretch[] = [];
  const width = now.length + 1;
  if (old.length * now.length > MOST_CELLS)
    return [
      { kind: "removed", text: old.join("") },
      { kind: "added", text: now.join("") },
    ];
  // longest[i, j]: how many words the rests from i and from j share
  const longest = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        old[i] === now[j]
          ? longest[(i + 1) * width + j + 1]! + weightOf(old[i]!)
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      stretches.push({ kind: "same", text: old[i]! });
      i += 1;
      j += 1;
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
      stretches.push({ kind: "removed", text: old[i++]! });
    else stretches.push({ kind: "added", text: now[j++]! });
  }
  stretches.push({ kind: "removed", text: old.slice(i).join("") }, { kind: "added", text: now.slice(j).join("") });
  return stretches;
}

/** A shared word is worth more than the spaces and commas between words. */
function weightOf(token: string): number {
  return HAS_WORD.test(token) ? 8 : 1;
}

/** A space or a comma alone between two changes changes with them: marks that jump over every space are not read. */
function withoutIslands(stretches: readonly WordStretch[]): WordStretch[] {
  return stretches.flatMap((stretch, at) => {
    const [previous, next] = [stretches[at - 1], stretches[at + 1]];
    const isIsland = stretch.kind === "same" && !HAS_WORD.test(stretch.text) && previous && next;
    if (!isIsland) return [stretch];
    // between a removal alone and an addition alone the space belongs to both texts as it is
    return [
      { kind: "removed" as const, text: stretch.text },
      { kind: "added" as const, text: stretch.text },
    ];
  });
}

/** Neighbours of one kind together, in a run of changes all removals before all additions, nothing empty. */
function joined(stretches: readonly WordStretch[]): WordStretch[] {
  const out: WordStretch[] = [];
  let [removed, added] = ["", ""];
  const flush = () => {
    if (removed !== "") out.push({ kind: "removed", text: removed });
    if (added !== "") out.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const { kind, text } of stretches) {
    if (text === "") continue;
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.kind === "same") out[out.length - 1] = { kind, text: last.text + text };
      else out.push({ kind, text });
    }
  }
  flush();
  return out;
}
