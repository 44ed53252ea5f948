import type { Id } from "#shared/ids.ts";
import { AT_TEXT, rowHash, type RowText } from "#platform/journal/row-text.ts";
import { makeSeal, membersOf, SEAL_COLUMNS, type Member, type Seal } from "#platform/journal/seal.ts";
import type { Ask } from "#platform/journal/verify-rows.ts";
import type { Prey } from "./prey.ts";

async function contentHash(ask: Ask, id: Id): Promise<string> {
  const { rows } = await ask.query<RowText & { detail: string; changes: string }>(
    `select id, territory_id, ${AT_TEXT} as at, person_id, actor, action, subject_kind, subject_id, subject_key, programme_id, origin_id,
       detail::text as detail, changes::text as changes from journal where id = $1`,
    [id],
  );
  return rowHash(rows[0]!, rows[0]!.detail, rows[0]!.changes).toString("hex");
}

/** Gives a changed row the hash of its content. */
export async function rehash(ask: Ask, id: Id): Promise<string> {
  const hash = await contentHash(ask, id);
  await ask.query("update journal set hash = decode($2, 'hex') where id = $1", [id, hash]);
  return hash;
}

/** Rewrites the seals of the database from one on, so that all of them agree again: whoever has the database can do that. */
export async function reseal(ask: Ask, from: number, members: (seal: Seal) => Member[]): Promise<void> {
  const { rows } = await ask.query<Seal>(`select ${SEAL_COLUMNS} from journal_seal order by no`);
  let previous = rows.filter(({ no }) => no < from).at(-1);
  for (const one of rows.filter(({ no }) => no >= from)) {
    const kept = members(one);
    if (kept.length === 0) {
      await ask.query("delete from journal_seal where no = $1", [one.no]);
      continue;
    }
    const made = makeSeal(previous ?? undefined, one.at, kept);
    await ask.query("delete from journal_seal where no = $1", [one.no]);
    await put(ask, made);
    previous = made;
  }
}

/** Puts a seal into the database. */
export function put(ask: Ask, { no, at, previous, rows, members, hash }: Seal) {
  return ask.query(
    "insert into journal_seal (no, at, previous, rows, members, hash) values ($1, $2, decode($3, 'hex'), $4, $5, decode($6, 'hex'))",
    [no, at, previous, rows, members, hash],
  );
}

/** The seal that covers a row. */
export const sealOf = ({ seals }: Prey, id: Id): Seal | undefined =>
  seals.find((one) => membersOf(one).some((member) => member.id === id));
