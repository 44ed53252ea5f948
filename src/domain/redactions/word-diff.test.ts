import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
import { diffWords, type WordStretch } from "./word-diff.ts";

/** «Провести [-открытый-] {+мастер-класс+}». */
const marked = (stretches: readonly WordStretch[]) =>
  stretches
    .map(({ kind, text }) => (kind === "same" ? text : kind === "removed" ? `[-${text}-]` : `{+${text}+}`))
    .join("");

describe("the words marked", () => {
  it.each([
    ["", "", ""],
    ["Провести урок", "Провести урок", "Провести урок"],
    ["Провести  урок\n", "Провести урок", "Провести урок"],
    ["", "Новый срок", "{+Новый срок+}"],
    ["Прежний срок", "", "[-Прежний срок-]"],
    ["октябрь 2026", "ноябрь 2026", "[-октябрь-]{+ноябрь+} 2026"],
    ["Семинар для учителей", "Семинар для молодых учителей", "Семинар для {+молодых +}учителей"],
    ["Семинар для молодых учителей", "Семинар для учителей", "Семинар для [-молодых -]учителей"],
    ["не реже 1 раза в месяц", "не реже 2 раз в месяц", "не реже [-1 раза-]{+2 раз+} в месяц"],
    ["УО, ММЦ", "УО, ЦРО, ММЦ", "УО, {+ЦРО, +}ММЦ"],
    ["Приказ, справка", "Протокол", "[-Приказ, справка-]{+Протокол+}"],
    ["ёлка", "елка", "[-ёлка-]{+елка+}"],
  ])("%s → %s", (before, after, shown) => {
    expect(marked(diffWords(before, after))).toBe(shown);
  });
});

describe("laws", () => {
  const words = fc
    .array(fc.constantFrom("срок", "УО", "до", "1", "мая", ",", "–", "открытый", "урок", "«план»"), { maxLength: 30 })
    .map((list) => list.join(" "));
  const side = (stretches: readonly WordStretch[], own: "removed" | "added") =>
    stretches
      .filter(({ kind }) => kind === "same" || kind === own)
      .map(({ text }) => text)
      .join("");

  it("the old text and the new one are both in it, neighbours of one kind are one, and nothing is empty", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const stretches = diffWords(before, after);
        expect(side(stretches, "removed")).toBe(before);
        expect(side(stretches, "added")).toBe(after);
        expect(stretches.every(({ text }) => text !== "")).toBe(true);
        expect(stretches.every(({ kind }, at) => kind !== stretches[at + 1]?.kind)).toBe(true);
      }),
      { numRuns: runs(100) },
    );
  });

  it("a text against itself is all the same", () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(diffWords(text, text)).toEqual(text === "" ? [] : [{ kind: "same", text }]);
      }),
    );
  });
});
