import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { englishPages } from "./scripts/english/plugin.ts";

/**
 * What draws the first pictures of the pages on the server (docs/decisions/029): packages inside, since the server has none of the pages'
 * own. A page that comes when it is opened is a file beside it, which the server reads when it first draws that page.
 */
export default defineConfig(({ mode }) => {
  const name = mode === "english" ? "first-picture-en" : "first-picture-ru";
  return {
    root: "src/web",
    plugins: [...(mode === "english" ? [englishPages()] : []), react()],
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    ssr: { noExternal: true },
    build: {
      ssr: "first-picture.tsx",
      outDir: "../../dist/main",
      emptyOutDir: false,
      copyPublicDir: false,
      target: "node20.19",
      rolldownOptions: { output: { entryFileNames: `${name}.js`, chunkFileNames: `${name}/[name].js` } },
    },
  };
});
