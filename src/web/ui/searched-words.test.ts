import { describe, expect, it } from "vitest";
import { searchedWords, withChosen } from "./searched-words.ts";

const options = [
  { value: "1", label: "Приказ от 18.12.2024 № 412" },
  { value: "2", label: "Протокол № 3" },
];

describe("a list searched elsewhere", () => {
  it("looks for the words typed, and for nothing when the field shows an option", () => {
    expect(searchedWords(" итоговое собеседование ", options)).toBe("итоговое собеседование");
    expect(searchedWords("Протокол № 3", options)).toBe("");
    expect(searchedWords("", options)).toBe("");
  });

  it("keeps the chosen option among others found, once", () => {
    const chosen = { value: "9", label: "Соглашение" };
    expect(withChosen(options, chosen).map(({ value }) => value)).toEqual(["9", "1", "2"]);
    expect(withChosen(options, options[1])).toEqual(options);
    expect(withChosen(options, undefined)).toEqual(options);
  });
});
