import "./node-version.mjs";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";
import { compressPages } from "./compress-pages.mjs";
import { ROOT, say, seconds } from "./command.mjs";
import { hashOf, isFresh, markFresh } from "./fresh.mjs";
import { install } from "./install.mjs";

const TOOLING = ["package-lock.json", "package.json", "tsconfig.base.json"];
// The last is no program of its own: the process in which the server reads a document.
const PROGRAMS = [
  "src/main/server.ts",
  "src/main/worker.ts",
  "src/main/cli.ts",
  "src/features/imports/server/reading-process.ts",
];
// The process in which the server works on a file: of a picture it took longer to find the sixty files of the library than to draw.
const FILE_PROCESS = "src/features/files/server/file-process.ts";

const isWebOnly = (file) => /^src\/(web|features\/[^/]+\/web)\//.test(file);
const isServerOnly = (file) => /^src\/(main|platform|features\/[^/]+\/server)\//.test(file);

/** The parts of the product: what each is made from, where it stands, how it is made. */
const PARTS = [
  {
    name: "web",
    title: "страницы",
    output: "dist/web/index.html",
    hash: () =>
      hashOf(
        [
          "src",
          "docs/guide/roles",
          "vite.config.ts",
          "vite.pictures.config.ts",
          "scripts/before-code.ts",
          "scripts/build.mjs",
          "scripts/compress-pages.mjs",
          "scripts/english",
          ...TOOLING,
        ],
        (file) => !isServerOnly(file),
      ),
    exists: () => existsSync(join(ROOT, "vite.config.ts")),
    async make() {
      // The pages are always those of production, whatever the server itself is started as.
      process.env.NODE_ENV = "production";
      const { build } = await import("vite");
      const configFile = join(ROOT, "vite.config.ts");
      // the English pages lie within the folder that the Russian ones empty first
      for (const mode of ["production", "english"]) {
        await build({ configFile, mode, logLevel: "error" });
        await build({ configFile: join(ROOT, "vite.pictures.config.ts"), mode, logLevel: "error" });
      }
      compressPages(join(ROOT, "dist", "web"));
    },
  },
  {
    name: "server",
    title: "программа",
    output: "dist/main/server.js",
    hash: () => hashOf(["src", "scripts/build.mjs", "scripts/bundle.mjs", ...TOOLING], (file) => !isWebOnly(file)),
    exists: () => existsSync(join(ROOT, PROGRAMS[0])),
    async make() {
      await bundle(
        PROGRAMS.filter((entry) => existsSync(join(ROOT, entry))),
        "main",
      );
      await bundle([FILE_PROCESS], "main", { inside: ["sharp"] });
    },
  },
];

async function buildPart(part) {
  if (!part.exists()) return say(`Сборка: нет исходников части «${part.title}», пропускаю.`);
  const hash = part.hash();
  if (isFresh(part.name, hash, part.output)) return;
  const begun = Date.now();
  say(`Собираю: ${part.title}…`);
  await part.make();
  markFresh(part.name, hash);
  say(`Готово: ${part.title}, ${seconds(Date.now() - begun)}.`);
}

// Paths of the pages' configuration are relative to the checkout.
process.chdir(ROOT);
await install();
try {
  for (const part of PARTS) await buildPart(part);
} catch (error) {
  say(`Сборка не удалась: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
