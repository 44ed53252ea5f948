import pg from "pg";

/** A statement as it was sent, and the connection it went by. */
export interface HeardStatement {
  readonly client: object;
  readonly text: string;
  readonly values: readonly unknown[];
  /** asked before what was asked last on its connection had been answered */
  readonly together: boolean;
}

/** Everything that this process asks of its databases while `work` runs, in its order. One at a time. */
export async function heardDuring(work: () => Promise<unknown>): Promise<readonly HeardStatement[]> {
  const heard: HeardStatement[] = [];
  const unanswered = new Map<pg.Client, number>();
  const counted = (client: pg.Client, by: number) => unanswered.set(client, (unanswered.get(client) ?? 0) + by);
  // oxlint-disable-next-line typescript/unbound-method -- put back as it was, and called with the client it was called on
  const { query } = pg.Client.prototype;
  const noting = function (this: pg.Client, asked: unknown, ...rest: unknown[]) {
    const { text, values } = (typeof asked === "string" ? { text: asked } : asked) as Partial<HeardStatement>;
    const together = (unanswered.get(this) ?? 0) > 0;
    if (text) heard.push({ client: this, text, values: values ?? (Array.isArray(rest[0]) ? rest[0] : []), together });
    const answer = Reflect.apply(query, this, [asked, ...rest]) as unknown;
    if (answer instanceof Promise) {
      counted(this, 1);
      const answered = () => void counted(this, -1);
      void answer.then(answered, answered);
    }
    return answer;
  };
  pg.Client.prototype.query = noting as unknown as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return heard;
}
