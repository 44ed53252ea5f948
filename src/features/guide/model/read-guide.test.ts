import { describe, expect, it } from "vitest";
import { readGuide } from "./read-guide.ts";

const head = "# Директору\n\nВводные слова.\n\n";

describe("a guide", () => {
  it("is a title, a lead and sections with their anchors", () => {
    const guide = readGuide(
      `${head}<a id="report"></a><a id="send"></a>\n\n## Отчитаться\n\n1. Один.\n2. Два.\n\nИ всё.\n`,
    );
    expect(guide).toEqual({
      title: "Директору",
      lead: [{ kind: "text", pieces: [{ text: "Вводные слова." }] }],
      sections: [
        {
          anchors: ["report", "send"],
          title: "Отчитаться",
          blocks: [
            { kind: "steps", items: [[{ text: "Один." }], [{ text: "Два." }]] },
            { kind: "text", pieces: [{ text: "И всё." }] },
          ],
        },
      ],
    });
  });

  it.each([
    [
      "Откройте [«Что сделать»](/todo).",
      [{ text: "Откройте " }, { text: "«Что сделать»", to: "/todo" }, { text: "." }],
    ],
    ["[директору](school-head.md#report)", [{ text: "директору", to: "/help/school-head#report" }]],
    ["[директору](school-head.md)", [{ text: "директору", to: "/help/school-head" }]],
    ["Очень **важно**", [{ text: "Очень " }, { text: "важно", strong: true }]],
  ])("reads the words of %s", (line, pieces) => {
    expect(readGuide(head + line).lead[1]).toEqual({ kind: "text", pieces });
  });

  it.each(["![Сегодня](pictures/head-today-1360.png)", "![Сегодня](../pictures/head-today-1360.png)"])(
    "knows the picture %s",
    (line) => {
      expect(readGuide(head + line).lead[1]).toEqual({ kind: "picture", name: "head-today-1360", words: "Сегодня" });
    },
  );

  it("keeps points apart from steps", () => {
    const kinds = readGuide(`${head}1. Раз.\n\n- Точка.\n- Ещё.\n`).lead.map(({ kind }) => kind);
    expect(kinds).toEqual(["text", "steps", "points"]);
  });

  it.each([
    "## Без якоря",
    "### Ниже",
    "| таблица |",
    "> цитата",
    "```sh",
    "[вне](https://example.ru)",
    "<b>разметка</b>",
    '<a id="end"></a>',
  ])("refuses what its page would not show: %s", (line) => {
    expect(() => readGuide(`${head}${line}\n`)).toThrow(/^(no such thing in a guide|a guide )/);
  });
});
