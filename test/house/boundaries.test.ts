import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

const CRUISER = resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
const RULES = resolve(".dependency-cruiser.cjs");

function cruise(folder: string): Cruise {
  const { stdout } = spawnSync(process.execPath, [CRUISER, "src", "--config", RULES, "--output-type", "json"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Cruise;
}

/** One planted breach a row: the rule that must speak, the file, what it imports. */
const BREACHES = [
  ["shared-stands-alone", "src/shared/a.ts", "#domain/engine.ts"],
  ["domain-knows-no-slice", "src/domain/b.ts", "#features/reports/model/report.ts"],
  ["platform-knows-no-business", "src/platform/c.ts", "#domain/engine.ts"],
  ["model-is-pure", "src/features/reports/model/d.ts", "#platform/clock.ts"],
  ["slice-server-doors", "src/features/reports/server/e.ts", "#features/places/server/inner.ts"],
  ["slice-server-doors", "src/features/reports/server/f.ts", "#web/ui/button.ts"],
  ["slice-web-doors", "src/features/reports/web/g.ts", "#features/places/web/page.ts"],
  ["slice-web-doors", "src/features/reports/web/h.ts", "#features/reports/server/inner.ts"],
  ["shell-knows-no-slice", "src/web/i.ts", "#features/places/web/page.ts"],
  ["routes-gather-pages", "src/web/routes.tsx", "#features/places/server/inner.ts"],
  ["main-is-of-the-server", "src/main/j.ts", "#web/ui/button.ts"],
  ["pure-needs-no-machine", "src/domain/k.ts", "node:fs"],
  ["pure-needs-few-packages", "src/shared/l.ts", "react"],
  ["pages-run-in-the-browser", "src/web/m.ts", "node:path"],
  ["server-draws-no-pages", "src/platform/n.ts", "react"],
  ["no-broken-imports", "src/shared/o.ts", "./absent.ts"],
  ["no-cycles", "src/shared/p.ts", "./p-back.ts"],
] as const;

/** What the house allows: none of these may be reported. */
const ALLOWED = [
  ["src/features/reports/server/submit-report.ts", "#features/places/server/public.ts"],
  ["src/features/reports/server/list-reports.ts", "#platform/clock.ts"],
  ["src/features/reports/web/list.ts", "#features/places/model/place.ts"],
  ["src/features/reports/web/form.ts", "#web/ui/button.ts"],
  ["src/main/server.ts", "#features/places/server/inner.ts"],
  ["src/domain/engine.test.ts", "node:fs"],
] as const;

const TARGETS = [
  "src/domain/engine.ts",
  "src/platform/clock.ts",
  "src/web/ui/button.ts",
  "src/features/reports/model/report.ts",
  "src/features/reports/server/inner.ts",
  "src/features/places/model/place.ts",
  "src/features/places/server/inner.ts",
  "src/features/places/server/public.ts",
  "src/features/places/web/page.ts",
];

describe("boundaries", () => {
  let folder: string;
  let planted: Cruise;

  function plant(path: string, text: string) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "boundaries-"));
    plant("package.json", JSON.stringify({ name: "planted", type: "module", imports: { "#*": "./src/*" } }));
    plant("node_modules/react/package.json", JSON.stringify({ name: "react", version: "1.0.0", main: "index.js" }));
    plant("node_modules/react/index.js", "export const version = 1;\n");
    for (const path of TARGETS) plant(path, "export const here = 1;\n");
    for (const [, path, target] of BREACHES) plant(path, `import "${target}";\n`);
    for (const [path, target] of ALLOWED) plant(path, `import "${target}";\n`);
    plant("src/shared/p-back.ts", 'import "./p.ts";\n');
    planted = cruise(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(BREACHES)("%s is caught in %s", (rule, path) => {
    const spoken = planted.summary.violations.filter(({ from }) => from.startsWith(path.replace(/\.tsx?$/, "")));
    expect(spoken.map((each) => each.rule.name)).toContain(rule);
  });

  it.each(ALLOWED)("%s may import %s", (path) => {
    expect(planted.summary.violations.filter(({ from }) => from === path)).toEqual([]);
  });
});
