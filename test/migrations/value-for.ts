import type { Column } from "./table-facts.ts";

export interface Random {
  /** from 0 up to, and without, `below` */
  whole(below: number): number;
  share(part: number): boolean;
  one<T>(list: readonly T[]): T;
}

/** The same numbers for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return { whole, share: (part) => next() < part, one: (list) => list[whole(list.length)]! };
}

const hexadecimal = (random: Random, length: number) =>
  Array.from({ length }, () => random.whole(16).toString(16)).join("");

/** What text may hold that is easily lost: signs of COPY, other alphabets, both kinds of spaces, nothing at all. */
const TEXTS = ["ёлка", "\\N", "tab\tулар", "две\nстроки", "«кавычки»", "a'b\"c", "\u00a0", "", "𝄞", "0", "—", "null"];

/** Some value of the column's type that its own checks may let through. */
export function valueFor({ name, type, words }: Column, random: Random): unknown {
  if (words.length > 0) return random.one(words);
  if (type === "uuid") {
    const hex = hexadecimal(random, 32);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
  if (name.endsWith("sha256")) return hexadecimal(random, 64);
  if (type === "text") return `${random.one(TEXTS)}${random.share(0.7) ? random.whole(1e6) : ""}`;
  if (type === "boolean") return random.share(0.5);
  if (type === "date") return `20${random.one(["21", "24", "26"])}-0${1 + random.whole(9)}-1${random.whole(10)}`;
  if (type === "timestamp with time zone")
    return `2026-0${1 + random.whole(9)}-11T10:00:00.${String(random.whole(1e6)).padStart(6, "0")}Z`;
  if (type === "bytea") return Buffer.from(hexadecimal(random, random.one([64, 96])), "hex");
  if (type === "jsonb") return JSON.stringify(random.one([{}, [], { имя: "ё\u0001", n: [1, 2.5, null] }]));
  if (type.endsWith("[]")) return [];
  if (/int|numeric|double|real/.test(type)) return random.one([0, 1, 1, 2, 2021, 2026]);
  throw new Error(`no value is known for ${name} of type ${type}`);
}
