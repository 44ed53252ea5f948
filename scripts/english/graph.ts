import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseSync } from "oxc-parser";
import { ROOT } from "./root.ts";

/** Paths of our own modules that the pages in English are built of, from `src/web/main.tsx`; what is imported as a type is not among them. */
export function pageModules(swaps: ReadonlyMap<string, string>): readonly string[] {
  const seen = new Set<string>();
  const waiting = [join(ROOT, "src", "web", "main.tsx")];
  while (waiting.length > 0) {
    const path = waiting.pop()!;
    if (seen.has(path)) continue;
    seen.add(path);
    const code = readFileSync(path, "utf8");
    for (const asked of importsOf(path, code)) {
      const found = asked.startsWith("#") ? join(ROOT, "src", asked.slice(1)) : resolve(dirname(path), asked);
      const module = swaps.get(found) ?? found;
      if (/\.tsx?$/.test(module) && existsSync(module)) waiting.push(module);
    }
  }
  return [...seen].sort();
}

function importsOf(path: string, code: string): readonly string[] {
  const { module } = parseSync(path, code);
  const statics = module.staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
    .map(({ moduleRequest }) => moduleRequest.value);
  const given = module.staticExports.flatMap(({ entries }) =>
    entries
      .filter(({ moduleRequest, isType }) => moduleRequest && !isType)
      .map(({ moduleRequest }) => moduleRequest!.value),
  );
  const dynamics = module.dynamicImports.map(({ moduleRequest }) =>
    code.slice(moduleRequest.start + 1, moduleRequest.end - 1),
  );
  return [...statics, ...given, ...dynamics].filter((asked) => /^(?:#|\.)/.test(asked));
}
