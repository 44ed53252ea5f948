import type { Random } from "../fuzz/random.ts";

const deep = (depth: number): unknown => {
  let value: unknown = "дно";
  for (let n = 0; n < depth; n += 1) value = n % 2 ? [value] : { a: value };
  return value;
};

/** Texts that programs stumble over: bytes a database does not hold, letters that change direction, commands of other languages. */
export const NASTY_TEXTS: readonly string[] = [
  "",
  " ",
  "\u0000",
  "до\u0000после",
  "\ud800",
  "\udfff\ud800",
  "\uffff",
  "\ufeff",
  "\u202eсксод.exe",
  "\u0001\u0008\u000b\u001b[31m",
  "\r\nSet-Cookie: a=b",
  "ё".repeat(300),
  "я".repeat(70_000),
  "a\u0301".repeat(5000),
  "👩‍👩‍👧‍👦".repeat(400),
  "ﷺ".repeat(500),
  "İıſK",
  "'; drop table person; --",
  "' or '1'='1",
  "%' or 1=1 --",
  "\\",
  "\\x00\\u0000",
  "%%%_%%",
  "${7*7}{{7*7}}<%= 7*7 %>#{7*7}",
  "<script>alert(1)</script>",
  "javascript:alert(1)",
  "//evil.example/%2f..",
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "file:///etc/passwd",
  "http://169.254.169.254/latest/meta-data/",
  "=cmd|' /C calc'!A0",
  "(((((((((((((((((((((a+)+)+)+)+)+",
  `${"a".repeat(40_000)}!`,
  "1. ".repeat(20_000),
  "01.01.".repeat(5000),
  "не реже 1 раза в ".repeat(2000),
  "NaN",
  "Infinity",
  "null",
  "undefined",
  "true",
  "[object Object]",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "-1",
  "9223372036854775808",
  "1e309",
  "0x7fffffff",
  "٣٤",
  "2026-02-30",
  "0000-00-00",
  "9999-12-31",
  "10000-01-01",
  "-0001-01-01",
  "2026-11-22T10:00:00Z",
  "infinity",
  "epoch",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "{00000000-0000-0000-0000-000000000000}",
  "ГГГГГГГГ-0000-0000-0000-000000000000",
];

const NASTY_NUMBERS: readonly number[] = [
  0,
  -0,
  -1,
  1,
  0.1,
  -0.5,
  1e-7,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  2 ** 53 - 1,
  -(2 ** 53),
  2 ** 63,
  1e21,
  1e308,
  -1e308,
  5e-324,
  1900,
  9999,
  10_000,
  32_768,
];

/** A value of any kind that nobody expects. */
export function nasty(random: Random): unknown {
  switch (random.int(12)) {
    case 0:
      return null;
    case 1:
      return random.pick([true, false]);
    case 2:
    case 3:
      return random.pick(NASTY_NUMBERS);
    case 4:
      return random.pick<unknown>([[], [[]], [null], {}, { length: 1 }, { toString: "x" }, { valueOf: null }]);
    case 5:
      return deep(random.pick([3, 60, 900]));
    case 6:
      return Array.from({ length: random.pick([2, 300, 20_000]) }, () => random.pick([0, "", null, "а"]));
    case 7:
      return Object.fromEntries(Array.from({ length: random.pick([3, 5000]) }, (_, n) => [`k${n}`, n]));
    default:
      return random.pick(NASTY_TEXTS);
  }
}
