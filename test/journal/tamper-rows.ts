import { makeId } from "#shared/ids.ts";
import { membersOf } from "#platform/journal/seal.ts";
import { row, seal, type Tampering } from "./prey.ts";
import { rehash, reseal, sealOf } from "./rewrite.ts";

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

/** Rows changed, removed, put in, swapped and re-dated. */
export const ROWS: Readonly<Record<string, Tampering>> = {
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
};
