import { describe, expect, it } from "vitest";
import { document } from "../../../test/support/grid-builder.ts";
import { siteBlocks } from "./clutter.ts";
import { understand } from "./understand.ts";

const TITLE = "Модель чтения и план работы";
const OWN = ["Задачи:", "– опрос школ;", "– показ работ.", "Школы читают вместе с родителями.", "Итог подводит совет."];
const PAGE = [
  `Сайт Материалы Другое${TITLE}`,
  TITLE,
  "Скачать материал",
  ...OWN,
  "Просмотрено: 0%",
  "Скачать",
  "Портной",
  "Пройти курс",
  "6 670 материалов в базе",
  "Повар",
  "от 3650 руб.",
];
const textsOf = (lines: readonly string[]) => understand(document(...lines.flatMap((line) => [line, ""]))).reading;

describe("a page of a site saved as text", () => {
  const { texts, doubts } = textsOf(PAGE);
  const clutter = texts.find(({ kind }) => kind === "clutter");

  it("keeps the document and leaves what is around it apart", () => {
    expect(
      texts
        .filter(({ kind }) => kind !== "clutter")
        .flatMap(({ heading, paragraphs, items }) => [
          heading,
          ...paragraphs,
          ...items.map(({ marker, text }) => `${marker} ${text}`),
        ]),
    ).toEqual([
      null,
      TITLE,
      "Задачи:",
      "Школы читают вместе с родителями.",
      "Итог подводит совет.",
      "– опрос школ;",
      "– показ работ.",
    ]);
    expect(clutter?.paragraphs).toEqual(PAGE.filter((line) => line !== TITLE && !OWN.includes(line)));
  });

  it("says how much is left out", () => {
    expect(doubts.filter(({ kind }) => kind === "page-clutter").map(({ weight, text }) => [weight, text])).toEqual([
      [
        "note",
        "Строки сайта вокруг документа в программу не взяты: 9, первая – «Сайт Материалы ДругоеМодель чтения и план работы».",
      ],
    ]);
  });
});

it.each([
  ["a document that speaks of files", ["Скачать отчёт можно у куратора.", ...OWN]],
  ["a document that ends with a list", [...OWN, "Поделиться опытом", "Повар", "Портной"]],
])("%s has no site around it", (_name, lines) => {
  expect(siteBlocks(document(...lines).blocks, new Set())).toEqual(new Set());
});
