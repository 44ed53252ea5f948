import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { programmeShortTitle, programmeTitle } from "./programme-names.ts";

it.each([
  ["IV. «Дорожная карта» помощи школам", "„Дорожная карта“ помощи школам"],
  ["Х. План добрых дел.", "План добрых дел"],
  ["2.1) план встреч:", "План встреч"],
  ["«План добрых дел»", "План добрых дел"],
  ['Программа "Вместе" и "Рядом"', "Программа „Вместе“ и „Рядом“"],
  ["РАЙОННАЯ ПРОГРАММА помощи ШНОР на 2021-2023 годы.", "Районная программа помощи ШНОР на 2021–2023 годы"],
  ["План на 2021-2023 гг.", "План на 2021–2023 гг."],
  ["План   школы", "План школы"],
])("«%s» names a programme «%s»", (heading, title) => {
  expect(programmeTitle(heading)).toBe(title);
});

it.each([
  ["„Дорожная карта“ помощи школам", "Дорожная карта помощи школам"],
  ["План помощи школам на 2021–2023 годы (первый)", "План помощи школам"],
  ["План помощи на 2017–2019 учебные годы", "План помощи"],
  [
    "План работы школ и педагогов района по устройству встреч на и после уроков чтения",
    "План работы школ и педагогов района по устройству встреч",
  ],
  [
    "Дорожная карта устройства и ведения работы в муниципальной программе",
    "Дорожная карта устройства и ведения работы",
  ],
])("«%s» is called «%s» for short", (title, short) => {
  expect(programmeShortTitle(title)).toBe(short);
});

describe("laws", () => {
  const words = fc.array(fc.constantFrom("план", "и", "на", "школы", "«Вместе»", "района,", "2021-2023", "годы"), {
    minLength: 1,
    maxLength: 30,
  });
  it("a cleaned name is clean, and a short one is short and ends in a word", () => {
    fc.assert(
      fc.property(words, (all) => {
        const title = programmeTitle(all.join(" "));
        expect(programmeTitle(title)).toBe(title);
        expect(title).not.toMatch(/[«»]|[.,;:]$/);
        const short = programmeShortTitle(title);
        expect(short.length).toBeLessThanOrEqual(60);
        if (short !== "" && title.length > 80) expect(short).not.toMatch(/\s$|,$/);
      }),
    );
  });
});
