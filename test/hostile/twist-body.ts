import type { Random } from "../fuzz/random.ts";
import { NASTY_TEXTS, nasty } from "./nasty.ts";

type Path = readonly (string | number)[];

/** Every place of a JSON value, itself excepted. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => {
    const own = [...path, Array.isArray(value) ? Number(name) : name];
    return [own, ...placesOf(one, own)];
  });
}

function changed(value: unknown, [name, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (name === undefined) return change(value);
  if (Array.isArray(value)) return value.map((one, at) => (at === name ? changed(one, rest, change) : one));
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([key, one]) => [
      key,
      key === name ? changed(one, rest, change) : one,
    ]),
  );
}

/** Names that a careless program would take from outside. */
const FOREIGN = ["id", "version", "territoryId", "role", "status", "state", "isAdmin", "personId", "createdAt", "can"];

/** A body hurt in one to three places: values of other kinds, far beyond bounds, lost, doubled or never declared. */
export function twistBody(body: unknown, random: Random): unknown {
  let value = body;
  const times = 1 + random.int(3);
  for (let n = 0; n < times; n += 1) {
    const places = placesOf(value);
    if (places.length === 0) return nasty(random);
    value = twistAt(value, random.pick(places), random);
  }
  return value;
}

function twistAt(value: unknown, place: Path, random: Random): unknown {
  switch (random.int(8)) {
    case 0:
      return without(value, place);
    case 1:
      return changed(value, place, (old) => [old]);
    case 2:
      return changed(value, place, (old) => (typeof old === "string" ? random.pick(NASTY_TEXTS) : nasty(random)));
    case 3:
      return changed(value, place, (old) =>
        typeof old === "string" ? `${old}${random.pick(NASTY_TEXTS)}` : `${JSON.stringify(old)}`,
      );
    case 4:
      return changed(value, place, (old) =>
        typeof old === "number" ? random.pick([-old, old + 0.5, old * 1e9, -1, 0, 2 ** 53]) : nasty(random),
      );
    case 5:
      return typeof value === "object" && value !== null && !Array.isArray(value)
        ? { ...value, [random.pick(FOREIGN)]: nasty(random) }
        : nasty(random);
    case 6:
      return changed(value, place, (old) =>
        Array.isArray(old) && old.length > 0 ? many(old[0], random) : nasty(random),
      );
    default:
      return changed(value, place, () => nasty(random));
  }
}

/** The same thing over and over; thousands of what holds thousands would be more than the runner itself can make. */
function many(one: unknown, random: Random): unknown[] {
  const length = random.pick([2, 50, 3000]);
  return Array.from({ length: placesOf(one).length > 100 ? 2 : length }, () => one);
}

function without(value: unknown, place: Path): unknown {
  const [last] = place.slice(-1);
  return changed(value, place.slice(0, -1), (parent) =>
    Array.isArray(parent)
      ? parent.filter((_, at) => at !== last)
      : Object.fromEntries(Object.entries(parent as object).filter(([name]) => name !== last)),
  );
}

/** JSON as no serializer writes it: keys twice, keys of the language itself, nested beyond sense, cut, of other code pages. */
export function twistText(text: string, random: Random): Uint8Array {
  const into = (words: string) => Buffer.from(text.startsWith("{") ? text.replace("{", () => `{${words}`) : words);
  switch (random.int(12)) {
    case 0:
      return into('"__proto__":{"isAdmin":true,"role":"administrator"},');
    case 1:
      return into('"constructor":{"prototype":{"isAdmin":true}},');
    case 2: {
      const key = /"(\w+)":/.exec(text)?.[1] ?? "a";
      return into(`"${key}":1,"${key}":null,`);
    }
    case 3: {
      const depth = random.pick([50, 5000, 100_000]);
      return Buffer.from(`${"[".repeat(depth)}${random.oneIn(2) ? "]".repeat(depth) : ""}`);
    }
    case 4:
      return Buffer.from(text.slice(0, random.int(text.length + 1)));
    case 5:
      return Buffer.from(text, "utf16le");
    case 6:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]);
    case 7:
      return Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0x00])]);
    case 8:
      return Buffer.from(text, "latin1");
    case 9:
      return Buffer.from(`${text}${text}`);
    case 10:
      return into(`"a":"${"x".repeat(random.pick([10, 3_000_000]))}",`);
    default:
      return Buffer.from(random.pick(["", " ", "null", "1", '"текст"', "[]", "NaN", "{,}", "{'a':1}", "undefined"]));
  }
}
