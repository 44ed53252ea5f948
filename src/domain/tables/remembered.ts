const MOST = 4096;
const memories: Map<string, unknown>[] = [];

/**
 * A pure function of a text that keeps its answers while one document is read: its words are asked about again and again, row after row.
 */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  memories.push(known);
  return (text) => {
    const told = known.get(text);
    if (told !== undefined || known.has(text)) return told!;
    if (known.size >= MOST) known.clear();
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}

/** A document begins: nothing is known of the one before. */
export function forget(): void {
  for (const one of memories) one.clear();
}
