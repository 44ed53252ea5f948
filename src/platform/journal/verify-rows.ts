import type pg from "pg";
import type { Id } from "#shared/ids.ts";
import type { Finding } from "./finding.ts";
import { AT_TEXT, rowHash, type RowText } from "./row-text.ts";
import { membersOf, type Seal } from "./seal.ts";

/** A transaction of the owner of the tables. */
export type Ask = Pick<pg.PoolClient, "query">;

/** What rows vouch for that lies in other tables. */
export interface Vouched {
  /** by the identifier of the personal value */
  readonly personal: ReadonlyMap<
    Id,
    { readonly row: Id; readonly person: Id; readonly before: string | null; readonly after: string | null }
  >;
  /** by the identifier of the origin: the first row that names it and whose act that was (null: nobody was signed in yet) */
  readonly origins: ReadonlyMap<Id, { readonly row: Id; readonly person: Id | null }>;
  /** people whose values were erased, each by the identifier of the last note of it */
  readonly erased: ReadonlyMap<Id, Id>;
}

/** The action under which an erasure of a person's values is noted: what it names may be missing. */
export const ERASURE = "person.erase-values";
/** Actions that note an erasure: by itself, or as a part of destroying all that is held of a person. */
const ERASURES: readonly string[] = [ERASURE, "person.destroy"];

interface Row extends RowText {
  readonly detail: string;
  readonly changes: string;
  readonly hash: string;
}

const PAGE = 2000;

/** Holds every row against its seal, or against the queue where it waits for one. */
export async function verifyRows(ask: Ask, trusted: readonly Seal[]) {
  const sealed = new Map<Id, { readonly hash: string; readonly seal: number }>();
  for (const seal of trusted) for (const { id, hash } of membersOf(seal)) sealed.set(id, { hash, seal: seal.no });
  const queued = await ask.query<{ id: Id; hash: string }>(
    "select journal_id as id, encode(hash, 'hex') as hash from journal_unsealed",
  );
  const waiting = new Map(queued.rows.map(({ id, hash }) => [id, hash]));
  const findings: Finding[] = [];
  const personal = new Map<Id, { row: Id; person: Id; before: string | null; after: string | null }>();
  const origins = new Map<Id, { row: Id; person: Id | null }>();
  const erased = new Map<Id, Id>();
  let rows = 0;
  for await (const row of allRows(ask)) {
    rows += 1;
    const known = sealed.get(row.id);
    const wanted = known?.hash ?? waiting.get(row.id);
    const content = rowHash(row, row.detail, row.changes).toString("hex");
    if (wanted === undefined) findings.push({ kind: "row-inserted", row: row.id });
    else if (content !== wanted || row.hash !== wanted)
      findings.push({ kind: "row-changed", row: row.id, seal: known?.seal ?? null });
    if (known && waiting.has(row.id)) findings.push({ kind: "queue-changed", row: row.id });
    sealed.delete(row.id);
    waiting.delete(row.id);
    // a row that is not as it was written vouches for nothing
    if (content !== wanted) continue;
    for (const one of maskedOf(row)) personal.set(one.personal, { ...one, row: row.id, person: one.personOf });
    if (row.origin_id && !origins.has(row.origin_id))
      origins.set(row.origin_id, { row: row.id, person: row.person_id });
    if (ERASURES.includes(row.action) && row.subject_id) erased.set(row.subject_id, row.id);
  }
  for (const [id, { seal }] of sealed) findings.push({ kind: "row-removed", row: id, seal });
  for (const id of waiting.keys()) if (!sealed.has(id)) findings.push({ kind: "row-removed", row: id, seal: null });
  const vouched: Vouched = { personal, origins, erased };
  return { rows, waiting: queued.rows.length, findings, vouched };
}

async function* allRows(ask: Ask): AsyncGenerator<Row> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await ask.query<Row>(
      `select id, territory_id, ${AT_TEXT} as at, person_id, actor, action, subject_kind, subject_id, subject_key, programme_id, origin_id,
         detail::text as detail, changes::text as changes, encode(hash, 'hex') as hash
       from journal where id > $1 order by id limit ${PAGE}`,
      [after],
    );
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}

interface Masked {
  readonly personal: Id;
  readonly personOf: Id;
  readonly before: string | null;
  readonly after: string | null;
}

function maskedOf({ changes }: Row): Masked[] {
  if (!changes.includes('"personal"')) return [];
  return (JSON.parse(changes) as Partial<Masked>[]).filter(
    (one): one is Masked => typeof one.personal === "string" && typeof one.personOf === "string",
  );
}
