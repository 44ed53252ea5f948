import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SETTINGS } from "../../src/platform/config/settings.ts";

/** Names in the first column of the table of settings. */
function toldIn(path: string): string[] {
  return [...readFileSync(path, "utf8").matchAll(/^\| `([A-Z][A-Z0-9_]+)`/gm)].map(([, name]) => name!);
}

describe("the table of settings", () => {
  it.each(["README.md", "README.ru.md"])("of %s names every setting, in their order, and no other", (path) => {
    expect(toldIn(path)).toEqual(Object.values(SETTINGS).map(({ name }) => name));
  });
});
