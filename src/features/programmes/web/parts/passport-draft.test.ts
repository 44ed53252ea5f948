import { describe, expect, it } from "vitest";
import type { ProgrammePage } from "../../model/seen.ts";
import { bodyOf, passportOf } from "./passport-draft.ts";

const passport = [
  { heading: "Этапы", paragraphs: ["Вступление"], items: ["Первый", "Второй"] },
  { heading: "Критерии", items: ["Раз"] },
  { heading: "Основания", paragraphs: ["Текст", "Ещё текст"] },
];
const page = { title: "Т", tasks: ["Узнать", "Помочь"], passport, officer: null, goal: "" } as unknown as ProgrammePage;

describe("the passport in its form", () => {
  it("comes back as it was", () => {
    expect(bodyOf(passportOf(page), passport)).toMatchObject({ tasks: ["Узнать", "Помочь"], passport });
  });
  it("drops empty lines and keeps what was typed", () => {
    const draft = {
      ...passportOf(page),
      tasks: " Узнать \n\n  Помочь",
      sections: [{ heading: "К", text: "а\n\nб", isList: true }],
    };
    expect(bodyOf(draft, passport)).toMatchObject({
      tasks: ["Узнать", "Помочь"],
      passport: [{ heading: "К", items: ["а", "б"] }],
    });
  });
});
