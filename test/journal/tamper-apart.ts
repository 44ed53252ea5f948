import { makeId } from "#shared/ids.ts";
import { row, type Tampering } from "./prey.ts";

/** The queue, personal values and origins. */
export const APART: Readonly<Record<string, Tampering>> = {
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
