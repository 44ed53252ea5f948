import { expect, it } from "vitest";
import { phrasesCommand, type PhraseKind } from "./phrases-command.ts";

async function run(kind: PhraseKind, lines: AsyncIterable<string> | string[]): Promise<unknown[]> {
  const written: string[] = [];
  await phrasesCommand(kind, lines, (line) => written.push(line));
  expect(written.every((line) => line.endsWith("\n") && !line.slice(0, -1).includes("\n"))).toBe(true);
  return written.map((line) => JSON.parse(line) as unknown);
}

it("answers a line that it does not understand, and an empty one, with a line", async () => {
  expect(await run("terms", ["", "уточняется"])).toEqual([
    { phrase: "", phases: [], rest: "", doubts: [], confidence: "whole" },
    {
      phrase: "уточняется",
      phases: [{ kind: "unknown", windows: [], freq: null }],
      rest: "уточняется",
      doubts: [],
      confidence: "none",
    },
  ]);
});

it("reads terms from a stream, in order", async () => {
  async function* lines() {
    yield "октябрь, далее постоянно\r";
    yield "1 раз в месяц";
  }
  expect(await run("terms", lines())).toEqual([
    {
      phrase: "октябрь, далее постоянно",
      phases: [
        { kind: "window", windows: [{ from: "10-01", to: "10-31" }], freq: null },
        { kind: "continuous", windows: [], freq: null },
      ],
      rest: "",
      doubts: [],
      confidence: "whole",
    },
    {
      phrase: "1 раз в месяц",
      phases: [{ kind: "cadence", windows: [], freq: "1/month" }],
      rest: "",
      doubts: [],
      confidence: "whole",
    },
  ]);
});

it("reads parties", async () => {
  expect(await run("parties", ["УО / ОО"])).toEqual([
    {
      phrase: "УО / ОО",
      parties: [
        { name: "УО", part: "assignee" },
        { name: "ОО", part: "participant" },
      ],
      rest: "",
      doubts: [],
      confidence: "whole",
    },
  ]);
});

it("reads planned values", async () => {
  expect(await run("planned", ["не менее 50 %"])).toEqual([
    {
      text: "не менее 50 %",
      parts: [{ value: 50, atLeast: true, unit: "percent" }],
      rest: "",
      doubts: [],
      confidence: "whole",
    },
  ]);
});
