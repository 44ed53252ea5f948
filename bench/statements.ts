import pg from "pg";

/** What one request asked the database, in its order. */
export interface AskedStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Runs `work`, one request to a program in this process, and tells the statements of its transaction; what the program does besides is left
 * out. Throws where there was none.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly AskedStatement[]> {
  const heard: (AskedStatement & { readonly client: pg.Client })[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- put back as it was, and called with the client it was called on
  const { query } = pg.Client.prototype;
  const noting = function (this: pg.Client, asked: unknown, ...rest: unknown[]) {
    const { text, values } = (typeof asked === "string" ? { text: asked } : asked) as Partial<AskedStatement>;
    if (text) heard.push({ client: this, text, values: values ?? (Array.isArray(rest[0]) ? rest[0] : []) });
    return Reflect.apply(query, this, [asked, ...rest]) as unknown;
  };
  pg.Client.prototype.query = noting as unknown as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  const asks = heard.find(({ text }) => text.includes("standing("));
  if (!asks) throw new Error("nobody asked who it was");
  const own = heard.filter(({ client }) => client === asks.client);
  const begun = own.findIndex(({ text }) => text.startsWith("start transaction"));
  const ended = own.findIndex(({ text }, at) => at > begun && text === "commit");
  return own.slice(begun, ended === -1 ? undefined : ended + 1).map(({ text, values }) => ({ text, values }));
}

/** Asks the same again, one after another, each planned once; whoever owns the tables asks them past every wall. */
export async function askAgain(client: pg.Client, statements: readonly AskedStatement[]): Promise<void> {
  for (const [at, { text, values }] of statements.entries())
    await client.query(values.length > 0 ? { name: `again-${at}-${text.length}`, text, values: [...values] } : text);
}
