import type pg from "pg";
import { heardDuring } from "../test/support/heard-statements.ts";

/** What one request asked the database, in its order. */
export interface AskedStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** asked before what was asked last had been answered */
  readonly together: boolean;
}

/**
 * Runs `work`, one request to a program in this process, and tells the statements of its transaction from its opening to its end; what the
 * program does besides is left out. A reading is ended later, by the next one on its connection: that end counts here. Throws where there
 * was no transaction.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly AskedStatement[]> {
  const heard = await heardDuring(work);
  const asks = heard.find(({ text }) => text.includes("standing("));
  if (!asks) throw new Error("nobody asked who it was");
  const own = heard
    .filter(({ client }) => client === asks.client)
    .map(({ text, values, together }) => ({ text, values, together }));
  const begun = own.findIndex(({ text }) => text.startsWith("start transaction"));
  const ended = own.findIndex(({ text }, at) => at > begun && text === "commit");
  return [...own.slice(begun, ended === -1 ? undefined : ended), { text: "commit", values: [], together: false }];
}

/** Asks the same again, one after another, each planned once; whoever owns the tables asks them past every wall. */
export async function askAgain(client: pg.Client, statements: readonly AskedStatement[]): Promise<void> {
  for (const [at, { text, values }] of statements.entries())
    await client.query(values.length > 0 ? { name: `again-${at}-${text.length}`, text, values: [...values] } : text);
}
