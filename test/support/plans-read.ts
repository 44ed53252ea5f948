import type pg from "pg";
import { heardDuring } from "./heard-statements.ts";

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What a plan of PostgreSQL reads and how. */
export interface Reading {
  readonly table: string;
  /** «Seq Scan», «Index Scan» … */
  readonly how: string;
  /** rows that were met there, those that were left aside too; known where the statement was run */
  readonly met: number | undefined;
  readonly statement: string;
}

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows"?: number;
  readonly "Actual Loops"?: number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

/** Every statement that `work` asks in transactions of the program, with its values, in its order; what works in the background is left out. */
export async function askedBy(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const within = new Set<object>();
  return (await heardDuring(work)).filter(({ client, text }) => {
    if (text.startsWith("start transaction")) within.add(client);
    else if (/^(commit|rollback)$/.test(text)) within.delete(client);
    else return within.has(client);
    return false;
  });
}

/** How PostgreSQL would read each table for these statements, with the role and the reach that they were asked with; `run` reads. */
export async function plannedReadings(
  client: pg.ClientBase,
  statements: readonly Statement[],
  run = false,
): Promise<Reading[]> {
  const found: Reading[] = [];
  await client.query("begin");
  for (const { text, values } of statements) {
    if (/^\s*select set_config/.test(text)) await client.query(text, [...values]);
    else if (/^\s*(select|with)\b/.test(text)) {
      const { rows } = await client.query(`explain (format json, analyze ${run}) ${text}`, [...values]);
      collect(rows[0]["QUERY PLAN"][0].Plan, text, found);
    }
  }
  await client.query("rollback");
  return found;
}

function collect(node: PlanNode, statement: string, found: Reading[]): void {
  const table = node["Relation Name"];
  const { "Actual Rows": rows, "Actual Loops": loops, "Rows Removed by Filter": aside = 0 } = node;
  const met = rows === undefined ? undefined : (rows + aside) * loops!;
  if (table) found.push({ table, how: node["Node Type"], met, statement });
  for (const inner of node.Plans ?? []) collect(inner, statement, found);
}
