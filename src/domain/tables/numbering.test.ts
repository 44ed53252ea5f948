import { describe, expect, it } from "vitest";
import { follows, holds, namesSection, numberAlone, numberLed } from "./numbering.ts";

describe("a number alone in its cell", () => {
  it.each([
    ["7", "7"],
    ["1.2.", "1.2"],
    ["2.1.3", "2.1.3"],
    ["3)", "3"],
    ["№ 4", "4"],
    ["IV.", "IV"],
    ["V", "V"],
  ])("%s → %s", (text, number) => expect(numberAlone(text)?.number).toBe(number));

  it.each(["", "№", "1 шт.", "май", "2025 г.", "VIP"])("%s is none", (text) =>
    expect(numberAlone(text)).toBeUndefined(),
  );
});

describe("a number typed before a text", () => {
  it.each([
    ["3. Школьные библиотеки", "3", "Школьные библиотеки", null],
    ["2.1 Обучение тьюторов", "2.1", "Обучение тьюторов", null],
    ["4)Сбор книг", "4", "Сбор книг", null],
    ["II. Работа с семьёй", "II", "Работа с семьёй", null],
    ["Шаг № 2. Подготовка", "2", "Подготовка", "шаг"],
    ["Раздел III – Обмен", "III", "Обмен", "раздел"],
    ["Этап 1: знакомство", "1", "знакомство", "этап"],
    ["II этап. Основной", "II", "Основной", "этап"],
    ["1-й раздел: люди", "1", "люди", "раздел"],
  ])("%s", (text, number, rest, word) => expect(numberLed(text)).toMatchObject({ number, rest, word }));

  it.each(["12.05.2026 открытие", "2 раза в год", "2025 год", "10 школ района", "I квартал", "В школах", "Викторина"])(
    "%s has none",
    (text) => {
      expect(numberLed(text)).toBeUndefined();
    },
  );
});

it.each([
  ["Направление: чтение", true],
  ["Первый этап. Знакомство", true],
  ["Разделка рыбы", false],
  ["Чтение", false],
])("%s names a section: %s", (text, yes) => {
  expect(namesSection(text)).toBe(yes);
});

it.each([
  ["7", "8", true],
  ["4.9", "4.10", true],
  ["IV", "V", true],
  ["1.4", "2", false],
  ["1.4", "2.5", false],
  ["7", "9", false],
])("%s then %s: %s", (a, b, yes) => {
  expect(follows(a, b)).toBe(yes);
});

it.each([
  ["4", "4.10", true],
  ["4", "41", false],
  ["2.1", "2.1.3", true],
  ["2.1", "2.2.1", false],
  ["4", "4", false],
])("%s holds %s: %s", (a, b, yes) => {
  expect(holds(a, b)).toBe(yes);
});
