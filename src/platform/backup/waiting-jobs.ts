import type { ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { quoted, type TableShape } from "./tables.ts";

/**
 * Jobs that wait, as rows of the table they travel in: asked for and not done, those between two tries and those being done too (a handler
 * may run twice). Those brought by an earlier restore and not taken up yet travel on.
 */
export async function waitingJobRows(client: ClientBase, { name, order }: TableShape): Promise<AsyncIterable<Buffer>> {
  const { rows } = await client.query("select to_regclass('pgboss.job') is not null as known");
  const waiting = rows[0].known
    ? `union all select id, name, data, start_after from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%'`
    : "";
  return client.query(
    copyTo(
      `copy (select * from (select id, queue, data, start_after from public.${quoted(name)} ${waiting}) t order by ${order}) to stdout`,
    ),
  );
}
