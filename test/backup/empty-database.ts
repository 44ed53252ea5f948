import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { withDatabase } from "../support/server-setup.ts";

/** The server's own database, past any pooler. */
export const direct = (): string => withDatabase(inject("directTemplateUrl"), "postgres");

/** Creates an empty database and returns its address; `dropDatabase` is the caller's. */
export async function emptyDatabase(owner?: string): Promise<string> {
  const name = `orientir_restore_${randomBytes(6).toString("hex")}`;
  await asking(direct(), (ask) => ask(`create database ${name} ${owner ? `owner ${owner}` : ""} template template0`));
  return withDatabase(direct(), name);
}

export const dropDatabase = (url: string): Promise<unknown> =>
  asking(direct(), (ask) => ask(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`));

/** Asks a database over a connection of its own. */
export async function asking<T>(url: string, work: (ask: (text: string) => Promise<any[]>) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(async (text) => (await client.query(text)).rows);
  } finally {
    await client.end();
  }
}
