import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { REQUIREMENTS } from "./asvs-requirements.ts";

const PAGE = "docs/security/asvs.md";

/** The cells of every line of the table. */
const LINES = readFileSync(PAGE, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| v"))
  .map((line) =>
    line
      .slice(1, -1)
      .split(" | ")
      .map((cell) => cell.trim()),
  );

const texts = new Map<string, string>();
const read = (path: string): string => texts.get(path) ?? texts.set(path, readFileSync(path, "utf8")).get(path)!;

/** Whether a test of the file has the name: as its own title, not as a word of its text. */
function names(text: string, name: string): boolean {
  const title = JSON.stringify(name);
  return [`(${title},`, `(\n    ${title},`, `(\n      ${title},`].some((call) => text.includes(call));
}

/** Why the proof proves nothing; undefined: it stands. */
function fault(proof: string): string | undefined {
  if (/^Does not apply: .{8}/.test(proof)) return undefined;
  if (proof.startsWith("Open")) return "is open";
  const cited = [...proof.matchAll(/`([^`]+?) (›|§) ([^`]+)`/g)];
  if (cited.length === 0) return "names neither a test nor a page";
  for (const [, path, kind, name] of cited) {
    if (!existsSync(path!)) return `no file ${path}`;
    if (kind === "›" && !(path!.endsWith(".test.ts") && names(read(path!), name!))) return `no test «${name}»`;
    if (
      kind === "§" &&
      !read(path!)
        .split("\n")
        .some((line) => line.replace(/^#+ /, "") === name && line !== name)
    )
      return `no heading «${name}»`;
  }
  return undefined;
}

describe("the table of ASVS", () => {
  it("is held against the whole standard", () => {
    const of = (level: number) => REQUIREMENTS.filter((one) => one.level === level).length;
    expect([of(1), of(2), of(3)]).toEqual([70, 183, 92]);
  });

  it("has every requirement of levels 1 and 2 once, in their order, with its level", () => {
    const wanted = REQUIREMENTS.filter(({ level }) => level < 3).map(({ id, level }) => [id, String(level)]);
    expect(LINES.map(([id, level]) => [id, level])).toEqual(wanted);
  });

  it("leaves no cell empty", () => {
    expect(LINES.filter((cells) => cells.length !== 4 || cells.some((cell) => cell.trim() === ""))).toEqual([]);
  });

  it("names tests and pages that are there", () => {
    expect(LINES.map(([id, , , proof]) => [id, fault(proof!)]).filter(([, why]) => why)).toEqual([]);
  });

  it.each([
    ["`test/house/asvs.test.ts › no such test of any file`".replace("no such", "not one"), "no test"],
    ["`docs/security/asvs.md § Nothing`", "no heading"],
    ["`test/nothing.test.ts › x`", "no file"],
    ["Open: the mail server is taken at its word", "is open"],
    ["Does not apply:", "names neither"],
    ["it is surely so", "names neither"],
  ])("sees through %s", (proof, why) => {
    expect(fault(proof)).toContain(why);
  });
});
