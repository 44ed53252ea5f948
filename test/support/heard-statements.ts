import pg from "pg";

/** A statement as it was sent, and the connection it went by. */
export interface HeardStatement {
  readonly client: object;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Everything that this process asks of its databases while `work` runs, in its order. One at a time. */
export async function heardDuring(work: () => Promise<unknown>): Promise<readonly HeardStatement[]> {
  const heard: HeardStatement[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- put back as it was, and called with the client it was called on
  const { query } = pg.Client.prototype;
  const noting = function (this: pg.Client, asked: unknown, ...rest: unknown[]) {
    const { text, values } = (typeof asked === "string" ? { text: asked } : asked) as Partial<HeardStatement>;
    if (text) heard.push({ client: this, text, values: values ?? (Array.isArray(rest[0]) ? rest[0] : []) });
    return Reflect.apply(query, this, [asked, ...rest]) as unknown;
  };
  pg.Client.prototype.query = noting as unknown as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return heard;
}
