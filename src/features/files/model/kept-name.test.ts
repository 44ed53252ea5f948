import { expect, it } from "vitest";
import { keptName } from "./kept-name.ts";
import { sizeInWords } from "./size.ts";

const TEXT = "text/plain; charset=utf-8";

it.each([
  ["C:\\документы\\Протокол № 3.txt", TEXT, "Протокол № 3.txt"],
  ["План.PDF", "application/pdf", "План.PDF"],
  ["открой меня.vbs", TEXT, "открой меня.vbs.txt"],
  ["план.exe", "application/pdf", "план.exe.pdf"],
  ["план.pdf .", "application/pdf", "план.pdf"],
  ["отчёт\u202Efdp.exe", "application/pdf", "отчётfdp.exe.pdf"],
  ["a\u0000b\r\n.pdf", "application/pdf", "ab.pdf"],
  ["../../", "application/pdf", "файл.pdf"],
  [".pdf", "application/pdf", "файл.pdf"],
  ["без имени", "image/heic", "без имени.heic"],
])("%j of %s is kept as %j", (name, mediaType, kept) => {
  expect(keptName(name, mediaType)).toBe(kept);
});

it("cuts a long name in its middle", () => {
  const kept = keptName(`${"я".repeat(400)}.pdf`, "application/pdf");
  expect([kept.length, kept.endsWith(".pdf")]).toEqual([255, true]);
});

it("cuts no sign in two", () => {
  const kept = keptName(`${"😀".repeat(200)}.pdf`, "application/pdf");
  expect([kept.length, /\p{Surrogate}/u.test(kept)]).toEqual([254, false]);
});

it.each([
  [2048, "2 КБ"],
  [3.5 * 1024 * 1024, "3,5 МБ"],
  [10 * 1024 ** 3, "10 ГБ"],
  [2048 * 1024 ** 3, "2048 ГБ"],
])("%d bytes are told as %s", (bytes, words) => {
  expect(sizeInWords(bytes).replace(/\s/g, " ").replace("2 048", "2048")).toBe(words);
});
