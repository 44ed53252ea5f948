/** Queues a job in the transaction of the write that asks for it. A job is never left out for one like it that waits: that one may run before this write is committed. */
export type SendJob = (
  queue: string,
  data: Readonly<Record<string, unknown>>,
  options?: { afterSeconds?: number },
) => Promise<void>;
