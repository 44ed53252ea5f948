/** At most so many of them, evenly from the first to the last. */
export function evenly<Value>(values: readonly Value[], most: number): readonly Value[] {
  const step = Math.max(1, values.length / most);
  return Array.from({ length: Math.min(values.length, most) }, (_, at) => values[Math.floor(at * step)]!);
}
