import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarText, type CalendarEntry } from "./calendar-text.ts";

// oxlint-disable-next-line no-control-regex -- they are taken away
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F]/g;

const ENTRY: CalendarEntry = {
  uid: "018f@orientir",
  day: "2021-12-31",
  dayAfter: "2022-01-01",
  title: "Срок: 1.2 Семинар; день открытых дверей, «Рост»",
  description: "Программа.\nСОШ № 1.",
  url: "https://orientir.example.test/todo/a/b",
  sequence: 2,
  changedAt: new Date("2021-12-10T06:00:00.500Z"),
};

/** Reads a calendar as RFC 5545 says, by itself: unfolds, parts names from values, takes escapes away. */
function read(text: string): Map<string, string>[] {
  expect(text.endsWith("\r\n")).toBe(true);
  const lines = text.replaceAll("\r\n ", "").slice(0, -2).split("\r\n");
  const entries: Map<string, string>[] = [];
  for (const line of lines) {
    const at = line.indexOf(":");
    const [name, value] = [line.slice(0, at), line.slice(at + 1)];
    if (line === "BEGIN:VEVENT") entries.push(new Map());
    else
      entries.at(-1)?.set(
        name,
        value.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign)),
      );
  }
  return entries;
}

describe("a calendar", () => {
  it("holds days without hours, named once for all", () => {
    const [entry] = read(calendarText("Сроки", [ENTRY]));
    expect(Object.fromEntries(entry!)).toMatchObject({
      UID: "018f@orientir",
      DTSTAMP: "20211210T060000Z",
      "LAST-MODIFIED": "20211210T060000Z",
      SEQUENCE: "2",
      "DTSTART;VALUE=DATE": "20211231",
      "DTEND;VALUE=DATE": "20220101",
      SUMMARY: ENTRY.title,
      DESCRIPTION: ENTRY.description,
      URL: ENTRY.url,
    });
  });

  it("escapes what would part values, and nothing else", () => {
    const text = calendarText("Сроки", [{ ...ENTRY, title: "a;b,c\\d\ne:f" }]);
    expect(text).toContain("SUMMARY:a\\;b\\,c\\\\d\\ne:f\r\n");
  });

  it("of any words can be read back, in lines of 75 octets with whole letters; no word begins a line of its own", () => {
    const words = fc.string({ unit: "grapheme", maxLength: 200 });
    fc.assert(
      fc.property(words, words, (title, description) => {
        const text = calendarText("Сроки", [{ ...ENTRY, title, description }]);
        for (const line of text.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          // oxlint-disable-next-line no-control-regex -- none may be left
          expect(line).not.toMatch(/[\u0000-\u0008\u000A-\u001F\u007F\uFFFD]|\p{Surrogate}/u);
        }
        const clean = (given: string) => given.replaceAll(/\r\n|\r/g, "\n").replaceAll(CONTROL, "");
        const entries = read(text);
        expect(entries).toHaveLength(1);
        expect([entries[0]!.get("SUMMARY"), entries[0]!.get("DESCRIPTION")]).toEqual([
          clean(title),
          clean(description),
        ]);
      }),
    );
  });

  it.each(["x", "щ", "€", "😀"])("fills lines of «%s» up to 75 octets and no further", (letter) => {
    const text = calendarText("Сроки", [{ ...ENTRY, title: letter.repeat(200) }]);
    const lengths = text.split("\r\n").map((line) => Buffer.byteLength(line));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
    expect(Math.max(...lengths)).toBeGreaterThan(75 - Buffer.byteLength(letter));
  });

  it("folds a long line of Russian between letters", () => {
    const text = calendarText("Сроки", [{ ...ENTRY, title: "щ".repeat(100) }]);
    const pieces = text.split("SUMMARY:")[1]!.split("\r\nDESCRIPTION")[0]!.split("\r\n ");
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join("")).toBe("щ".repeat(100));
  });
});
