import { describe, expect, it } from "vitest";
import { fits, namesOfKey, type PageKey } from "./keys.ts";

const key = (codes: string[], letters?: string[]): PageKey => ({
  codes,
  ...(letters && { letters }),
  shown: codes,
  words: "Сделать",
  run: () => undefined,
});
const accept = key(["KeyA"], ["п"]);
const help = key(["?"]);
const press = (code: string, name: string, shiftKey = false) => ({ code, key: name, shiftKey, target: null });

describe("a key of a page", () => {
  it.each([
    ["a latin letter", "KeyA", "a", true],
    ["the same place on a Russian layout", "KeyA", "ф", true],
    ["the Russian letter of the deed, wherever it is", "KeyG", "п", true],
    ["the same letter large", "KeyG", "П", true],
    ["the place of that letter on a latin layout", "KeyG", "g", false],
  ])("is met by %s: %s", (_what, code, name, met) => expect(fits(accept, press(code, name))).toBe(met));

  it("is not met with Shift, but for the question mark, which no layout has without it", () => {
    expect(fits(accept, press("KeyA", "A", true))).toBe(false);
    expect(fits(help, press("Digit7", "?", true))).toBe(true);
    expect(fits(help, press("Slash", "?", true))).toBe(true);
    expect(fits(help, press("Slash", "/"))).toBe(false);
  });

  it("of a list is met only within it", () => {
    const inside = { closest: (selector: string) => (selector === ".row" ? {} : null) };
    const at = (target: object | null) =>
      fits({ ...accept, within: ".row" }, { ...press("KeyA", "a"), target: target as never });
    expect([at(inside), at({ closest: () => null }), at(null)]).toEqual([true, false, false]);
  });

  it("that begins a list is met where nothing is chosen too, not on another control", () => {
    const at = (found: string) =>
      fits(
        { ...accept, within: ".row", orNowhere: true },
        { ...press("KeyA", "a"), target: { closest: (of: string) => (of.includes(found) ? {} : null) } as never },
      );
    expect([at("nothing of these"), at(".row"), at("button")]).toEqual([true, true, false]);
  });

  it("is named by the letters of the page's language alone: «K» and «К» look the same", () => {
    const told = (language: "ru" | "en", ...shown: string[]) => namesOfKey({ shown }, language);
    expect([told("ru", "J", "↓"), told("ru", "П", "A"), told("ru", "В", "R"), told("ru", "Ctrl+Enter")]).toEqual([
      ["О", "↓"],
      ["П", "Ф"],
      ["В", "К"],
      ["Ctrl+Enter"],
    ]);
    expect([told("en", "J", "↓"), told("en", "П", "A"), told("en", "K")]).toEqual([["J", "↓"], ["A"], ["K"]]);
  });
});
