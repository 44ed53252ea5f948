import { createHash } from "node:crypto";
import { makeId } from "#shared/ids.ts";
import { makeSeal, membersOf, sealHash } from "#platform/journal/seal.ts";
import { lineOf } from "#platform/journal/seal-file.ts";
import { type Finding } from "#platform/journal/finding.ts";
import { row, seal, type Tampering } from "./prey.ts";
import { put } from "./rewrite.ts";

/** Seals and the record outside the database. */
export const SEALS: Readonly<Record<string, Tampering>> = {
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
};
