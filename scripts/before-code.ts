import { buildSync } from "esbuild";
import { join } from "node:path";
import type { Plugin } from "vite";

const SOURCE = join(import.meta.dirname, "..", "src", "web", "before-code.ts");

/** Puts the script that stands before the code of a drawn page beside the other parts of the pages, and its address into the page. */
export function beforeCode(): Plugin {
  return {
    name: "orientir-before-code",
    apply: "build",
    buildStart() {
      const { outputFiles } = buildSync({
        entryPoints: [SOURCE],
        bundle: true,
        minify: true,
        write: false,
        format: "iife",
        target: "es2022",
      });
      this.emitFile({ type: "asset", name: "before-code.js", source: outputFiles[0]!.text });
    },
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const file = Object.values(bundle ?? {}).find(({ name }) => name === "before-code.js")?.fileName;
        return [{ tag: "meta", attrs: { name: "before-code", content: `/${file ?? ""}` }, injectTo: "head" }];
      },
    },
  };
}
