import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { beforeCode } from "./scripts/before-code.ts";
import { englishPages } from "./scripts/english/plugin.ts";

/**
 * The browser's half: built into dist/web, which the server hands out, and in the mode `english` into dist/web/en; in development /api goes
 * to the running server.
 */
export default defineConfig(({ mode }) => ({
  root: "src/web",
  base: mode === "english" ? "/en/" : "/",
  plugins: [...(mode === "english" ? [englishPages()] : []), react(), beforeCode()],
  build: {
    outDir: mode === "english" ? "../../dist/web/en" : "../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    // Every asset stays a file of its own: cached apart, and no font or icon rides inside the styles.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What changes rarely is kept apart, so that a new release does not make a slow line fetch it again; what every page begins
        // with is one file, not fifty.
        codeSplitting: {
          groups: [
            { name: "ground", test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack)\// },
            { name: "first", tags: ["$initial"] },
          ],
        },
      },
    },
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": `http://127.0.0.1:${process.env["ORIENTIR_PORT"] ?? "4400"}` },
  },
}));
