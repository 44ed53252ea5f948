import { describe, expect, it } from "vitest";
import { latinLookAlikes, matchKey } from "#domain/russian/match-key.ts";
import type { CodeMeaning, Registry } from "#features/places/model/registry.ts";
import { USUAL_CODES } from "#features/places/model/usual-codes.ts";
import { suggestAudience } from "./suggest-audience.ts";

/** The codes of the usual dictionary and those that districts use beside them, written with capitals, digits and dashes. */
const OTHERS =
  "ДО КО ГО УДОД РОО ГУО ИМЦ ИМК РМК ММС МК РМО ШМО ГМО МО РУМО УМО ПОС ЯИРО ЦНППМ РЦОИ ГЭК ППЭ КДН ПДН ТПМПК ПМПК ППК МБУ МБОУ МОУ МКУ МКОУ МАОУ СОШ ООШ НОШ ДЮСШ ДДТ ЦДТ ТО УВР ВР НМР РИП МСО КОК ТОК МЦ-1 МЦ-2 РМО-1".split(
    " ",
  );
const CODES = [...new Set([...USUAL_CODES.map(({ code }) => code), ...OTHERS])];
const REGISTRY = { organisations: [] } as unknown as Registry;
const DICTIONARY: readonly CodeMeaning[] = CODES.map((code) => ({
  code,
  matchKey: matchKey(code),
  audience: { kind: "position", words: code },
  own: true,
}));

const LOOKS: Readonly<Record<string, string>> = {
  А: "AΑ",
  В: "BΒ",
  Г: "Γ",
  Е: "EΕ",
  К: "KΚ",
  М: "MΜ",
  Н: "HΗ",
  О: "OΟ0",
  П: "Π",
  Р: "PΡ",
  С: "C",
  Т: "TΤ",
  У: "YΥ",
  Х: "XΧ",
  З: "3",
  "-": "‐‑‒–—−",
};
const INVISIBLE = ["\u00AD", "\u200B", "\u200D", "\u2060", "\uFEFF"];
const SPACES = [" ", "\u00A0", "\u2009", "  ", "\t"];

/** Every choice of look-alikes for the letters of a code. */
function disguised(code: string): string[] {
  return [...code].reduce<string[]>(
    (begun, letter) => begun.flatMap((start) => [letter, ...(LOOKS[letter] ?? "")].map((one) => start + one)),
    [""],
  );
}

function* variantsOf(code: string): Generator<string> {
  yield* disguised(code);
  for (const typed of disguised(code)) {
    yield `\u00A0${typed} `;
    yield `\u200B${typed}\t`;
    yield `«${typed}»`;
    for (const mark of [".", ";"]) yield typed + mark;
  }
  const places = Array.from({ length: code.length - 1 }, (_, at) => at + 1);
  for (const at of places) {
    for (const sign of [...INVISIBLE, ...SPACES, "-", "–", ".", "/"]) yield code.slice(0, at) + sign + code.slice(at);
  }
  yield code.toLowerCase();
  yield code.charAt(0) + code.slice(1).toLowerCase();
  yield code.normalize("NFD");
}

describe("the codes of a district, however they are typed", () => {
  it("a variant means its own code or is asked about, and never another", () => {
    let tried = 0;
    let matched = 0;
    const wrong: string[] = [];
    for (const code of CODES) {
      for (const typed of variantsOf(code)) {
        tried += 1;
        const { audience, sure } = suggestAudience(typed, REGISTRY, DICTIONARY);
        if (!sure || audience === "ask") continue;
        if (audience.kind === "position" && audience.words === code) matched += 1;
        else wrong.push(`${JSON.stringify(typed)} of ${code} was taken for ${JSON.stringify(audience)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(10_000);
    expect(matched / tried).toBeGreaterThan(0.5);
  });

  it("every foreign letter that was read as Cyrillic is told", () => {
    const silent = CODES.flatMap((code) =>
      disguised(code).filter(
        (typed) =>
          typed !== code &&
          matchKey(typed) === matchKey(code) &&
          !/[‐-―−]/.test(typed) &&
          !latinLookAlikes(typed).length,
      ),
    );
    expect(silent).toEqual([]);
  });

  it("two codes of one key are asked about, not guessed", () => {
    const twice: CodeMeaning[] = [
      { code: "ОО", matchKey: matchKey("ОО"), audience: { kind: "position", words: "one" }, own: true },
      { code: "OO", matchKey: matchKey("OO"), audience: { kind: "position", words: "other" }, own: true },
    ];
    expect(suggestAudience("ОО", REGISTRY, twice)).toMatchObject({ audience: "ask", sure: false });
  });
});
