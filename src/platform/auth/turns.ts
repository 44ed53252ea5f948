/**
 * Lets those of one key through one after another with a pause between, for guessing that comes in a crowd. Returns false at once where
 * too many wait already. Each copy of the program keeps its own turns: they slow, they count nothing.
 */
export function makeTurns(pauseMs: number, most: number): (key: string) => Promise<boolean> {
  const queues = new Map<string, { last: Promise<void>; waiting: number }>();
  return async (key) => {
    const queue = queues.get(key) ?? { last: Promise.resolve(), waiting: 0 };
    if (queue.waiting >= most) return false;
    queues.set(key, queue);
    queue.waiting += 1;
    queue.last = queue.last.then(() => new Promise((done) => setTimeout(done, pauseMs)));
    await queue.last;
    queue.waiting -= 1;
    if (queue.waiting === 0) queues.delete(key);
    return true;
  };
}
