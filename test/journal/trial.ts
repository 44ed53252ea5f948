import type pg from "pg";
import type { Finding } from "#platform/journal/finding.ts";
import type { Id } from "#shared/ids.ts";
import { membersOf, SEAL_COLUMNS, type Seal } from "#platform/journal/seal.ts";
import { lineOf, linesOf } from "#platform/journal/seal-file.ts";
import { verifyJournal } from "#platform/journal/verify.ts";
import { randomOf } from "../fuzz/random.ts";
import type { Done, Prey } from "./prey.ts";
import { TAMPERINGS } from "./tamperings.ts";

export interface Missed {
  readonly run: number;
  readonly kind: string;
  readonly what: string;
  readonly findings: readonly Finding[];
}

export interface Trial {
  readonly runs: number;
  readonly located: number;
  /** located of tried, by the kind of tampering */
  readonly byKind: ReadonlyMap<string, readonly [located: number, tried: number]>;
  readonly missed: readonly Missed[];
}

/**
 * Tampers with the journal as often as asked, as somebody with every right in the database, and asks the verifier each time; nothing of
 * it stays. Located: the verifier names the very row, seal, line or value. The journal is found whole before, between and after.
 */
export async function tamperTrial(client: pg.PoolClient, runs: number, seed: number): Promise<Trial> {
  const random = randomOf(seed);
  const byKind = new Map<string, [number, number]>();
  const missed: Missed[] = [];
  const kinds = Object.keys(TAMPERINGS);
  const prey = await preyOf(client, random);
  const outside = prey.seals.map(lineOf);
  for (let run = 0; run < runs; run += 1) {
    if (run % 100 === 0) await requireWhole(client, outside);
    const kind = kinds[run % kinds.length]!;
    await client.query("begin");
    let done: Done;
    let findings: readonly Finding[];
    try {
      done = await TAMPERINGS[kind]!(prey);
      ({ findings } = await verifyJournal(client, linesOf((done.lines ?? outside).join(""))));
    } finally {
      await client.query("rollback");
    }
    const [located, tried] = byKind.get(kind) ?? [0, 0];
    const named = done.named(findings);
    byKind.set(kind, [located + (named ? 1 : 0), tried + 1]);
    if (!named) missed.push({ run, kind, what: done.what, findings });
  }
  await requireWhole(client, outside);
  return { runs, located: runs - missed.length, byKind, missed };
}

async function requireWhole(client: pg.PoolClient, outside: readonly string[]): Promise<void> {
  const { findings } = await verifyJournal(client, linesOf(outside.join("")));
  if (findings.length > 0)
    throw new Error(`the journal is not whole before it is touched: ${JSON.stringify(findings[0])}`);
}

async function preyOf(client: pg.PoolClient, random: Prey["random"]): Promise<Prey> {
  const ids = async (text: string) => (await client.query<{ id: Id }>(text)).rows.map(({ id }) => id);
  const seals = (await client.query<Seal>(`select ${SEAL_COLUMNS} from journal_seal order by no`)).rows;
  const prey = {
    ask: client,
    random,
    seals,
    rows: seals.flatMap((seal) => membersOf(seal).map(({ id }) => id)),
    waiting: await ids("select journal_id as id from journal_unsealed order by 1"),
    personal: await ids("select id from journal_personal order by 1"),
    origins: await ids(
      "select distinct origin_id as id from journal join journal_origin o on o.id = origin_id order by 1",
    ),
  };
  const poor = Object.entries(prey).find(([, value]) => Array.isArray(value) && value.length < 3);
  if (poor) throw new Error(`a trial needs a richer journal: ${poor[0]}`);
  return prey;
}
