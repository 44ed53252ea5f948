import type { Finding, Verdict } from "./finding.ts";
import { originId, type Origin } from "./origin.ts";
import { personalHash } from "./row-text.ts";
import { SEAL_COLUMNS, type Seal } from "./seal.ts";
import { readLines, type Line } from "./seal-file.ts";
import { verifyRows, type Ask, type Vouched } from "./verify-rows.ts";
import { verifySeals } from "./verify-seals.ts";

/** An origin is kept this long (src/main/purge.ts); a day less is asked for, so that the two clocks need not agree. */
export const ORIGIN_DAYS = 365;

/**
 * Verifies the journal: rows against seals, seals against one another and against the record outside, personal values and origins
 * against the rows that vouch for them. `ask` is a transaction of the owner that sees one instant; `lines` were read before it began.
 */
export async function verifyJournal(ask: Ask, lines: readonly Line[]): Promise<Verdict> {
  const { rows: stored } = await ask.query<Seal>(`select ${SEAL_COLUMNS} from journal_seal order by no`);
  const seals = verifySeals(stored, lines);
  const rows = await verifyRows(ask, seals.trusted);
  const personal = await verifyPersonal(ask, rows.vouched);
  return {
    rows: rows.rows,
    waiting: rows.waiting,
    seals: stored.length,
    outside: seals.outside,
    personal: personal.values,
    erased: personal.erased,
    findings: [...seals.findings, ...rows.findings, ...personal.findings, ...(await verifyOrigins(ask, rows.vouched))],
  };
}

/**
 * Verifies at one instant while the program may be running: a seal stands in the database a moment before it stands outside, so the
 * record is read first, and both once more where the database is ahead, for `seconds` at most.
 */
export async function verifyNow(ask: Ask, path: string, seconds: number): Promise<Verdict> {
  for (let left = seconds * 4; ; left -= 1) {
    const lines = await readLines(path);
    await ask.query("begin isolation level repeatable read read only");
    try {
      const { rows } = await ask.query<{ no: number | null }>("select max(no)::int as no from journal_seal");
      const last = rows[0]?.no ?? 0;
      if (left <= 0 || last === 0 || lines.some(({ seal }) => seal !== undefined && seal.no >= last))
        return await verifyJournal(ask, lines);
    } finally {
      await ask.query("rollback");
    }
    await new Promise((wait) => setTimeout(wait, 250));
  }
}

async function verifyPersonal(ask: Ask, { personal, erased }: Vouched) {
  const { rows } = await ask.query<{
    id: string;
    journal_id: string;
    person_id: string;
    salt: Buffer;
    before: string | null;
    after: string | null;
  }>("select id, journal_id, person_id, salt, before, after from journal_personal");
  const missing = new Map(personal);
  const findings: Finding[] = [];
  for (const { id, journal_id, person_id, salt, before, after } of rows) {
    const vouch = personal.get(id);
    missing.delete(id);
    if (!vouch) findings.push({ kind: "personal-inserted", personal: id });
    else if (
      vouch.row !== journal_id ||
      vouch.person !== person_id ||
      vouch.before !== personalHash(salt, before) ||
      vouch.after !== personalHash(salt, after)
    )
      findings.push({ kind: "personal-changed", personal: id, row: vouch.row });
  }
  let gone = 0;
  for (const [id, { row, person }] of missing) {
    if ((erased.get(person) ?? "") > row) gone += 1;
    else findings.push({ kind: "personal-removed", personal: id, row });
  }
  return { values: rows.length, erased: gone, findings };
}

async function verifyOrigins(ask: Ask, { origins, erased }: Vouched): Promise<Finding[]> {
  const { rows } = await ask.query<Origin & { id: string; fresh: boolean }>(
    "select id, day::text as day, person_id, session_id, token_id, address, device from journal_origin",
  );
  const findings: Finding[] = rows
    .filter((row) => originId(row) !== row.id)
    .map(({ id }) => ({ kind: "origin-changed", origin: id }));
  const known = new Set(rows.map(({ id }) => id));
  const [oldest] = (
    await ask.query<{ at: string }>(
      `select (extract(epoch from now() - interval '${ORIGIN_DAYS - 1} days') * 1000)::bigint as at`,
    )
  ).rows;
  for (const [origin, { row, person }] of origins) {
    if (known.has(origin) || madeAt(row) < Number(oldest!.at)) continue;
    const excused =
      person === null ? [...erased.values()].some((note) => note > row) : (erased.get(person) ?? "") > row;
    if (!excused) findings.push({ kind: "origin-removed", origin, row });
  }
  return findings;
}

/** When an identifier was made, in milliseconds: UUIDv7 begins with it. */
function madeAt(id: string): number {
  return Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
}
