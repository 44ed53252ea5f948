import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { Writable } from "node:stream";
import { quoted, type TableShape } from "./tables.ts";

const listed = (columns: readonly string[], prefix = "") => columns.map((column) => prefix + quoted(column)).join(", ");

/** The rows of a table as COPY's text, in order of the key, as the transaction of `client` sees them. */
export async function* copyOut(client: ClientBase, { name, columns, order }: TableShape): AsyncGenerator<Buffer> {
  const rows = client.query(
    copyTo(`copy (select ${listed(columns, "t.")} from public.${quoted(name)} t order by ${order}) to stdout`),
  );
  for await (const chunk of rows) yield chunk as Buffer;
}

/** Opens the way in for COPY's text; ended by the caller. Nothing of it stays where the transaction is rolled back. */
export function copyIn(client: ClientBase, name: string, columns: readonly string[]): Writable {
  return client.query(copyFrom(`copy public.${quoted(name)} (${listed(columns)}) from stdin`));
}

/** Number of rows and SHA-256 of their text: equal where the rows are. */
export async function digestOf(client: ClientBase, table: TableShape): Promise<{ rows: number; sha256: string }> {
  const digest = rowDigest();
  for await (const chunk of copyOut(client, table)) digest.add(chunk);
  return digest.done();
}

/** Counts rows and hashes their text, piece by piece: in COPY's text a row ends with a line feed, and no value holds one. */
export function rowDigest() {
  const hash = createHash("sha256");
  let rows = 0;
  let bytes = 0;
  return {
    add(chunk: Buffer) {
      hash.update(chunk);
      bytes += chunk.length;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1;
    },
    done: () => ({ rows, bytes, sha256: hash.digest("hex") }),
  };
}
