import { describe, expect, it } from "vitest";
import { closeOrganisation } from "./close-organisation.ts";

const named = (shortName: string, name = shortName) => ({ shortName, name });
const registry = [
  named("СОШ № 1 п. Приозёрный", "Приозёрная средняя школа № 1"),
  named("СОШ № 10 с. Долгое"),
  named("СОШ № 2 п. Лесной"),
  named("ООШ № 2 с. Долгое"),
  named("ЦДО"),
];

describe("the organisation that may have been meant", () => {
  it.each(["", "№", "СОШ № 3", "СОШ", "№ 2", "СОШ № 100", "ЦДО «Радуга» п. Лесной"])(
    "is none or not the only one for «%s»",
    (text) => {
      expect(closeOrganisation(text, registry)).toBeUndefined();
    },
  );

  it.each([
    ["СОШ № 1", "СОШ № 1 п. Приозёрный"],
    ["сош №1 приозер.", "СОШ № 1 п. Приозёрный"],
    ["МБОУ СОШ № 1 п. Приозёрный", "СОШ № 1 п. Приозёрный"],
    ["школа 1", "СОШ № 1 п. Приозёрный"],
    ["СОШ № 2", "СОШ № 2 п. Лесной"],
  ])("for «%s» is «%s»", (text, found) => {
    expect(closeOrganisation(text, registry)?.shortName).toBe(found);
  });
});
