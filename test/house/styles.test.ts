import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ownFiles } from "./own-files.ts";

// styles of a page stay with the reader after the page is left: what one slice says of a class, another slice's page must not carry
const SHEETS = ownFiles(["src/features"], /\.css$/);
const PAGES = ownFiles(["src/features"], /\.tsx$/);

const sliceOf = (path: string) => path.split("/")[2]!;
const read = (path: string) => readFileSync(path, "utf8");

/** Words that are classes: those in quotes of a `className`, whatever it is computed from. */
function classesIn(page: string): string[] {
  return [...page.matchAll(/[cC]lassName=("[^"]*"|\{(?:[^{}]|\$\{[^}]*\})*\})/g)]
    .flatMap(([, value]) => value!.match(/"[^"]*"|`[^`]*`/g) ?? [])
    .flatMap((text) => text.replace(/\$\{[^}]*\}/g, " ").match(/[\w-]+/g) ?? []);
}

const selectorsIn = (sheet: string): string[] =>
  [...sheet.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{};]+)\{/g)]
    .flatMap(([, list]) => list!.split(","))
    .map((selector) => selector.trim())
    .filter((selector) => selector.startsWith("."));

/** Selectors of a slice that also fit an element of another: every class they ask for is given there. */
function leaks(sheets: ReadonlyMap<string, string>, pages: ReadonlyMap<string, string>): string[] {
  const given = new Map<string, Set<string>>();
  for (const [path, page] of pages)
    given.set(sliceOf(path), new Set([...(given.get(sliceOf(path)) ?? []), ...classesIn(page)]));
  return [...sheets].flatMap(([path, sheet]) =>
    selectorsIn(sheet)
      .filter((selector) => {
        const asked = [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name!);
        return [...given].some(([slice, names]) => slice !== sliceOf(path) && asked.every((name) => names.has(name)));
      })
      .map((selector) => `${path}: ${selector}`),
  );
}

describe("styles of a slice", () => {
  it("knows a class that is given by two slices", () => {
    const sheets = new Map([["src/features/a/web/a.css", ".a-page .part { color: red }\n.part { margin: 0 }"]]);
    const pages = new Map([
      ["src/features/a/web/a.tsx", '<div className="a-page"><p className="part" /></div>'],
      ["src/features/b/web/b.tsx", 'className={wide ? "part wide" : "b"}'],
    ]);
    expect(leaks(sheets, pages)).toEqual(["src/features/a/web/a.css: .part"]);
  });

  it("stay in the slice", () => {
    expect(SHEETS.length).toBeGreaterThan(20);
    const texts = (paths: readonly string[]) => new Map(paths.map((path) => [path, read(path)] as const));
    expect(leaks(texts(SHEETS), texts(PAGES))).toEqual([]);
  });
});
