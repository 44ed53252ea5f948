import { createHash } from "node:crypto";
import { makeId, type Id } from "#shared/ids.ts";
import { AT_TEXT, rowHash, type RowText } from "#platform/journal/row-text.ts";
import { makeSeal, membersOf, sealHash, type Member, type Seal } from "#platform/journal/seal.ts";
import { lineOf } from "#platform/journal/seal-file.ts";
import { SEAL_COLUMNS } from "#platform/journal/sealer.ts";
import type { Ask } from "#platform/journal/verify-rows.ts";
import type { Finding } from "#platform/journal/finding.ts";
import type { Random } from "../fuzz/random.ts";

/** A journal that somebody with every right in the database is about to rewrite; lines are the record outside. */
export interface Prey {
  readonly ask: Ask;
  readonly random: Random;
  readonly rows: readonly Id[];
  readonly waiting: readonly Id[];
  readonly seals: readonly Seal[];
  readonly personal: readonly Id[];
  readonly origins: readonly Id[];
}

/** What was done, and what the verifier must name; `lines` where the record outside was rewritten too. */
export interface Done {
  readonly what: string;
  /** a test of the findings: the very row, seal, value or line is among them */
  readonly named: (findings: readonly Finding[]) => boolean;
  readonly lines?: readonly string[];
}

type Tampering = (prey: Prey) => Promise<Done>;

const row =
  (id: Id, ...kinds: Finding["kind"][]) =>
  (findings: readonly Finding[]) =>
    findings.some((one) => "row" in one && one.row === id && (kinds.length === 0 || kinds.includes(one.kind)));
const seal =
  (no: number, ...kinds: Finding["kind"][]) =>
  (findings: readonly Finding[]) =>
    findings.some((one) => "seal" in one && one.seal === no && (kinds.length === 0 || kinds.includes(one.kind)));

/** A change of one column of a row, each to something else. */
const COLUMNS: readonly (readonly [string, string])[] = [
  ["territory_id", "gen_random_uuid()"],
  ["at", "at + interval '1 microsecond'"],
  ["at", "at - interval '3 days'"],
  ["person_id", "gen_random_uuid()"],
  ["person_id", "case when person_id is null then gen_random_uuid() end"],
  ["actor", "case actor when 'system' then 'person' else 'system' end"],
  ["action", "action || '.'"],
  ["action", "case action when 'report.accept' then 'report.return' else 'report.accept' end"],
  ["subject_kind", "subject_kind || 's'"],
  ["subject_id", "gen_random_uuid()"],
  ["subject_key", "coalesce(subject_key, '') || '1'"],
  ["programme_id", "gen_random_uuid()"],
  ["origin_id", "gen_random_uuid()"],
  ["detail", `detail || '{"n": 1.00000000000000000001}'`],
  ["detail", `case when detail = '{}' then '{"reason": "иначе"}'::jsonb else '{}' end`],
  ["changes", `changes || '[{"field": "title", "before": "Одно", "after": "Другое"}]'`],
  ["changes", `case when changes = '[]' then '[null]'::jsonb else changes - 0 end`],
  ["hash", "sha256(hash)"],
  ["id", "gen_random_uuid()"],
];

async function contentHash(ask: Ask, id: Id): Promise<string> {
  const { rows } = await ask.query<RowText & { detail: string; changes: string }>(
    `select id, territory_id, ${AT_TEXT} as at, person_id, actor, action, subject_kind, subject_id, subject_key, programme_id, origin_id,
       detail::text as detail, changes::text as changes from journal where id = $1`,
    [id],
  );
  return rowHash(rows[0]!, rows[0]!.detail, rows[0]!.changes).toString("hex");
}

async function rehash(ask: Ask, id: Id): Promise<string> {
  const hash = await contentHash(ask, id);
  await ask.query("update journal set hash = decode($2, 'hex') where id = $1", [id, hash]);
  return hash;
}

/** Rewrites the seals of the database from one on, so that all of them agree again: whoever has the database can do that. */
async function reseal(ask: Ask, from: number, members: (seal: Seal) => Member[]): Promise<void> {
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

function put(ask: Ask, { no, at, previous, rows, members, hash }: Seal) {
  return ask.query(
    "insert into journal_seal (no, at, previous, rows, members, hash) values ($1, $2, decode($3, 'hex'), $4, $5, decode($6, 'hex'))",
    [no, at, previous, rows, members, hash],
  );
}

const sealOf = ({ seals }: Prey, id: Id): Seal | undefined =>
  seals.find((one) => membersOf(one).some((member) => member.id === id));

export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  "поле строки": async ({ ask, random, rows, waiting }) => {
    const id = random.pick([...rows, ...waiting]);
    const [column, value] = random.pick(COLUMNS);
    await ask.query(`update journal set ${column} = ${value} where id = $1`, [id]);
    return { what: `${column} = ${value}`, named: row(id, "row-changed", "row-removed") };
  },
  "поле строки вместе с её хешем": async ({ ask, random, rows, waiting }) => {
    const id = random.pick([...rows, ...waiting]);
    await ask.query("update journal set action = action || 'x', at = at - interval '1 day' where id = $1", [id]);
    await rehash(ask, id);
    return { what: "action, at, hash", named: row(id, "row-changed") };
  },
  "строка и вся цепочка печатей в базе": async (prey) => {
    const { ask, random, rows } = prey;
    const id = random.pick(rows);
    await ask.query("update journal set person_id = gen_random_uuid() where id = $1", [id]);
    const hash = await rehash(ask, id);
    const from = sealOf(prey, id)!.no;
    await reseal(ask, from, (one) => membersOf(one).map((member) => (member.id === id ? { id, hash } : member)));
    return {
      what: "person_id, hash, печати",
      named: (found) => row(id, "row-changed")(found) && seal(from, "seal-changed")(found),
    };
  },
  "убрана строка": async ({ ask, random, rows, waiting }) => {
    const id = random.pick([...rows, ...waiting]);
    await ask.query("delete from journal where id = $1", [id]);
    if (random.oneIn(2) && waiting.includes(id)) await ask.query("select 1");
    return { what: "delete", named: row(id, "row-removed") };
  },
  "убрана строка из журнала и из всех печатей базы": async (prey) => {
    const { ask, random, rows } = prey;
    const id = random.pick(rows);
    await ask.query("delete from journal where id = $1", [id]);
    await reseal(ask, sealOf(prey, id)!.no, (one) => membersOf(one).filter((member) => member.id !== id));
    return { what: "delete, печати", named: row(id, "row-removed") };
  },
  "убраны подряд строки": async ({ ask, random, rows }) => {
    const from = random.int(rows.length);
    const gone = rows.slice(from, from + 1 + random.int(5));
    await ask.query("delete from journal where id = any ($1)", [gone]);
    return { what: `delete ${gone.length}`, named: (found) => gone.every((id) => row(id, "row-removed")(found)) };
  },
  "подложена строка": async ({ ask, random, rows }) => {
    const id = random.oneIn(2) ? makeId() : `${random.pick(rows).slice(0, 24)}${makeId().slice(24)}`;
    await ask.query(
      `insert into journal select territory_id, $1, at, person_id, actor, action, subject_kind, subject_id, programme_id, detail, subject_key, origin_id, changes, hash
       from journal where id = $2`,
      [id, random.pick(rows)],
    );
    await rehash(ask, id);
    return { what: "insert", named: row(id, "row-inserted") };
  },
  "подложена строка и печать в базе": async (prey) => {
    const { ask, random, rows, seals } = prey;
    const id = makeId();
    await ask.query(
      `insert into journal select territory_id, $1, at - interval '10 days', person_id, actor, action, subject_kind, subject_id, programme_id, detail, subject_key, origin_id, changes, hash
       from journal where id = $2`,
      [id, random.pick(rows)],
    );
    const hash = await rehash(ask, id);
    const into = random.pick(seals).no;
    await reseal(ask, into, (one) => (one.no === into ? [...membersOf(one), { id, hash }] : membersOf(one)));
    return {
      what: "insert, печати",
      named: (found) => row(id, "row-inserted")(found) && seal(into, "seal-changed")(found),
    };
  },
  "строки поменяны местами": async ({ ask, random, rows }) => {
    const one = random.pick(rows);
    const other = random.pick(rows.filter((id) => id !== one));
    const spare = makeId();
    for (const [from, to] of [
      [one, spare],
      [other, one],
      [spare, other],
    ])
      await ask.query("update journal set id = $2 where id = $1", [from, to]);
    if (random.oneIn(2)) for (const id of [one, other]) await rehash(ask, id);
    return { what: "id ↔ id", named: (found) => row(one, "row-changed")(found) && row(other, "row-changed")(found) };
  },
  "строки передатированы": async ({ ask, random, rows }) => {
    const from = random.int(rows.length);
    const moved = rows.slice(from, from + 1 + random.int(8));
    await ask.query("update journal set at = at - interval '40 days' where id = any ($1)", [moved]);
    for (const id of moved) await rehash(ask, id);
    return { what: `at, hash: ${moved.length}`, named: (found) => moved.every((id) => row(id, "row-changed")(found)) };
  },
  "строка убрана из очереди печатей": async ({ ask, random, waiting }) => {
    const id = random.pick(waiting);
    await ask.query("delete from journal_unsealed where journal_id = $1", [id]);
    return { what: "очередь", named: row(id, "row-inserted") };
  },
  "строка из очереди убрана вместе с журналом наполовину": async ({ ask, random, waiting }) => {
    const id = random.pick(waiting);
    await ask.query("update journal_unsealed set hash = sha256(hash) where journal_id = $1", [id]);
    return { what: "хеш в очереди", named: row(id, "row-changed") };
  },
  "опечатанная строка снова в очереди": async ({ ask, random, rows }) => {
    const id = random.pick(rows);
    await ask.query("insert into journal_unsealed select id, hash from journal where id = $1", [id]);
    return { what: "очередь", named: row(id, "queue-changed") };
  },
  "убрана печать": async ({ ask, random, seals }) => {
    const { no } = random.pick(seals);
    await ask.query("delete from journal_seal where no = $1", [no]);
    return { what: `печать ${no}`, named: seal(no, "seal-removed") };
  },
  "поле печати": async ({ ask, random, seals }) => {
    const { no } = random.pick(seals);
    const change = random.pick([
      "at = at + interval '1 microsecond'",
      "previous = sha256(previous)",
      "hash = sha256(hash)",
      "members = set_byte(members, 20, (get_byte(members, 20) + 1) % 256)",
      "members = members || substring(members for 48), rows = rows + 1",
    ]);
    await ask.query(`update journal_seal set ${change} where no = $1`, [no]);
    return { what: change, named: seal(no, "seal-changed") };
  },
  "печать вместе с её хешем": async ({ ask, random, seals }) => {
    const one = random.pick(seals);
    const made = { ...one, at: one.at.replace(/\d(?=Z$)/u, (digit) => String((Number(digit) + 1) % 10)) };
    await ask.query("delete from journal_seal where no = $1", [one.no]);
    await put(ask, { ...made, hash: sealHash(made) });
    return { what: "at, hash", named: seal(one.no, "seal-changed") };
  },
  "печати переставлены": async ({ ask, random, seals }) => {
    const at = random.int(seals.length - 1);
    const [one, other] = [seals[at]!, seals[at + 1]!];
    await ask.query("delete from journal_seal where no = any ($1)", [[one.no, other.no]]);
    await put(ask, { ...one, no: other.no });
    await put(ask, { ...other, no: one.no });
    return { what: `${one.no} ↔ ${other.no}`, named: (found) => seal(one.no)(found) && seal(other.no)(found) };
  },
  "база возвращена к старой копии": async ({ ask, random, seals }) => {
    const left = random.int(seals.length);
    const gone = seals.slice(left);
    const ids = gone.flatMap((one) => membersOf(one).map(({ id }) => id));
    await ask.query("delete from journal_unsealed");
    await ask.query("delete from journal where not (id = any ($1))", [
      seals.slice(0, left).flatMap((one) => membersOf(one).map(({ id }) => id)),
    ]);
    await ask.query("delete from journal_seal where no > $1", [left]);
    return {
      what: `к печати ${left}`,
      named: (found) =>
        gone.every(({ no }) => seal(no, "seal-removed")(found)) && ids.every((id) => row(id, "row-removed")(found)),
    };
  },
  "база возвращена к старой копии и продолжена": async ({ ask, random, seals }) => {
    const left = random.int(seals.length - 1);
    await ask.query("delete from journal_seal where no > $1", [left]);
    const id = random.pick(membersOf(seals[left + 1]!)).id;
    await ask.query("delete from journal where id = $1", [id]);
    const kept = membersOf(seals[left]!);
    const made = makeSeal(seals[left - 1], "2026-01-01T00:00:00.000000Z", kept);
    await put(ask, made);
    return {
      what: `с печати ${made.no}`,
      named: (found) => row(id, "row-removed")(found) && seal(made.no, "seal-changed")(found),
    };
  },
  "запись вне базы обрезана": async ({ random, seals }) => {
    const left = random.int(seals.length);
    const lines = seals.slice(0, left).map(lineOf);
    const half = random.oneIn(3) ? [lineOf(seals[left]!).slice(0, 10 + random.int(40))] : [];
    return {
      what: `после ${left} строк`,
      lines: [...lines, ...half],
      named: (found) => seals.slice(left).every(({ no }) => seal(no, "seal-not-outside")(found)),
    };
  },
  "строка записи вне базы убрана": async ({ random, seals }) => {
    const at = random.int(seals.length);
    return {
      what: `строка ${at + 1}`,
      lines: seals.filter((_, place) => place !== at).map(lineOf),
      named: seal(seals[at]!.no, "seal-not-outside"),
    };
  },
  "строка записи вне базы изменена": async ({ random, seals }) => {
    const at = random.int(seals.length);
    const text = lineOf(seals[at]!).trimEnd();
    const place = 1 + random.int(text.length - 2);
    // a sign that the line does not hold at this place
    const sign = text[place] === "7" ? "8" : "7";
    const lines = seals.map((one, index) =>
      index === at ? `${text.slice(0, place)}${sign}${text.slice(place + 1)}\n` : lineOf(one),
    );
    const touched = (one: Finding) =>
      ("line" in one && one.line === at + 1) || ("seal" in one && one.seal === seals[at]!.no);
    return { what: `строка ${at + 1}, знак ${place}`, lines, named: (found) => found.some(touched) };
  },
  "печать переписана и в базе, и вне её, дальше прежние": async ({ ask, random, seals }) => {
    const at = random.int(seals.length - 1);
    const one = seals[at]!;
    const made = makeSeal(
      seals[at - 1],
      one.at,
      membersOf(one)
        .slice(1)
        .concat({ id: makeId(), hash: createHash("sha256").update("иное").digest("hex") }),
    );
    await ask.query("delete from journal_seal where no = $1", [one.no]);
    await put(ask, made);
    const next = seals[at + 1]!.no;
    return {
      what: `печать ${one.no}`,
      lines: seals.map((each) => lineOf(each.no === one.no ? made : each)),
      named: (found) => row(membersOf(one)[0]!.id, "row-inserted")(found) && seal(next)(found),
    };
  },
  "личное значение": async ({ ask, random, personal }) => {
    const id = random.pick(personal);
    const change = random.pick([
      `before = '"иное"'`,
      `after = '"иное"'`,
      "after = after || ' '",
      "salt = sha256(salt)",
      "person_id = gen_random_uuid()",
      "journal_id = gen_random_uuid()",
    ]);
    await ask.query(`update journal_personal set ${change} where id = $1`, [id]);
    return {
      what: change,
      named: (found) => found.some((one) => one.kind === "personal-changed" && one.personal === id),
    };
  },
  "личное значение убрано без записи": async ({ ask, random, personal }) => {
    const id = random.pick(personal);
    await ask.query("delete from journal_personal where id = $1", [id]);
    return {
      what: "delete",
      named: (found) => found.some((one) => one.kind === "personal-removed" && one.personal === id),
    };
  },
  "личное значение подложено": async ({ ask, random, personal }) => {
    const id = makeId();
    await ask.query(
      "insert into journal_personal select $1, territory_id, journal_id, person_id, salt, before, after from journal_personal where id = $2",
      [id, random.pick(personal)],
    );
    return {
      what: "insert",
      named: (found) => found.some((one) => one.kind === "personal-inserted" && one.personal === id),
    };
  },
  адрес: async ({ ask, random, origins }) => {
    const id = random.pick(origins);
    const change = random.pick([
      "address = '10.9.9.9' || address",
      "device = case device when 'phone' then 'tablet' else 'phone' end",
      "day = day - 1",
      "session_id = gen_random_uuid()",
      "person_id = gen_random_uuid()",
    ]);
    await ask.query(`update journal_origin set ${change} where id = $1`, [id]);
    return { what: change, named: (found) => found.some((one) => one.kind === "origin-changed" && one.origin === id) };
  },
  "адрес убран раньше срока": async ({ ask, random, origins }) => {
    const id = random.pick(origins);
    await ask.query("delete from journal_origin where id = $1", [id]);
    return {
      what: "delete",
      named: (found) => found.some((one) => one.kind === "origin-removed" && one.origin === id),
    };
  },
};
