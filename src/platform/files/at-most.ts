/** Lets so many works go on at once; whoever comes next waits, in the order of coming, and a work that fails gives its place back. */
export function atMost(most: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (work) => {
    if (busy < most) busy += 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      // the place is handed over, not freed: nobody slips in before whoever waits
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
