import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { englishPages } from "./scripts/english/plugin.ts";

/** Parts that come when they are opened are no part of a first picture: they are left where they are and never asked for. */
const firstPartAlone: Plugin = {
  name: "orientir-first-part-alone",
  resolveDynamicImport: (part) => (typeof part === "string" ? { id: part, external: true } : null),
};

/**
 * What draws the first pictures of the pages on the server (docs/decisions/029): one file a language, packages inside, since the server has
 * none of the pages' own.
 */
export default defineConfig(({ mode }) => ({
  root: "src/web",
  plugins: [...(mode === "english" ? [englishPages()] : []), react(), firstPartAlone],
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  ssr: { noExternal: true },
  build: {
    ssr: "first-picture.tsx",
    outDir: "../../dist/main",
    emptyOutDir: false,
    copyPublicDir: false,
    target: "node20.19",
    rolldownOptions: {
      output: { entryFileNames: mode === "english" ? "first-picture-en.js" : "first-picture-ru.js" },
    },
  },
}));
