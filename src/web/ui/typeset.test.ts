import { describe, expect, it } from "vitest";
import { typeset } from "./typeset.ts";

const shown = (text: string) => typeset(text).replaceAll("\u00a0", "_");

describe("typeset", () => {
  it.each([
    ["сдать до воскресенья", "сдать до_воскресенья"],
    ["и по школам", "и_по_школам"],
    ["В школе и на площадке", "В_школе и_на_площадке"],
    ["СОШ № 3 п. Лесной", "СОШ_№_3 п._Лесной"],
    ["Н. А. Ветрова, УО", "Н._А._Ветрова, УО"],
    ["через 3 дня, 58 %", "через 3_дня, 58_%"],
    ["1,5 часа", "1,5_часа"],
    ["срок — 31 октября", "срок_— 31_октября"],
    ["2025 год", "2025 год"],
    ["раздел, II четверть 2021/22", "раздел, II_четверть_2021/22"],
    ["мероприятие 4.1, II полугодие 2021", "мероприятие 4.1, II_полугодие_2021"],
    ["мероприятие 1.3 раздела", "мероприятие 1.3 раздела"],
    ["что-то по-новому", "что-то по-новому"],
  ])("%s", (text, expected) => expect(shown(text)).toBe(expected));

  it("changes nothing but spaces, and nothing the second time", () => {
    const text = "Открытый доклад о школе № 7 — не менее 2 раз в год";
    expect(shown(text).replaceAll("_", " ")).toBe(text);
    expect(typeset(typeset(text))).toBe(typeset(text));
  });
});
