import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { ownFiles } from "./own-files.ts";

const CODE = ownFiles(["src", "test", "bench", "scripts"], /\.(tsx?|mjs)$/);
const MOST_LINES = 250;

/** Names that say nothing about what is inside. */
const EMPTY_NAME = /(^|\/|[-.])(utils?|helpers?|common|misc|managers?)(?=[-./]|$)/i;

/** A file that only passes on what others export hides where things are and ties its readers to all of them. */
function isBarrel(text: string): boolean {
  const statements = text
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")
    .split(";")
    .map((statement) => statement.trim())
    .filter(Boolean);
  return statements.length > 0 && statements.every((statement) => /^export\s[^;]*\sfrom\s/.test(statement));
}

const read = (path: string) => readFileSync(path, "utf8");
const isPure = (path: string) =>
  /^src\/(shared|domain|features\/[^/]+\/model)\//.test(path) && !path.endsWith(".test.ts");

describe("the shape of files", () => {
  it("sees the code", () => {
    expect(CODE.length).toBeGreaterThan(20);
    expect(CODE.filter(isPure).length).toBeGreaterThan(5);
  });

  it.each(["src/platform/utils.ts", "src/web/helpers/date.ts", "src/domain/date-util.ts", "src/common/x.ts"])(
    "knows an empty name: %s",
    (path) => {
      expect(path).toMatch(EMPTY_NAME);
    },
  );

  it("names every file and folder for what is inside", () => {
    expect(CODE.filter((path) => EMPTY_NAME.test(path))).toEqual([]);
  });

  it(`keeps every file within ${MOST_LINES} lines, tests too`, () => {
    const lines = (path: string) => read(path).trimEnd().split("\n").length;
    expect(CODE.filter((path) => lines(path) > MOST_LINES).map((path) => `${path}: ${lines(path)}`)).toEqual([]);
  });

  it.each([
    ['export { a } from "./a.ts";\nexport * from "./b.ts";\n', true],
    ['export {\n  a,\n} from "./a.ts";\n', true],
    ['export { a } from "./a.ts";\nexport const b = 1;\n', false],
    ["", false],
  ])("tells a barrel: %j", (text, barrel) => {
    expect(isBarrel(text)).toBe(barrel);
  });

  it("has no barrels", () => {
    expect(CODE.filter((path) => /^index\.tsx?$/.test(basename(path)) || isBarrel(read(path)))).toEqual([]);
  });

  it("leaves nothing for later", () => {
    const later = new RegExp(
      `\\b(${["TO", "FIX"].map((word, at) => word + ["DO", "ME"][at]).join("|")})\\b|not ${"implemented"}|coming ${"soon"}`,
    );
    expect(CODE.filter((path) => later.test(read(path)))).toEqual([]);
  });

  it("asks no clock and no dice in pure code", () => {
    const worldly = /new Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.|\bfetch\(/;
    expect(
      CODE.filter((path) => isPure(path) && worldly.test(read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ""))),
    ).toEqual([]);
  });
});

describe("the two commands", () => {
  const scripts = (JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts;

  it("of both READMEs stand in package.json", () => {
    for (const readme of ["README.md", "README.ru.md"]) expect(read(readme)).toMatch(/^npm start\b[\s\S]*^npm test\b/m);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["start", "test"]));
  });

  it("are what continuous integration calls", () => {
    const commands = read(".ci/run")
      .split("\n")
      .filter((line) => /^npm\b/.test(line));
    expect(commands).toEqual(["npm test"]);
  });
});
