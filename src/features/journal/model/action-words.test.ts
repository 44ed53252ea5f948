import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { ACTION_GROUPS } from "./action-groups.ts";
import { ACTION_WORDS } from "./action-words.ts";

/** Values that a template of an action may hold, where the code makes it of two parts. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  "link.*": ["invitation", "recovery"],
  "file.*": ["checked", "infected", "released"],
  "programme.*": ["approve", "start", "finish", "reopen", "withdraw", "undo", "redo"],
  "report.*": ["withdraw", "return", "accept", "reopen"],
};

interface Node {
  readonly type: string;
  readonly [name: string]: unknown;
}

/** Every action that a file gives to the journal: in the entry itself, in what is spread into it, or in the label of an edit. */
function actionsIn(text: string): string[] {
  const found: string[] = [];
  const valuesOf = (node: Node): string[] => {
    if (node.type === "Literal" && typeof node["value"] === "string") return [node["value"]];
    if (node.type === "ConditionalExpression")
      return [...valuesOf(node["consequent"] as Node), ...valuesOf(node["alternate"] as Node)];
    if (node.type === "TemplateLiteral")
      return [`${((node["quasis"] as Node[])[0]!["value"] as { raw: string }).raw}*`];
    return [];
  };
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === "object") {
      const node = value as Node;
      if (node.type === "Property" && (node["key"] as Node)["name"] === "action")
        found.push(...valuesOf(node["value"] as Node));
      for (const inner of Object.values(node)) walk(inner);
    }
  };
  walk(parseSync("one.ts", text).program);
  return found.filter((action) => /^[a-z-]+\.[a-z-]+$|\.\*$/u.test(action));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => join(folder, name));
}

describe("words of actions", () => {
  const used = new Map<string, string>();
  for (const file of [...sources("src/features"), ...sources("src/main"), ...sources("src/platform")]) {
    const text = readFileSync(file, "utf8");
    // routes have actions of their own, which are not the journal's
    if (!/journal\(|recordChange\(|reviewStep|note\(/u.test(text) || /\broute\(\{/u.test(text)) continue;
    for (const action of actionsIn(text)) used.set(action, file);
  }
  const spelt = [...used].flatMap(([action, file]) =>
    action.endsWith("*") ? (PARTS[action] ?? ["?"]).map((part) => [action.replace("*", part), file]) : [[action, file]],
  );

  it("are looked for in the code at all", () => {
    expect(spelt.length).toBeGreaterThan(60);
  });

  it("stand for every action that the code gives to the journal", () => {
    expect(spelt.filter(([action]) => !(String(action) in ACTION_WORDS))).toEqual([]);
  });

  it("are chosen among by beginnings that actions have", () => {
    const actions = Object.keys(ACTION_WORDS);
    expect(
      ACTION_GROUPS.filter(({ value }) => !actions.some((one) => one === value || one.startsWith(`${value}.`))),
    ).toEqual([]);
  });
});
