import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "#shared/document-grids.ts";
import { document, heading } from "../../../test/support/grid-builder.ts";
import { readTexts } from "./texts.ts";

const read = (...parts: readonly (string | Block)[]) => readTexts(document(...parts).blocks, new Set());
const told = (...parts: readonly (string | Block)[]) =>
  read(...parts).texts.map(({ kind, heading: title, items, paragraphs }) => [
    kind,
    title,
    items.map(({ text }) => text),
    paragraphs,
  ]);

it.each([
  ["Критерии отбора школ", "criteria"],
  ["Показатели реализации программы", "indicators"],
  ["Целевые значения по годам", "indicators"],
  ["Обязанности школы-партнёра", "duties"],
  ["Школа-партнёр обязана", "duties"],
  ["Функции куратора", "duties"],
  ["Полномочия рабочей группы", "duties"],
  ["Школа должна:", "duties"],
  ["Этапы работы", "stages"],
  ["Задачи на год", "tasks"],
  ["Участники взаимодействия", "participants"],
  ["Целевая аудитория", "participants"],
  ["Принятые сокращения", "abbreviations"],
  ["Термины и определения", "abbreviations"],
  ["Решения совета", "other"],
])("the list under «%s» is of the kind %s, with and without a style", (title, kind) => {
  expect(told(heading(title), "– одно;", "– другое.")[0]?.slice(0, 2)).toEqual([kind, title]);
  expect(told("Начало текста.", "", title, "", "– одно;", "", "– другое.")[1]?.slice(0, 2)).toEqual([kind, title]);
});

describe("lists", () => {
  it("with an empty line between the items are one list", () => {
    const { texts, doubts } = read("Задачи:", "", "– одно;", "", "– другое;", "", "– третье.");
    expect(texts.map(({ items }) => items.length)).toEqual([3]);
    expect(doubts).toEqual([]);
  });

  it("set apart by more empty lines than their items are parted, and the second is asked about", () => {
    const { texts, doubts } = read("Этапы", "– один;", "– два.", "", "– доля чтецов;", "– доля школ.");
    expect(texts.map(({ kind, items }) => [kind, items.length])).toEqual([
      ["stages", 2],
      ["indicators", 2],
    ]);
    expect(doubts.map(({ kind, where }) => [kind, where.block])).toEqual([["list-without-heading", 4]]);
  });

  it("keep their items where the marks were lost", () => {
    expect(
      told("Функции куратора", "помогает школе;", "ведёт встречи;", "пишет справку.", "Далее идёт текст."),
    ).toEqual([
      ["duties", "Функции куратора", ["помогает школе;", "ведёт встречи;", "пишет справку."], ["Далее идёт текст."]],
    ]);
  });
});

it("without styles a line in capitals or one that names a passage is a heading", () => {
  expect(
    told("ВВЕДЕНИЕ", "Чтение объединяет школы района.", "", "Ожидаемые результаты", "Школы читают вместе."),
  ).toEqual([
    ["other", "ВВЕДЕНИЕ", [], ["Чтение объединяет школы района."]],
    ["other", "Ожидаемые результаты", [], ["Школы читают вместе."]],
  ]);
});

it("loses no letter, whatever the lines are", () => {
  const piece = fc.constantFrom(
    "",
    "– опрос;",
    "опрос;",
    "1. Опрос",
    "Этапы",
    "ПЛАН",
    "Задачи:",
    "Текст о чтении.",
    "и дальше.",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (lines) => {
      const { texts } = read(...lines);
      const kept = texts
        .flatMap(({ heading: title, paragraphs, items }) => [
          title ?? "",
          ...paragraphs,
          ...items.map(({ text }) => text),
        ])
        .join("");
      const letters = (text: string) => [...text.replace(/[^\p{L}]/gu, "")].sort().join("");
      expect(letters(kept)).toBe(letters(lines.join("")));
    }),
  );
});
