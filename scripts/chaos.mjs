import "./node-version.mjs";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { ROOT } from "./command.mjs";
import { install } from "./install.mjs";

// npm run chaos: the program is built into a folder of this run with its migrations, so that nothing changes under it meanwhile.
await install();
const folder = join("chaos", String(process.pid));
const place = join(ROOT, "dist", folder);
process.once("exit", () => rmSync(place, { recursive: true, force: true }));
const [runner] = await bundle(
  [
    "test/chaos/chaos.ts",
    "test/chaos/shims/failing-files.ts",
    "test/chaos/shims/jumping-clock.ts",
    "src/main/server.ts",
    "src/main/worker.ts",
    "src/features/imports/server/reading-process.ts",
    "src/features/files/server/file-process.ts",
  ],
  folder,
);
cpSync(join(ROOT, "package.json"), join(place, "package.json"));
cpSync(join(ROOT, "migrations"), join(place, "migrations"), { recursive: true });
mkdirSync(join(place, "dist", "web"), { recursive: true });
process.setSourceMapsEnabled(true);
await import(pathToFileURL(runner).href);
